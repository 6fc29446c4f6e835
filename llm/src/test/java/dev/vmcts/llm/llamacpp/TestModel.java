package dev.vmcts.llm.llamacpp;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Sampling;
import java.net.URISyntaxException;
import java.nio.file.Path;

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

  static LlamaCppModel open() throws Exception {
    return LlamaCppModel.open(LlamaOptions.of(file()));
  }
}
