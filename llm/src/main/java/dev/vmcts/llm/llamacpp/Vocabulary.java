package dev.vmcts.llm.llamacpp;

import com.sun.jna.Pointer;
import dev.vmcts.llm.ModelException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The tokens of a loaded model. */
final class Vocabulary {

  private static final byte NO = 0;

  private final Pointer vocab;
  private final int size;
  private final int start;
  private byte[] piece = new byte[256];

  Vocabulary(Pointer vocab) throws ModelException {
    this.vocab = vocab;
    this.size = LlamaApi.llama_vocab_n_tokens(vocab);
    int bos = LlamaApi.llama_vocab_get_add_bos(vocab) == 0 ? -1 : LlamaApi.llama_vocab_bos(vocab);
    this.start = bos >= 0 && bos < size ? bos : -1;
    if (size < 2) {
      throw new ModelException(
          "the model has a vocabulary of " + size + " tokens; allowed: 2 or more");
    }
  }

  int size() {
    return size;
  }

  boolean endsText(int token) {
    return LlamaApi.llama_vocab_is_eog(vocab, token) != 0;
  }

  /**
   * The tokens of a prompt, the model's start token first when it wants one. Names of special tokens in the text are
   * text.
   */
  int[] tokens(String prompt) throws ModelException {
    byte[] text = prompt.getBytes(StandardCharsets.UTF_8);
    int lead = start < 0 ? 0 : 1;
    int[] tokens = new int[text.length + 16];
    int count = LlamaApi.llama_tokenize(vocab, text, text.length, tokens, tokens.length, NO, NO);
    if (count < 0) {
      tokens = new int[-count];
      count = LlamaApi.llama_tokenize(vocab, text, text.length, tokens, tokens.length, NO, NO);
    }
    if (count < 0 || count + lead == 0) {
      throw new ModelException(
          "the prompt of " + prompt.length() + " characters has no tokens; give some text");
    }
    int[] all = new int[count + lead];
    System.arraycopy(tokens, 0, all, lead, count);
    if (lead == 1) {
      all[0] = start;
    }
    for (int token : all) {
      if (token < 0 || token >= size) {
        throw new ModelException(
            "the tokenizer gave token " + token + "; allowed: 0 to " + (size - 1));
      }
    }
    return all;
  }

  /** The bytes that a token stands for; none for a special token. */
  byte[] bytes(int token) {
    int length = LlamaApi.llama_token_to_piece(vocab, token, piece, piece.length, 0, NO);
    if (length < 0) {
      piece = new byte[-length];
      length = LlamaApi.llama_token_to_piece(vocab, token, piece, piece.length, 0, NO);
    }
    return Arrays.copyOf(piece, Math.max(0, length));
  }
}
