package dev.vmcts.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A GGUF file without tensors, and with a chat template: enough for what is read without loading a model. */
final class ChatModel {

  private ChatModel() {}

  static Path write(Path file, String template) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("GGUF".getBytes(StandardCharsets.US_ASCII));
    out.write(little(4).putInt(3).array());
    out.write(little(16).putLong(0).putLong(4).array());
    put(out, "general.architecture", "llama");
    put(out, "tokenizer.ggml.model", "gpt2");
    put(out, "tokenizer.chat_template", template);
    text(out, "tokenizer.ggml.tokens");
    out.write(little(16).putInt(9).putInt(8).putLong(0).array());
    return Files.write(file, out.toByteArray());
  }

  private static void put(ByteArrayOutputStream out, String key, String value) throws IOException {
    text(out, key);
    out.write(little(4).putInt(8).array());
    text(out, value);
  }

  private static void text(ByteArrayOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(little(8).putLong(bytes.length).array());
    out.write(bytes);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
