package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.corpus.Function.Case;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionTest {

  @Test
  void type_parameterThatIsAFunction_isInParentheses() {
    assertThat(function("y", "nat -> nat").type()).isEqualTo("list nat -> (nat -> nat) -> nat");
  }

  @Test
  void shadows_patternWithTheNameOfAParameter_isTold() {
    assertThat(function("x", "nat").shadows()).isTrue();
    assertThat(function("y", "nat").shadows()).isFalse();
    assertThat(function("tl", "nat").shadows()).isTrue();
  }

  /** A function on lists with one more parameter; the cases are {@code []} and {@code x :: tl}. */
  private static Function function(String more, String type) {
    List<Parameter> parameters = List.of(new Parameter("l", "list nat"), new Parameter(more, type));
    List<Case> cases = DataType.LIST.constructors().stream()
        .map(c -> new Case(c.pattern(), c.fields(), Term.num(1)))
        .toList();
    return new Function("f", parameters, "nat", 0, cases, "");
  }
}
