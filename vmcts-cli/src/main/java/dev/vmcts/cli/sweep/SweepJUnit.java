package dev.vmcts.cli.sweep;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The runs of a sweep as the test report that CI servers read: a run that solves nothing is a failed test. */
final class SweepJUnit {

  private SweepJUnit() {}

  static String text(List<SweepRun> runs) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "vmcts sweep");
      xml.writeAttribute("tests", String.valueOf(runs.size()));
      xml.writeAttribute(
          "failures", String.valueOf(runs.stream().filter(r -> !r.solved()).count()));
      xml.writeAttribute(
          "time", seconds(runs.stream().mapToDouble(SweepRun::seconds).sum()));
      for (SweepRun run : runs) {
        test(xml, run);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text can be written to", e);
    }
    return text + "\n";
  }

  private static void test(XMLStreamWriter xml, SweepRun run) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", Markup.shown(run.arm() + "." + run.problem()));
    xml.writeAttribute("name", "seed " + run.seed());
    xml.writeAttribute("time", seconds(run.seconds()));
    if (!run.solved()) {
      xml.writeEmptyElement("failure");
      xml.writeAttribute("message", run.outcome() + " after " + run.tokens() + " tokens");
    }
    xml.writeEndElement();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
