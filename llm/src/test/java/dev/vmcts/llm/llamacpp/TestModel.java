package dev.vmcts.llm.llamacpp;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Sampling;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The small real model that tests run: two million parameters, f16, trained on Coq proofs. */
final class TestModel {

  static final String PROMPT = """
      Require Import Arith.
      Fixpoint double (n : nat) : nat :=
        match n with
        | 0 => 0
        | S p => S (S (double p))
        end.
      Theorem double_add : forall n, double n = n + n.
      Proof.
        intros""";

  static final Sampling GREEDY = new Sampling(0, 1, 0, 24);

  private TestModel() {}

  static Path file() {
    try {
      return Path.of(TestModel.class.getResource("/proto-2m-f16.gguf").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The library for use in this process. What it would print of its work goes to a C function that takes a number and
   * does nothing.
   */
  static String quietLibrary() throws ModelException {
    String path = NativeFiles.llama().toString();
    Pointer nothing = NativeLibrary.getInstance("c").getFunction("abs");
    NativeLibrary.getInstance(path)
        .getFunction("llama_log_set")
        .invoke(new Object[] {nothing, Pointer.NULL});
    return path;
  }

  /** What loads a model in this process, with a cache of two contexts. */
  static Message.Start start(Path model, int threads, int context, DraftChoice draft)
      throws ModelException {
    return new Message.Start(
        quietLibrary(),
        model.toString(),
        threads,
        context,
        2 * context,
        32,
        512,
        0,
        false,
        "",
        draft.name(),
        ContextSetup.DEFAULT,
        Message.Kept.NONE);
  }

  /**
   * Computes the tokens of a text that a row does not have yet, which must be fewer than a batch takes.
   *
   * @return where the logits after the last of them are
   */
  static int compute(LlamaContext context, PrefixCache.Row row, int[] tokens)
      throws ModelException {
    int from = row.length();
    int count = tokens.length - from;
    if (context.decode(List.of(new Decoder.Piece(row, i -> tokens[i], count, 1)))
        != Decoder.Outcome.COMPUTED) {
      throw new ModelException("no room for " + count + " tokens");
    }
    for (int i = from; i < tokens.length; i++) {
      row.append(tokens[i]);
    }
    return count - 1;
  }

  static LlamaCppModel open() throws Exception {
    return LlamaCppModel.open(LlamaOptions.of(file()));
  }
}
