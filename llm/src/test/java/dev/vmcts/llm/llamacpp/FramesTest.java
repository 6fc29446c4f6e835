package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StepGrammar;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StreamingModel.Token;
import dev.vmcts.llm.chat.Spelled;
import dev.vmcts.llm.llamacpp.NativeInfo.Device;
import dev.vmcts.llm.llamacpp.NativeInfo.DeviceKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FramesTest {

  private static final Spelled SPELLED = new Spelled(List.of(
      new Spelled.Part(Spelled.Kind.TOKEN, "<|im_start|>"),
      new Spelled.Part(Spelled.Kind.TEXT, "∀ a")));

  static Stream<Message> messages() {
    return Stream.of(
        new Message.Start(
            "/lib é",
            "/model 𝔸",
            1,
            2,
            3,
            4,
            5,
            6,
            true,
            "é b",
            "lookup",
            ContextSetup.DEFAULT,
            Message.Kept.NONE),
        new Message.Start(
            "l",
            "m",
            1,
            2,
            3,
            4,
            5,
            6,
            false,
            "",
            "",
            ContextSetup.DEFAULT,
            new Message.Kept("/kept é", 1L << 40, "abc")),
        new Message.Note("a line é"),
        new Message.Sample(7, "∀ prompt\n", new Sampling(0.7, 0.95, 40, 9), "coq", -3L),
        new Message.Sample(
            5, "p", new Sampling(1, 1, 0, 1).withBanned(List.of("sorry", "{:axiom")), "none", 5),
        new Message.Sample(
            4,
            "p",
            new Sampling(1, 1, 0, 1).withGrammar(new StepGrammar("root ::= \"∀\"", "be")),
            "coq",
            5),
        new Message.Sample(6, SPELLED, new Sampling(0, 1, 0, 1), "none", 5, true),
        new Message.Piece(9, new Token("∀", -0.5, 12, 11)),
        new Message.Cancel(8),
        new Message.Count(3, "∀ text"),
        new Message.Counted(3, 4),
        new Message.Ready(
            1024,
            new NativeInfo(
                "/lib é",
                "v1",
                List.of(
                    new Device("CPU", "a processor", DeviceKind.CPU, 7),
                    new Device("G0", "a card", DeviceKind.GPU, 1L << 40)),
                8,
                "why")),
        new Message.Done(9, new Proposal("auto.", 3, -1.25, StopReason.STOP, 100, 90)),
        new Message.Done(
            11, new Proposal("a", 3, -1, StopReason.EOS, 9, 8, 7, new Drafts(6, 5, -0.25))),
        new Message.Failed(10, Message.Kind.TOO_LONG, "why", 11, 12));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void read_whatWasWritten_isEqual(Message message) throws IOException {
    assertThat(Frames.read(new ByteArrayInputStream(bytes(message)))).contains(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void read_cutAnywhere_isRefused(Message message) throws IOException {
    byte[] whole = bytes(message);
    for (int length = 1; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(part)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void read_endOfStream_isEmpty() throws IOException {
    assertThat(Frames.read(new ByteArrayInputStream(new byte[0]))).isEmpty();
  }

  @Test
  void read_foreignOutput_isRefused() {
    byte[] noise = "llama_model_loader: loaded".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(noise)))
        .isInstanceOf(IOException.class)
        .hasMessage("not a message");
  }

  private static byte[] bytes(Message message) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Frames.write(out, message);
    return out.toByteArray();
  }
}
