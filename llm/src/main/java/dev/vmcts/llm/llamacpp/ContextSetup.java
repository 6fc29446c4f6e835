package dev.vmcts.llm.llamacpp;

import java.util.Locale;

/**
 * How a model's context is kept, and how it is stretched beyond the length that the model was trained with.
 *
 * @param kv how keys and values are stored
 * @param rope how positions are scaled
 * @param ropeScale how many times longer the context is made, 1 to 1,024; more than 1 with {@link Rope#LINEAR} and
 *     {@link Rope#YARN} only
 */
public record ContextSetup(KvType kv, Rope rope, double ropeScale) {

  /** As the model's file says, keys and values in 16 bits. */
  public static final ContextSetup DEFAULT = new ContextSetup(KvType.F16, Rope.MODEL, 1);

  /** How positions are scaled. */
  public enum Rope {
    /** As the model's file says. */
    MODEL(-1),
    /** Not at all, whatever the file says. */
    NONE(0),
    /** All positions alike (Chen et al., arXiv 2306.15595). */
    LINEAR(1),
    /** Each frequency by its wave length (YaRN; Peng et al., arXiv 2309.00071). */
    YARN(2);

    private final int number;

    /** @param number the value of {@code enum llama_rope_scaling_type} */
    Rope(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    /** Whether it makes contexts longer. */
    public boolean stretches() {
      return this == LINEAR || this == YARN;
    }

    /** Its name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ContextSetup {
    if (!(ropeScale >= 1 && ropeScale <= 1024) || (ropeScale > 1 && !rope.stretches())) {
      throw new IllegalArgumentException("rope scale is " + ropeScale + "; allowed: "
          + (rope.stretches() ? "1 to 1024" : "1, or more with rope linear or yarn"));
    }
  }

  /** The longest context of a model that was trained with one of so many tokens. */
  long longest(long trained) {
    return (long) (trained * ropeScale);
  }
}
