package dev.vmcts.llm.llamacpp;

import java.util.Locale;

/** How keys and values in the cache are stored. */
public enum KvType {
  /** 16 bits a number. */
  F16(1, 1, 2),
  /** 8.5 bits a number. */
  Q8_0(8, 32, 34),
  /** 4.5 bits a number. */
  Q4_0(2, 32, 18);

  private final int number;
  private final int blockLength;
  private final int blockBytes;

  /** @param number the number of the type in {@code ggml.h} */
  KvType(int number, int blockLength, int blockBytes) {
    this.number = number;
    this.blockLength = blockLength;
    this.blockBytes = blockBytes;
  }

  int number() {
    return number;
  }

  /** Numbers that are stored together: those of an attention head must be a multiple. */
  int blockLength() {
    return blockLength;
  }

  /** Bytes of so many numbers. */
  double bytes(double numbers) {
    return numbers * blockBytes / blockLength;
  }

  boolean isQuantised() {
    return blockLength > 1;
  }

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
