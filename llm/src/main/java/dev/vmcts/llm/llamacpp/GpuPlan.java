package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.gguf.GgufFile;
import java.nio.file.Path;

/**
 * How many layers of a model are put on a GPU.
 *
 * @param layers the output counts as one
 * @param why why there are none; empty when there are some
 */
record GpuPlan(int layers, String why) {

  static final GpuPlan NONE = new GpuPlan(0, "no model is loaded");

  /** Of a GPU's free memory, what the model's file may take; the rest is for the cache and for computing. */
  private static final double SHARE = 0.8;

  /** More layers than any model has. */
  private static final int MANY = 100_000;

  /**
   * What a user's wish comes to.
   *
   * @throws ModelException if layers shall be on a GPU and there is none; the message says why
   */
  static GpuPlan of(Message.Start start, Devices devices) throws ModelException {
    int wanted = start.gpuLayers();
    if (wanted == 0) {
      return new GpuPlan(0, "gpu layers is 0");
    }
    if (devices.gpus().isEmpty()) {
      if (wanted == GpuLayers.AUTO) {
        return new GpuPlan(0, devices.noGpu());
      }
      throw new ModelException("gpu layers is " + GpuLayers.text(wanted) + ", but native library "
          + start.library() + " has no GPU: " + devices.noGpu() + "; allowed: auto or 0");
    }
    GgufFile header = GgufFile.read(Path.of(start.model()));
    long blocks =
        header.number(header.architecture().orElse("") + ".block_count").orElse(MANY);
    int layers = (int) Math.min(MANY, blocks + 1);
    if (wanted != GpuLayers.AUTO) {
      return new GpuPlan(Math.min(wanted, layers), "");
    }
    long free = devices.gpus().stream().mapToLong(NativeInfo.Device::freeBytes).sum();
    double part = SHARE * free / header.bytes();
    int fitting = part >= 1 ? layers : (int) (part * layers);
    return new GpuPlan(
        fitting, fitting > 0 ? "" : "no layer fits into " + (free >> 20) + " MiB of GPU memory");
  }
}
