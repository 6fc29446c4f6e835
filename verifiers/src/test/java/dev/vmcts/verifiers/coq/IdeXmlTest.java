package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.verify.Hypothesis;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Answers of coqidetop 8.16.1. */
final class IdeXmlTest {

  private static final String GOALS = """
      <value val="good"><option val="some"><goals><list><goal><string>5</string><list><richpp><_><pp>n,&nbsp;m&nbsp;:\
      &nbsp;<constr.variable>nat</constr.variable></pp></_></richpp><richpp><_><pp>k&nbsp;:=&nbsp;<constr.variable>n\
      </constr.variable>&nbsp;:&nbsp;nat</pp></_></richpp></list><richpp><_><pp>n&nbsp;&lt;
      &nbsp;&nbsp;m</pp></_></richpp><option val="none"/></goal></list><list><pair><list/><list><goal><string>6</string>\
      <list/><richpp>True</richpp><option val="none"/></goal></list></pair></list><list/><list/></goals></option></value>""";

  @Test
  void goals_answer_isRead() {
    CoqGoals goals = CoqGoals.of(IdeXml.parse(GOALS));
    assertThat(goals.inProof()).isTrue();
    assertThat(goals.open()).isEqualTo(2);
    assertThat(goals.givenUp()).isZero();
    assertThat(goals.focused()).hasSize(1);
    assertThat(goals.focused().get(0).conclusion()).isEqualTo("n < m");
    assertThat(goals.focused().get(0).hypotheses())
        .containsExactly(
            new Hypothesis("n", "nat"),
            new Hypothesis("m", "nat"),
            new Hypothesis("k", ":= n : nat"));
  }

  @Test
  void goals_outsideProofs_areNone() {
    assertThat(CoqGoals.of(IdeXml.parse("<value val=\"good\"><option val=\"none\"/></value>")))
        .isEqualTo(CoqGoals.NONE);
  }

  @Test
  void parse_textThatIsDeeplyMarkedUp_isKeptWhole() {
    int depth = 100_000;
    IdeXml xml = IdeXml.parse("<a><richpp>" + "<b>".repeat(depth) + "x &amp; &#233;"
        + "</b>".repeat(depth) + "</richpp><c d=\"&quot;\"/></a>");
    assertThat(xml.child(0).text()).isEqualTo("x & é");
    assertThat(xml.child(1).attribute("d")).isEqualTo("\"");
  }

  @Test
  void parse_brokenAnswer_isRefused() {
    assertThatThrownBy(() -> IdeXml.parse("<a></a></b>"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IdeXml.parse("<a>")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void answers_betweenFeedbackAndNoise_areCutOut() {
    String output =
        "noise <<value<feedback>&lt;/value> <feedback_content/></feedback><value val=\"good\">é</value>\n"
            + "<feedback></feedback><value val=\"fail\"><option_value></option_value></value>";
    Queue<String> answers = new ArrayDeque<>();
    new IdeAnswers(new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)), answers)
        .run();
    assertThat(answers)
        .containsExactly(
            "<value val=\"good\">é</value>",
            "<value val=\"fail\"><option_value></option_value></value>",
            IdeAnswers.END);
  }
}
