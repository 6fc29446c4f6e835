package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

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

  @Setup
  public void grow() {
    tree = grown(successOf);
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

  /** An expansion that is refused. */
  @Benchmark
  public Object selectAndBackpropagate() {
    Node node = tree.select();
    tree.begin(node);
    tree.end(node);
    tree.backpropagate(node, -1);
    return node;
  }

  @Test
  void tree_tenThousandPrefixes_aMillionStepsASecond() throws Exception {
    var results = new Runner(new OptionsBuilder()
            .include(TreeBenchmark.class.getName())
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .build())
        .run();
    assertThat(results)
        .hasSize(2)
        .allSatisfy(result -> assertThat(result.getPrimaryResult().getScore()).isGreaterThan(1e6));
  }
}
