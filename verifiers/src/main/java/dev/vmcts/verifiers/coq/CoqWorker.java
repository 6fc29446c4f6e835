package dev.vmcts.verifiers.coq;

import dev.vmcts.verify.VerifierException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One Coq process and the path of states that it holds, from the first to the one it is at.
 *
 * <p>Going back drops what came after, so another branch is replayed from the common ancestor. A process that died, or
 * that ran many sentences, is replaced when it is next needed.
 */
final class CoqWorker implements AutoCloseable {

  /** What came of a sentence, and how long Coq took. */
  record Run(IdeReply reply, long nanos) {}

  /** Starts a process. */
  interface Starter {
    IdeTop start() throws VerifierException, InterruptedException;
  }

  private static final int SENTENCES_OF_A_LIFE = 20_000;
  private static final Duration HOUSEKEEPING = Duration.ofSeconds(10);

  private final Starter starter;
  private final List<CoqNode> path = new ArrayList<>();
  private final List<Integer> ids = new ArrayList<>();
  private @Nullable IdeTop top;
  private int sentences;
  private long startNanos = TimeUnit.MILLISECONDS.toNanos(300);

  CoqWorker(Starter starter) {
    this.starter = starter;
  }

  /** Whether its process has run enough to have filled memory that a new one would have. */
  boolean used() {
    return running() && sentences > path.size();
  }

  /** Time that Coq would take to be where the node is. */
  long distance(CoqNode target) {
    if (!running()) {
      return startNanos + target.nanos();
    }
    return target.nanos() - commonAncestor(target).nanos();
  }

  /**
   * Runs a sentence after a state; a process that does not get to the state is replaced once.
   *
   * <p>After {@code Good}, with the answer to the request for goals, Coq is at the new state, for which {@link #arrived}
   * has to be called; otherwise it is at the old one, or dead.
   */
  Run run(CoqNode state, String sentence, Duration limit)
      throws VerifierException, InterruptedException {
    IdeReply moved = moveTo(state);
    if (!(moved instanceof IdeReply.Good)) {
      close();
      moved = moveTo(state);
      if (!(moved instanceof IdeReply.Good)) {
        close();
        return new Run(moved, 0);
      }
    }
    IdeTop coq = running(top);
    long start = System.nanoTime();
    IdeReply added = coq.add(sentence, tip(), limit);
    IdeReply reply = added;
    if (added instanceof IdeReply.Good good) {
      long left = Math.max(1, limit.toNanos() - (System.nanoTime() - start));
      reply = coq.goals(Duration.ofNanos(left));
      if (reply instanceof IdeReply.Good) {
        ids.add(stateId(good));
        sentences++;
        return new Run(reply, System.nanoTime() - start);
      }
    }
    long took = System.nanoTime() - start;
    if (coq.alive() && !(coq.editAt(tip(), HOUSEKEEPING) instanceof IdeReply.Good)) {
      close();
    }
    return new Run(reply, took);
  }

  /** Says which state the last {@code Good} sentence has led to. */
  void arrived(CoqNode state) {
    path.add(state);
  }

  /** The operating system's numbers of the process, or -1. */
  long pid() {
    return top == null || !running() ? -1 : top.pid();
  }

  private IdeReply moveTo(CoqNode target) throws VerifierException, InterruptedException {
    if (!running() || sentences > SENTENCES_OF_A_LIFE) {
      restart(target);
    }
    CoqNode ancestor = commonAncestor(target);
    if (path.size() > ancestor.depth() + 1) {
      path.subList(ancestor.depth() + 1, path.size()).clear();
      ids.subList(ancestor.depth() + 1, ids.size()).clear();
      IdeReply back = running(top).editAt(tip(), HOUSEKEEPING);
      // Coq may offer to edit inside a finished proof and keep what follows it; states then count
      // differently.
      if (!(back instanceof IdeReply.Good good)
          || !good.value().child(0).attribute("val").equals("in_l")) {
        close();
        restart(target);
        ancestor = path.get(0);
      }
    }
    return replay(target, ancestor);
  }

  private IdeReply replay(CoqNode target, CoqNode from) throws InterruptedException {
    Deque<CoqNode> way = new ArrayDeque<>();
    for (CoqNode node = target; node != from; node = parent(node)) {
      way.push(node);
    }
    IdeReply reply = new IdeReply.Good(IdeXml.parse("<value/>"));
    if (way.isEmpty()) {
      return reply;
    }
    Duration limit = HOUSEKEEPING.plusNanos(10 * (target.nanos() - from.nanos()));
    IdeTop coq = running(top);
    for (CoqNode node : way) {
      if (node.marksHole()) {
        ids.add(tip());
      } else {
        reply = coq.add(node.sentence(), tip(), limit);
        if (!(reply instanceof IdeReply.Good good)) {
          return reply;
        }
        ids.add(stateId(good));
        sentences++;
      }
      path.add(node);
    }
    return coq.goals(limit);
  }

  private CoqNode commonAncestor(CoqNode target) {
    CoqNode node = target;
    while (node.depth() >= path.size() || path.get(node.depth()) != node) {
      node = parent(node);
    }
    return node;
  }

  private void restart(CoqNode target) throws VerifierException, InterruptedException {
    close();
    CoqNode first = target;
    for (CoqNode parent = first.parent(); parent != null; parent = first.parent()) {
      first = parent;
    }
    long start = System.nanoTime();
    top = starter.start();
    startNanos = System.nanoTime() - start;
    sentences = 0;
    path.add(first);
    ids.add(IdeTop.INITIAL_STATE);
  }

  private static CoqNode parent(CoqNode node) {
    CoqNode parent = node.parent();
    if (parent == null) {
      throw new IllegalArgumentException("the state belongs to another session");
    }
    return parent;
  }

  /** Whether its process lives. */
  boolean running() {
    return top != null && top.alive() && !path.isEmpty();
  }

  private static IdeTop running(@Nullable IdeTop top) {
    if (top == null) {
      throw new IllegalStateException("no Coq process");
    }
    return top;
  }

  private int tip() {
    return ids.get(ids.size() - 1);
  }

  private static int stateId(IdeReply.Good added) {
    return Integer.parseInt(added.value().child(0).child(0).attribute("val"));
  }

  /** Kills the process; the worker can be used again. */
  @Override
  public void close() {
    path.clear();
    ids.clear();
    if (top != null) {
      top.close();
      top = null;
    }
  }
}
