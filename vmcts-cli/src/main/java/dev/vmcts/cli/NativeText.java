package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.llamacpp.NativeInfo;
import dev.vmcts.llm.llamacpp.NativeInfo.Device;
import java.util.stream.Collectors;

/** The build of llama.cpp that runs a model, for a reader. */
record NativeText(NativeInfo info) {

  /** One line: which library, on what, and why not on a GPU. */
  String text() {
    return "llama.cpp " + info.version() + " on "
        + info.devices().stream().map(NativeText::device).collect(Collectors.joining(", "))
        + (info.gpuLayers() > 0
            ? "; " + info.gpuLayers() + " layers on the GPU"
            : "; no layer on a GPU: " + info.why())
        + "; " + info.file();
  }

  private static String device(Device device) {
    return device.name() + " (" + device.description() + ")";
  }

  ObjectNode json() {
    ObjectNode json = new JsonMapper()
        .createObjectNode()
        .put("file", info.file())
        .put("version", info.version())
        .put("gpuLayers", info.gpuLayers())
        .put("noGpuReason", info.why().isEmpty() ? null : info.why());
    ArrayNode devices = json.putArray("devices");
    for (Device device : info.devices()) {
      devices
          .addObject()
          .put("name", device.name())
          .put("description", device.description())
          .put("kind", device.kind().name())
          .put("freeBytes", device.freeBytes());
    }
    return json;
  }
}
