package dev.vmcts.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The reports of a small sweep, whose numbers are known, with names that need care. */
final class SweepReportsTest {

  private static final String ODD = "p/<a> \"b\", & | c.v";

  @TempDir
  private Path path;

  private SweepFolder folder;
  private String markdown;

  @BeforeEach
  void write() throws Exception {
    folder = new SweepFolder(path);
    markdown = SweepReports.write(
        folder,
        Runs.data(
            Runs.solved(ODD, "one", 1, 1000, 2),
            Runs.spent(ODD, "one", 2, 10_000, 60),
            Runs.solved("q.v", "one", 1, 10, 0.5),
            Runs.solved("q.v", "one", 2, 100, 0.5),
            Runs.solved(ODD, "two", 1, 10, 2),
            Runs.solved(ODD, "two", 2, 10, 60),
            Runs.run("q.v", "two", 1, "EXHAUSTED", 5, 1),
            Runs.run("q.v", "two", 2, "EXHAUSTED", 5, 1)),
        PairedBootstrap.DEFAULT);
  }

  private String read(String name) throws Exception {
    return Files.readString(path.resolve(name));
  }

  @Test
  void markdown_tables_haveTheNumbers() throws Exception {
    assertThat(markdown)
        .isEqualTo(read("report.md"))
        .contains(
            "8 runs, 5 solved.",
            "](pass-tokens.svg)",
            "| p/<a> \"b\", & \\| c.v | 1/2 [0.09, 0.91], 1000 tokens, 2.0 s | 2/2 [0.34, 1.00], 10 tokens, 31.0 s |",
            "| all runs | 3/4 [0.30, 0.95], 100 tokens, 0.5 s | 2/4 [0.15, 0.85], 10 tokens, 31.0 s |",
            "| problems solved by most seeds | 1/2 | 1/2 |",
            "| 100 | 0.50 [0.15, 0.85] | 0.50 [0.15, 0.85] |",
            "| 10,000 | 0.75 [0.30, 0.95] | 0.50 [0.15, 0.85] |",
            "| 100 | +0.00 [-1.00, +1.00] |",
            "| 10,000 | -0.25 [-1.00, +0.50] |");
  }

  @Test
  void csv_oddNames_areQuotedAsInTheStandard() throws Exception {
    String[] lines = read("runs.csv").split("\r\n", -1);
    assertThat(lines).hasSize(10);
    assertThat(lines[0])
        .isEqualTo("problem,arm,seed,outcome,tokens,expansions,verifierCalls,modelSeconds,"
            + "verifierSeconds,seconds");
    assertThat(lines[1])
        .isEqualTo("\"p/<a> \"\"b\"\", & | c.v\",one,1,SOLVED,1000,7,11,0.25,0.5,2.0");
    assertThat(lines[8]).isEqualTo("q.v,two,2,EXHAUSTED,5,7,11,0.25,0.5,1.0");
    assertThat(lines[9]).isEmpty();
  }

  @Test
  void summary_numbers_areThoseOfTheTables() throws Exception {
    JsonNode summary = new JsonMapper().readTree(read("summary.json"));
    assertThat(summary.path("runs").asInt()).isEqualTo(8);
    JsonNode two = summary.at("/arms/1");
    assertThat(two.path("name").asText()).isEqualTo("two");
    assertThat(two.path("solved").asInt()).isEqualTo(2);
    assertThat(two.path("medianSeconds").asDouble()).isEqualTo(31);
    JsonNode last = two.path("passAtTokens").get(two.path("passAtTokens").size() - 1);
    assertThat(last.path("t").asDouble()).isEqualTo(10_000);
    assertThat(last.path("share").asDouble()).isEqualTo(0.5);
    assertThat(last.at("/difference/mean").asDouble()).isEqualTo(-0.25);
    assertThat(last.at("/difference/pairs").asInt()).isEqualTo(4);
    assertThat(summary.at("/arms/0/problems/0/name").asText()).isEqualTo(ODD);
    assertThat(summary.at("/arms/0/passAtTokens/0").has("difference")).isFalse();
  }

  @Test
  void picture_curves_goThroughTheShares() throws Exception {
    Element svg = xml(read("pass-tokens.svg")).getDocumentElement();
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("pass@T in tokens, mean over problems");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains("one: 0.75 at 10,000.", "two: 0.50 at 10,000.");
    List<Element> lines = paths(svg, "line c");
    assertThat(lines).hasSize(4);
    // The plot is 320 high from 12: 0.75 is at 92, 0.5 at 172. 10 of 1 to 10,000 is at a quarter of
    // 600 from 52.
    assertThat(lines.get(0).getAttribute("d")).startsWith("M52 332.0").endsWith("V92.0");
    assertThat(lines.get(1).getAttribute("d")).isEqualTo("M52 332.0H202V172.0H652V172.0");
    assertThat(lines.get(0).getAttribute("stroke-dasharray"))
        .isNotEqualTo(lines.get(1).getAttribute("stroke-dasharray"));
    assertThat(read("pass-seconds.svg")).contains("prefers-color-scheme: dark");
  }

  @Test
  void page_parts_areWellFormedAndNeedNothing() throws Exception {
    String page = read("report.html");
    assertThat(page)
        .contains(
            "p/&lt;a&gt; &quot;b&quot;, &amp; | c.v", "<th scope=\"col\">", "<th scope=\"row\">")
        .doesNotContain("<a>", "src=", "href=", "url(", "@import", "<script");
    int charts = page.split("<svg ", -1).length - 1;
    assertThat(charts).isEqualTo(6);
    assertThat(page.split("<title>", -1)).hasSize(charts + 2);
    for (int at = page.indexOf("<svg "); at >= 0; at = page.indexOf("<svg ", at + 1)) {
      xml(page.substring(at, page.indexOf("</svg>", at) + 6));
    }
  }

  @Test
  void report_ofNoRuns_isWritten() throws Exception {
    String text = SweepReports.write(
        folder,
        new SweepData(Runs.manifest(3, "p/a.v", "x", ""), List.of()),
        PairedBootstrap.DEFAULT);
    assertThat(text).contains("0 of 3 runs, 0 solved.", "| p/a.v |  |");
    assertThat(read("pass-tokens.svg")).contains("<desc>");
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> paths(Element svg, String style) {
    NodeList paths = svg.getElementsByTagName("path");
    return new ArrayList<>(IntStream.range(0, paths.getLength())
        .mapToObj(i -> (Element) paths.item(i))
        .filter(path -> path.getAttribute("class").startsWith(style))
        .toList());
  }
}
