package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a sweep of four arms on twelve problems in a real Chromium. {@code -Dpage.pictures=DIR} keeps what was seen.
 */
@Tag("slow")
final class SweepPageTest {

  @TempDir
  private Path folder;

  @Test
  void page_fourArms_isSeenWholeInBothThemes() throws Exception {
    assumeTrue(Browser.program().isPresent(), "Chromium is not installed");
    StringBuilder runs = new StringBuilder();
    for (int problem = 0; problem < 12; problem++) {
      for (int arm = 0; arm < 4; arm++) {
        for (int seed = 1; seed <= 10; seed++) {
          int cost = 7 * (1 + arm) * (1 + problem * problem) * seed + seed;
          boolean solved = cost < 5000;
          runs.append(String.format(
              "{\"problem\":\"suite/problem%d.v\",\"arm\":\"arm-%d\",\"seed\":%d,\"outcome\":\"%s\",\"tokens\":%d,\"seconds\":%d.5}%n",
              problem,
              arm,
              seed,
              solved ? "SOLVED" : "BUDGET_SPENT",
              Math.min(cost, 5000),
              Math.min(cost, 5000) / 50));
        }
      }
    }
    Files.writeString(folder.resolve("runs.jsonl"), runs);
    assertThat(Cli.run("sweep", "report", folder.toString()).status()).isZero();
    try (Browser browser =
        Browser.start(Browser.program().orElseThrow(), folder.resolve("profile"), 1440, 1000)) {
      browser.open(folder.resolve("report.html"));
      assertThat(number(browser, "document.querySelectorAll('svg').length")).isEqualTo(26);
      assertThat(number(browser, "document.querySelectorAll('table tbody tr').length"))
          .isGreaterThan(14 + 4 * 4);
      // Nothing is cut off: no text of a chart reaches beyond it, and the page is not wider than
      // the window.
      assertThat(number(browser, BEYOND)).isZero();
      assertThat(number(browser, "document.documentElement.scrollWidth - innerWidth"))
          .isLessThanOrEqualTo(0);
      assertThat(number(browser, "performance.getEntriesByType('resource').length"))
          .isZero();
      assertThat(
              number(
                  browser,
                  "new Set([...document.querySelectorAll('svg')[0].querySelectorAll('.line')]"
                      + ".map(l => getComputedStyle(l).stroke + l.getAttribute('stroke-dasharray'))).size"))
          .isEqualTo(4);
      assertThat(browser
              .evaluate("getComputedStyle(document.querySelector('.line.c0')).strokeWidth")
              .asText())
          .isEqualTo("2px");
      picture(browser, "sweep.png");
      browser.open(folder.resolve("pass-tokens.svg"));
      assertThat(number(browser, BEYOND)).isZero();
      picture(browser, "sweep-svg.png");
    }
  }

  private static final String BEYOND =
      "[...document.querySelectorAll('svg')].flatMap(s => [...s.querySelectorAll('text')].filter(t => {"
          + " const a = s.getBoundingClientRect(), b = t.getBoundingClientRect();"
          + " return b.width > 0 && (b.left < a.left || b.right > a.right || b.bottom > a.bottom); })).length";

  private static int number(Browser browser, String expression) throws Exception {
    JsonNode value = browser.evaluate(expression);
    assertThat(value.isNumber()).as(expression).isTrue();
    return value.asInt();
  }

  private static void picture(Browser browser, String name) throws Exception {
    String pictures = System.getProperty("page.pictures");
    if (pictures != null) {
      browser.picture(Files.createDirectories(Path.of(pictures)).resolve(name));
    }
  }
}
