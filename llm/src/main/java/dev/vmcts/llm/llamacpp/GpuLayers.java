package dev.vmcts.llm.llamacpp;

/** How many layers of a model a user wants on a GPU: a number, all, or as many as fit. */
public final class GpuLayers {

  /** As many as fit into the memory of the GPUs; none where there is no GPU. */
  public static final int AUTO = -1;

  /** All of them. */
  public static final int ALL = Integer.MAX_VALUE;

  /** What may be said, for messages and help. */
  public static final String ALLOWED = "a number from 0 to 9999, auto, all";

  private GpuLayers() {}

  /**
   * Reads what a user said.
   *
   * @throws IllegalArgumentException if it is none of {@link #ALLOWED}
   */
  public static int parse(String text) {
    if (text.equals("auto")) {
      return AUTO;
    } else if (text.equals("all")) {
      return ALL;
    } else if (text.matches("[0-9]{1,4}")) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("gpu layers is '" + text + "'; allowed: " + ALLOWED);
  }

  static String text(int layers) {
    return layers == AUTO ? "auto" : layers == ALL ? "all" : String.valueOf(layers);
  }
}
