package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vmcts.prompt.Step;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TreeTest {

  private static final double C = 3;
  private static final double PRIOR = 0.1;

  /**
   * Worked by hand with c = 3, p_w = 0.1: two steps succeed one after the other, then every expansion fails, until the
   * widen node of the root is chosen.
   */
  @Test
  void select_handWorkedExample_followsTheFormula() {
    Tree tree = tree(1);
    Node root = tree.root();
    assertThat(tree.select()).isSameAs(root);

    Node a = succeed(tree, root, "a");
    // N(root) = 1, so ln N = 0: U(a) = Q = 1 beats U(widen) = 0. Below a, only its widen node is
    // there.
    assertThat(tree.score(root, a)).isEqualTo(1);
    assertThat(tree.widenScore(root)).isZero();
    assertThat(tree.select()).isSameAs(a);

    Node b = succeed(tree, a, "b");
    // N(root) = 2, N(a) = 2, W(a) = 2: U(a) = 1 + 3 sqrt(ln 2 / 2) = 2.7661; U(widen) = 0.3 sqrt(ln
    // 2 / 1) = 0.2498.
    assertThat(tree.score(root, a)).isCloseTo(2.7661, within(1e-4));
    assertThat(tree.widenScore(root)).isCloseTo(0.2498, within(1e-4));
    assertThat(tree.select()).isSameAs(b);

    fail(tree, b);
    // N(b) = 2, W(b) = 0; N(a) = 3, W(a) = 1: U(b) = 0 + 3 sqrt(ln 3 / 2) = 2.2235; widen of a 0.3
    // sqrt(ln 3) = 0.3144.
    assertThat(tree.score(a, b)).isCloseTo(2.2235, within(1e-4));
    assertThat(tree.widenScore(a)).isCloseTo(0.3144, within(1e-4));
    assertThat(b.widenVisits()).isEqualTo(1);

    for (int i = 0; i < 6; i++) {
      assertThat(tree.select()).isSameAs(b);
      fail(tree, b);
    }
    // N(b) = 8, W(b) = -6; N(a) = 9, W(a) = -5: U(b) = -0.75 + 3 sqrt(ln 9 / 8) = 0.8222; widen of
    // a 0.4447.
    assertThat(tree.score(a, b)).isCloseTo(0.8222, within(1e-4));
    assertThat(tree.widenScore(a)).isCloseTo(0.4447, within(1e-4));
    for (int i = 0; i < 4; i++) {
      assertThat(tree.select()).isSameAs(b);
      fail(tree, b);
    }
    // N(b) = 12, W(b) = -10; N(a) = 13: U(b) = -0.8333 + 3 sqrt(ln 13 / 12) = 0.5536; widen of a
    // 0.4805. One more
    // failure gives U(b) = -0.8462 + 3 sqrt(ln 14 / 13) = 0.5055; widen 0.4873; the next 0.4621
    // against 0.4937.
    assertThat(tree.score(a, b)).isCloseTo(0.5536, within(1e-4));
    fail(tree, b);
    assertThat(tree.select()).isSameAs(b);
    fail(tree, b);
    assertThat(tree.select()).isSameAs(a);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void backpropagate_randomRewards_invariantsHold(long seed) {
    Tree tree = tree(seed);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 300; i++) {
      Node selected = tree.select();
      if (random.nextInt(3) == 0) {
        succeed(tree, selected, "step " + i);
      } else {
        fail(tree, selected);
      }
      check(tree.root());
      assertThat(tree.root().visits()).isEqualTo(i + 1);
    }
  }

  /** A prefix is visited once when it joins, once for each failure in it, and once for each visit of a child. */
  private static void check(Node node) {
    int below = node.children().stream().mapToInt(Node::visits).sum();
    int failures = node.widenVisits() - node.children().size();
    int own = node.parent() == null ? 0 : 1;
    assertThat(node.visits()).isEqualTo(own + failures + below);
    assertThat(Math.abs(node.value())).isLessThanOrEqualTo(node.visits());
    node.children().forEach(child -> {
      assertThat(child.parent()).isSameAs(node);
      assertThat(child.depth()).isEqualTo(node.depth() + 1);
      check(child);
    });
  }

  private static Tree tree(long seed) {
    return new Tree(
        FakeState.open(0),
        C,
        PRIOR,
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  private static Node succeed(Tree tree, Node node, String step) {
    tree.begin(node);
    Node child = tree.add(node, new Step(node.state(), step), FakeState.open(0));
    tree.end(node);
    tree.backpropagate(child, 1);
    return child;
  }

  private static void fail(Tree tree, Node node) {
    tree.begin(node);
    tree.end(node);
    tree.backpropagate(node, -1);
  }
}
