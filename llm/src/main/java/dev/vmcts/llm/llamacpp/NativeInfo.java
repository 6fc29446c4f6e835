package dev.vmcts.llm.llamacpp;

import java.util.List;

/**
 * The build of llama.cpp that runs a model, and what it computes on.
 *
 * @param file the library
 * @param version what the library calls itself, or the release whose functions and structures it has
 * @param devices what it can compute on
 * @param gpuLayers layers of the model that are on a GPU; the output counts as one
 * @param why why no layer is on a GPU; empty when some are
 */
public record NativeInfo(
    String file, String version, List<Device> devices, int gpuLayers, String why) {

  public NativeInfo {
    devices = List.copyOf(devices);
  }

  /** What a device is. */
  public enum DeviceKind {
    CPU,
    GPU,
    OTHER
  }

  /**
   * Something that computes.
   *
   * @param name what llama.cpp calls it, such as {@code CUDA0}
   * @param description such as the name of the processor
   * @param freeBytes memory that was free before the model was loaded; 0 if that is not known
   */
  public record Device(String name, String description, DeviceKind kind, long freeBytes) {}

  /** The devices that layers can be put on. */
  public List<Device> gpus() {
    return devices.stream().filter(device -> device.kind() == DeviceKind.GPU).toList();
  }
}
