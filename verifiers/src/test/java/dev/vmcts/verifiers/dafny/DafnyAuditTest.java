package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DafnyAuditTest {

  @Test
  void bannedWords_wherever_areRefused() {
    DafnyAudit audit = new DafnyAudit("lemma given() { assume 1 == 1; }");
    for (String word : DafnyAudit.ASSUMING) {
      String text = word.startsWith("{") ? "lemma " + word + "} l()" : word + " x;";
      assertThat(audit.checkTokens(text)).as(word).isPresent();
    }
  }
}
