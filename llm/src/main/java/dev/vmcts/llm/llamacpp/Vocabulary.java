package dev.vmcts.llm.llamacpp;

import com.sun.jna.Pointer;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.chat.Spelled;
import dev.vmcts.text.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of a loaded model. */
final class Vocabulary {

  private static final byte NO = 0;
  private static final byte YES = 1;

  /** {@code LLAMA_TOKEN_ATTR_CONTROL} and {@code LLAMA_TOKEN_ATTR_USER_DEFINED}. */
  private static final int CONTROL = 1 << 3;

  private static final int USER_DEFINED = 1 << 4;

  private static final int MOST_PADDING = 512;

  private final Pointer vocab;
  private final int size;
  private final int start;
  private final Map<String, Integer> specials = new HashMap<>();
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

  /** The tokens of a plain text, as {@link #tokens(Spelled)} has them. */
  int[] tokens(String prompt) throws ModelException {
    return tokens(Spelled.of(prompt));
  }

  /**
   * The tokens of a prompt, the model's start token first when it wants one. Names of special tokens in a text are text.
   */
  int[] tokens(Spelled prompt) throws ModelException {
    int[] tokens = new SpelledTokens(this, prompt).all();
    if (tokens.length == 0 && start < 0) {
      throw new ModelException(
          "the prompt of " + prompt.text().length() + " characters has no tokens; give some text");
    }
    int lead = start < 0 ? 0 : 1;
    int[] all = new int[tokens.length + lead];
    System.arraycopy(tokens, 0, all, lead, tokens.length);
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

  /** The tokens of a text; those that only steer a model are not among them, others that the vocabulary sets apart may be. */
  int[] ofText(String text) {
    return tokenize(text, NO);
  }

  /** The special token of a name; -1 when there is none. */
  int special(String name) {
    return specials.computeIfAbsent(name, n -> {
      int[] tokens = tokenize(n, YES);
      boolean one = tokens.length == 1
          && (LlamaApi.llama_vocab_get_attr(vocab, tokens[0]) & (CONTROL | USER_DEFINED)) != 0;
      return one ? tokens[0] : -1;
    });
  }

  /** Whether a special token is also taken from text that has its name. */
  boolean comesFromText(int special) {
    return (LlamaApi.llama_vocab_get_attr(vocab, special) & CONTROL) == 0;
  }

  private int[] tokenize(String text, byte parseSpecial) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int[] tokens = new int[bytes.length + 16];
    int count = LlamaApi.llama_tokenize(
        vocab, bytes, bytes.length, tokens, tokens.length, NO, parseSpecial);
    if (count < 0) {
      tokens = new int[-count];
      count = LlamaApi.llama_tokenize(
          vocab, bytes, bytes.length, tokens, tokens.length, NO, parseSpecial);
    }
    return Arrays.copyOf(tokens, Math.max(0, count));
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

  /**
   * What lets tokens of this vocabulary mean something else in another one; empty if nothing does. One of them may have
   * more tokens at its end, which some models have for the sake of a round number.
   */
  Optional<String> difference(Vocabulary other) {
    if (Math.abs(size - other.size) > MOST_PADDING) {
      return Optional.of(size + " tokens, and " + other.size);
    }
    if (start != other.start) {
      return Optional.of("start token " + start + ", and " + other.start);
    }
    for (int i = 0; i < Math.min(size, other.size); i++) {
      if (!latin(i).equals(other.latin(i)) || endsText(i) != other.endsText(i)) {
        return Optional.of("token " + i + " is '" + OneLine.of(latin(i)) + "', and '"
            + OneLine.of(other.latin(i)) + "'");
      }
    }
    return Optional.empty();
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
