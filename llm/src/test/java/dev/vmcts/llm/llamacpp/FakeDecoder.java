package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.ModelException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A decoder whose logit is computed from all tokens of a row, with a cache whose cells are counted as llama.cpp's are. */
final class FakeDecoder implements Decoder, PrefixCache.Cells {

  /** First token of texts that it cannot compute. */
  static final int POISON = 13;

  /** A token at its place in a text; rows that share a prefix share its cells. */
  private record Cell(int token, int number) {}

  private final List<List<Cell>> rows = new ArrayList<>();
  private final int cells;
  private final int most;
  private final PrefixCache cache;
  private final List<String> batches = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Integer> logits = new ArrayList<>();
  private int made;

  FakeDecoder(int rows, int cells, int most) {
    IntStream.range(0, rows).forEach(i -> this.rows.add(new ArrayList<>()));
    this.cells = cells;
    this.most = most;
    this.cache = new PrefixCache(this, rows, Long.MAX_VALUE);
  }

  PrefixCache cache() {
    return cache;
  }

  /** What was computed: for each piece the first token of its text, in thousands, and how many tokens. */
  List<String> batches() {
    return batches;
  }

  /** Tokens of each batch. */
  List<Integer> sizes() {
    return sizes;
  }

  /** The token that follows others. */
  static int next(List<Integer> tokens) {
    return 1 + Math.floorMod(tokens.hashCode(), 997);
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public Outcome decode(List<Piece> pieces) throws ModelException {
    int size = pieces.stream().mapToInt(Piece::count).sum();
    if (pieces.stream().anyMatch(piece -> piece.tokens().applyAsInt(0) / 1000 == POISON)) {
      throw new ModelException("poison");
    }
    Set<Cell> used = new HashSet<>();
    rows.forEach(used::addAll);
    if (used.size() + size > cells) {
      return Outcome.NO_ROOM;
    }
    logits.clear();
    for (Piece piece : pieces) {
      List<Cell> row = rows.get(piece.row().sequence());
      assertThat(row).hasSize(piece.row().length());
      for (int i = 0; i < piece.count(); i++) {
        row.add(new Cell(piece.tokens().applyAsInt(row.size()), made++));
        logits.add(next(row.stream().map(Cell::token).toList()));
      }
    }
    sizes.add(size);
    batches.add(pieces.stream()
        .map(piece -> piece.tokens().applyAsInt(0) / 1000 + ":" + piece.count())
        .collect(Collectors.joining(" ")));
    return Outcome.COMPUTED;
  }

  @Override
  public void logits(int index, float[] into) {
    into[0] = logits.get(index);
  }

  @Override
  public void share(int from, int to, int length) {
    assertThat(rows.get(to)).isEmpty();
    rows.get(to).addAll(rows.get(from).subList(0, length));
  }

  @Override
  public void truncate(int sequence, int length) {
    rows.get(sequence).subList(length, rows.get(sequence).size()).clear();
  }
}
