package dev.vmcts.cli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.search.dialogue.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderTest {

  @Test
  void of_orders_areRead() throws Exception {
    assertThat(Order.of(" 12 ", 4)).isEqualTo(new Order.Do(new Wish.Take(12)));
    assertThat(Order.of("w simpl. auto.", 4))
        .isEqualTo(new Order.Do(new Wish.Write("simpl. auto.")));
    assertThat(Order.of("w", 4)).isEqualTo(new Order.Lines());
    assertThat(Order.of("e 2", 4)).isEqualTo(new Order.Edit(2, "", ""));
    assertThat(Order.of("e 2 /n/m/", 4)).isEqualTo(new Order.Edit(2, "n", "m"));
    assertThat(Order.of("e 2 |a / b|a|", 4)).isEqualTo(new Order.Edit(2, "a / b", "a"));
    assertThat(Order.of("e 2 /n/", 4)).isEqualTo(new Order.Edit(2, "n", ""));
    assertThat(Order.of("m", 4)).isEqualTo(new Order.Do(new Wish.More(4)));
    assertThat(Order.of("M 9", 4)).isEqualTo(new Order.Do(new Wish.More(9)));
    assertThat(Order.of("u", 4)).isEqualTo(new Order.Do(new Wish.Up()));
    assertThat(Order.of("p 3", 4)).isEqualTo(new Order.Do(new Wish.Prune(3)));
    assertThat(Order.of("q", 4)).isEqualTo(new Order.Do(new Wish.Quit()));
    assertThat(Order.of("", 4)).isEqualTo(new Order.Show(Order.What.PLACE));
    assertThat(Order.of("?", 4)).isEqualTo(new Order.Show(Order.What.HELP));
  }

  @Test
  void of_runs_areOfTokensSecondsOrMinutes() throws Exception {
    assertThat(Order.of("r", 4)).isEqualTo(new Order.Do(new Wish.Run(1000, Wish.Run.NO_END)));
    assertThat(Order.of("r 50", 4)).isEqualTo(new Order.Do(new Wish.Run(50, Wish.Run.NO_END)));
    assertThat(Order.of("r 30 seconds", 4))
        .isEqualTo(new Order.Do(new Wish.Run(Wish.Run.NO_LIMIT, 30)));
    assertThat(Order.of("r 2 minutes", 4))
        .isEqualTo(new Order.Do(new Wish.Run(Wish.Run.NO_LIMIT, 120)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "take 3        | 'take 3' is no order; h lists them",
        "=             | '=' is no order",
        "0             | '0' is no number from 1",
        "99999999999   | '99999999999' is no number from 1",
        "p             | a number is missing",
        "p two         | 'two' is no number from 1",
        "m 1001        | 1001 candidates; allowed: 1 to 1000",
        "q now         | 'q' stands alone, without 'now'",
        "r 3 hours     | '3 hours' says not how long; allowed: N tokens, N seconds, N minutes",
        "r 3 s or so   | '3 s or so' says not how long",
        "e             | a number is missing",
        "e 2 n         | 'n' is no change; allowed: /old/new/",
        "e 2 //n/      | '//n/' is no change",
        "e 2 /a/b/c/d/ | '/a/b/c/d/' is no change",
      })
  void of_wrongOrder_saysWhatIsAllowed(String line, String message) {
    assertThatThrownBy(() -> Order.of(line, 4))
        .isInstanceOf(BadOrderException.class)
        .hasMessageStartingWith(message);
  }
}
