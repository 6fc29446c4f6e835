package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DafnyFingerprintTest {

  private static final String FAC =
      "function fac(n: nat): nat { if n == 0 then 1 else n * fac(n - 1) }\n";

  @Test
  void ofContracts_otherNamesAndLayout_areEqual() {
    String other = """
        function Prod(k: nat): nat
        {
          if k == 0 then 1
          else k * Prod(k - 1)
        }
        """;

    assertThat(of(other + "lemma {:induction false} L(k: nat)\n  ensures Prod(k) > 0\n{\n}"))
        .isEqualTo(of(FAC + "lemma pos(n: nat) ensures fac(n) > 0 { if n > 0 { pos(n - 1); } }"));
  }

  @Test
  void ofContracts_definitionThatIsNotNeeded_isLeftOut() {
    assertThat(of("function one(): nat { 1 }\n" + FAC + "lemma p(n: nat) ensures fac(n) > 0 {}"))
        .isEqualTo(of(FAC + "lemma p(n: nat) ensures fac(n) > 0 {}"));
  }

  @Test
  void ofContracts_otherDefinition_differs() {
    assertThat(of(FAC.replace("then 1", "then 2") + "lemma p(n: nat) ensures fac(n) > 0 {}"))
        .doesNotContainAnyElementsOf(of(FAC + "lemma p(n: nat) ensures fac(n) > 0 {}"));
  }

  @Test
  void ofContracts_methodWithItsFunction_isFoundAgain() {
    String method = "method m(n: nat) returns (r: nat) ensures r == fac(n) { r := 1; }";

    assertThat(of(FAC + method))
        .hasSize(1)
        .isEqualTo(of(FAC + method.replace("r := 1;", "r := 2;")))
        .isNotEqualTo(of(FAC + method.replace("r ==", "r >=")));
  }

  private static List<String> of(String code) {
    return DafnyFingerprint.ofContracts(code);
  }
}
