package dev.vmcts.verifiers.coq;

import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An answer of coqidetop: {@code <value val="good">...} or {@code <value val="fail">...}. A pure parser.
 *
 * @param good whether the call succeeded
 * @param value the answer's element
 */
record CoqReply(boolean good, Element value) {

  private static final DocumentBuilderFactory XML = DocumentBuilderFactory.newInstance();

  /** Parses what coqidetop wrote since the call; messages before the answer are passed over. */
  static CoqReply parse(String text) throws IOException {
    int start = text.lastIndexOf("<value ");
    if (start < 0) {
      throw new IOException("no answer in: " + text);
    }
    String xml = text.substring(start).replace("&nbsp;", " ");
    try {
      Element value = XML.newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
      return new CoqReply(value.getAttribute("val").equals("good"), value);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("coqidetop wrote no XML: " + e.getMessage(), e);
    }
  }

  /** What is wrong, in Coq's words. */
  String message() {
    return value.getTextContent().strip();
  }

  /** The id of the state that a good Init or Add has made. */
  int stateId() {
    Element id = (Element) value.getElementsByTagName("state_id").item(0);
    return Integer.parseInt(id.getAttribute("val"));
  }

  /** What a good Goal says: an option of foreground, background, shelved and given up goals. */
  CoqGoals goals() {
    Element option = child(value, 0);
    if (option.getAttribute("val").equals("none")) {
      return CoqGoals.NONE;
    }
    Element goals = child(option, 0);
    List<Goal> focused = new ArrayList<>();
    for (Element goal : children(child(goals, 0))) {
      focused.add(goal(goal));
    }
    StringBuilder all = new StringBuilder();
    int open = 0;
    for (Element part : children(goals)) {
      all.append('[');
      open += collect(part, all);
      all.append(']');
    }
    return new CoqGoals(true, focused, open, all.toString());
  }

  /** Writes every goal below an element, with the lists that it is in; gives their number. */
  private static int collect(Element element, StringBuilder all) {
    if (element.getTagName().equals("goal")) {
      Goal goal = goal(element);
      goal.hypotheses()
          .forEach(h -> all.append(h.name()).append(" : ").append(h.type()).append('\n'));
      all.append("|- ").append(goal.conclusion()).append('\n');
      return 1;
    }
    int goals = 0;
    all.append('(');
    for (Element child : children(element)) {
      goals += collect(child, all);
    }
    all.append(')');
    return goals;
  }

  private static Goal goal(Element goal) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (Element line : children(child(goal, 1))) {
      String text = text(line);
      int colon = text.indexOf(" : ");
      int assign = text.indexOf(" := ");
      int end = assign >= 0 && (colon < 0 || assign < colon) ? assign : colon;
      String type =
          end < 0 ? "" : end == assign ? text.substring(end + 1) : text.substring(end + 3);
      for (String name : (end < 0 ? text : text.substring(0, end)).split(", ", -1)) {
        hypotheses.add(new Hypothesis(name.strip(), type.strip()));
      }
    }
    return new Goal(hypotheses, text(child(goal, 2)));
  }

  private static String text(Element element) {
    return element.getTextContent().strip().replaceAll("\\s+", " ");
  }

  private static Element child(Element parent, int index) {
    return children(parent).get(index);
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e) {
        children.add(e);
      }
    }
    return children;
  }
}
