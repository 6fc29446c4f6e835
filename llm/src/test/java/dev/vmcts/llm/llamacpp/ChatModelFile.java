package dev.vmcts.llm.llamacpp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The small real model with a chat template, and with special tokens for its markers: what an instruct model's file has. */
public final class ChatModelFile {

  /** A template of ChatML, as Qwen has it. */
  public static final String CHATML =
      "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content']"
          + " + '<|im_end|>' + '\n'}}{% endfor %}";

  private static final int HEADER = 24;
  private static final int ALIGNMENT = 32;

  private ChatModelFile() {}

  /** Writes the model, whose first and last tokens of a text are now those of ChatML, with a template. */
  public static Path chatMl(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(TestModel.file());
    bytes = replaced(bytes, text("<|bos|>"), text("<|im_start|>"));
    bytes = replaced(bytes, text("<|eos|>"), text("<|im_end|>"));
    return Files.write(file, withTemplate(bytes, CHATML));
  }

  /** Writes the model as it is, but for a template. */
  public static Path withTemplate(Path file, String template) throws IOException {
    return Files.write(file, withTemplate(Files.readAllBytes(TestModel.file()), template));
  }

  /** Puts a template before the other metadata, as long as it takes to keep the tensors where they may lie. */
  private static byte[] withTemplate(byte[] model, String template) throws IOException {
    int grown = (int) (model.length - Files.size(TestModel.file()));
    String padded = template;
    byte[] entry = entry(padded);
    while ((entry.length + grown) % ALIGNMENT != 0) {
      padded += " ";
      entry = entry(padded);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer header =
        ByteBuffer.wrap(Arrays.copyOf(model, HEADER)).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(16, header.getLong(16) + 1);
    out.write(header.array());
    out.write(entry);
    out.write(model, HEADER, model.length - HEADER);
    return out.toByteArray();
  }

  private static byte[] entry(String template) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(text("tokenizer.chat_template"));
    out.write(new byte[] {8, 0, 0, 0});
    out.write(text(template));
    return out.toByteArray();
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(bytes.length)
        .put(bytes)
        .array();
  }

  private static byte[] replaced(byte[] bytes, byte[] old, byte[] next) throws IOException {
    int at = 0;
    while (!Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
      at++;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.write(next);
    out.write(bytes, at + old.length, bytes.length - at - old.length);
    return out.toByteArray();
  }
}
