package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a trace of 10,000 prefixes in a real Chromium, with clicks and keys. {@code -Dpage.pictures=DIR} keeps what
 * was seen.
 */
@Tag("slow")
final class TracePageTest {

  private static final int PREFIXES = 10_000;

  @TempDir
  private Path folder;

  @Test
  void page_ofTenThousandPrefixes_answersClicksAndKeys() throws Exception {
    assumeTrue(Browser.program().isPresent(), "Chromium is not installed");
    Path trace = folder.resolve("large.trace.jsonl");
    LargeTrace.write(trace, PREFIXES);
    Path page = folder.resolve("page.html");
    assertThat(Cli.run("trace", "html", trace.toString(), "-o", page.toString()).status())
        .isZero();
    try (Browser browser =
        Browser.start(Browser.program().orElseThrow(), folder.resolve("profile"), 1400, 800)) {
      long opened = System.nanoTime();
      browser.open(page);
      System.out.printf("page opened in %.2f s%n", (System.nanoTime() - opened) / 1e9);
      assertThat(text(browser, "#summary")).contains("10001 prefixes");
      assertThat(text(browser, "#details h2")).startsWith("#0 ");
      picture(browser, "all-light.png");

      // A click on a prefix in the picture shows it within two seconds.
      browser.evaluate("document.getElementById('solution').click()");
      String deepest = text(browser, "#details h2");
      assertThat(deepest).isNotEqualTo("#0 (root)");
      long clicked = System.nanoTime();
      // The selected prefix stands at a third of the picture; its parent is a column to the left.
      double x = number(browser, "(r => r.left + r.width / 3 - 200 * 0.6)");
      double y = number(browser, "(r => r.top + r.height / 2)");
      browser.click(x, y + offset(browser));
      String parent = text(browser, "#details h2");
      double seconds = (System.nanoTime() - clicked) / 1e9;
      System.out.printf("click answered in %.2f s%n", seconds);
      assertThat(parent).isNotEqualTo(deepest).startsWith("#");
      assertThat(seconds).isLessThan(2);
      assertThat(browser
              .evaluate("document.querySelector('[aria-selected=true]').textContent")
              .asText())
          .startsWith(parent.strip());
      picture(browser, "near-light.png");

      // Keys move in the outline, which is a tree to a screen reader.
      browser.evaluate("document.querySelector('[aria-selected=true]').focus()");
      browser.key("ArrowRight");
      browser.key("ArrowRight");
      assertThat(text(browser, "#details h2")).isNotEqualTo(parent);
      assertThat(browser.evaluate("document.activeElement.getAttribute('role')").asText())
          .isEqualTo("treeitem");

      // The slider goes back in time: what was not there yet is gone.
      browser.evaluate(
          "(() => { const m = document.getElementById('moment'); m.value = 6; m.oninput(); })()");
      assertThat(text(browser, "#time")).isEqualTo("0.0 s");
      assertThat(browser.evaluate("document.querySelectorAll('.later').length").asInt())
          .isPositive();
      browser.evaluate(
          "(() => { const q = document.getElementById('query'); q.value = 'x + 77 ='; q.oninput(); })()");
      assertThat(text(browser, "#found")).isEqualTo("1");
      browser.evaluate("document.getElementById('theme').click()");
      picture(browser, "dark.png");
    }
  }

  private static String text(Browser browser, String selector) throws Exception {
    return browser
        .evaluate("document.querySelector('" + selector + "').textContent")
        .asText();
  }

  private static double number(Browser browser, String ofBox) throws Exception {
    return browser
        .evaluate(ofBox + "(document.getElementById('picture').getBoundingClientRect())")
        .asDouble();
  }

  /** How far the parent of the selected prefix is below it, in pixels. */
  private static double offset(Browser browser) throws Exception {
    return browser
        .evaluate("(n => (n.parent.row - n.row) * 24 * 0.6)"
            + "(document.querySelector('[aria-selected=true]').node)")
        .asDouble();
  }

  private static void picture(Browser browser, String name) throws Exception {
    String folder = System.getProperty("page.pictures");
    if (folder != null) {
      browser.evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
      browser.picture(Files.createDirectories(Path.of(folder)).resolve(name));
    }
  }
}
