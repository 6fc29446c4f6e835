package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What the tree alone costs: selections with backpropagation, on a tree of 10,000 prefixes that the policy has grown. */
@Tag("bench")
@State(Scope.Thread)
public class TreeBenchmark {

  private static final int NODES = 10_000;
  private static final double C = 3;
  private static final double PRIOR = 0.1;

  /** One expansion in so many succeeds: 2 gives a deep tree of about two children a prefix, 4 a shallow one of 25. */
  @Param({"2", "4"})
  public int successOf;

  private Tree tree = new Tree(FakeState.open(0), C, PRIOR, new Random(1));
  private final int[] rewards = new int[1 << 16];
  private int at;

  /** Anew for each batch: with nothing added, the policy would end up at the root. */
  @Setup(Level.Iteration)
  public void grow() {
    tree = grown(successOf);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    Arrays.setAll(rewards, i -> random.nextInt(successOf) == 0 ? 1 : -1);
  }

  private static Tree grown(int successOf) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    Tree tree = new Tree(FakeState.open(0), C, PRIOR, random);
    for (int size = 1; size < NODES; ) {
      Node node = tree.select();
      tree.begin(node);
      tree.end(node);
      if (random.nextInt(successOf) == 0) {
        tree.backpropagate(tree.add(node, null, FakeState.open(0)), 1);
        size++;
      } else {
        tree.backpropagate(node, -1);
      }
    }
    return tree;
  }

  /** An expansion that adds nothing, rewarded as often as those that grew the tree. */
  @Benchmark
  public Node selectAndBackpropagate() {
    Node node = tree.select();
    tree.begin(node);
    tree.end(node);
    tree.backpropagate(node, rewards[at++ & (rewards.length - 1)]);
    return node;
  }

  @Test
  void tree_tenThousandPrefixes_aMillionStepsASecond() throws Exception {
    var results = new Runner(new OptionsBuilder()
            .include(TreeBenchmark.class.getName())
            .mode(Mode.SingleShotTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupIterations(100)
            .warmupBatchSize(NODES)
            .measurementIterations(100)
            .measurementBatchSize(NODES)
            .build())
        .run();
    assertThat(results).hasSize(2).allSatisfy(result -> {
      int successOf = Integer.parseInt(result.getParams().getParam("successOf"));
      double perSecond = NODES * 1e9 / result.getPrimaryResult().getScore();
      System.out.printf(
          "one expansion in %d succeeds: %.0f steps a second, %.1f prefixes on the way of each%n",
          successOf, perSecond, prefixesOnTheWay(successOf));
      assertThat(perSecond).isGreaterThan(1e6);
    });
  }

  /** How deep a step goes, which tells what it is. */
  private static double prefixesOnTheWay(int successOf) {
    TreeBenchmark benchmark = new TreeBenchmark();
    benchmark.successOf = successOf;
    benchmark.grow();
    int prefixes = 0;
    for (int i = 0; i < NODES; i++) {
      for (Node node = benchmark.selectAndBackpropagate(); node != null; node = node.parent()) {
        prefixes++;
      }
    }
    return (double) prefixes / NODES;
  }
}
