package dev.vmcts.llm.llamacpp;

import com.sun.jna.Pointer;
import dev.vmcts.llm.ModelException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of a loaded model. */
final class Vocabulary {

  private static final byte NO = 0;

  private final Pointer vocab;
  private final int size;
  private final int start;
  private byte[] piece = new byte[256];
  private String @Nullable [] texts;
  private @Nullable Set<String> words;

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

  /** What a token stands for, a character a byte: right as far as it is ASCII. Quick after the first call. */
  String latin(int token) {
    if (texts == null) {
      texts = new String[size];
      for (int i = 0; i < size; i++) {
        texts[i] = new String(bytes(i), StandardCharsets.ISO_8859_1);
      }
    }
    return texts[token];
  }

  /** The words that are single tokens, alone or with a space before. */
  Set<String> words() {
    if (words == null) {
      words = new HashSet<>();
      for (int i = 0; i < size; i++) {
        String word = latin(i).startsWith(" ") ? latin(i).substring(1) : latin(i);
        if (!word.isEmpty() && word.chars().allMatch(c -> KnownWords.isLetter((char) c))) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
