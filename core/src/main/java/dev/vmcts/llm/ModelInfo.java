package dev.vmcts.llm;

/**
 * What a model is.
 *
 * @param id how the user named it, or its file name
 * @param hash SHA-256 of its file in hexadecimal, or of the script; empty when it is remote
 * @param contextLength most tokens of prompt and proposal together
 * @param promptStyle the prompt style that it was trained with, when its file names one; else empty
 */
public record ModelInfo(String id, String hash, int contextLength, String promptStyle) {}
