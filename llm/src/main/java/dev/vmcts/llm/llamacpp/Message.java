package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StepGrammar;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StreamingModel.Token;
import dev.vmcts.llm.chat.Spelled;
import dev.vmcts.llm.chat.Spelled.Part;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes over the pipes between this process and the one that the model lives in. */
sealed interface Message {

  /** Changes with every change of a message; both sides come from the same class path, so they agree. */
  int VERSION = 11;

  /** Load a model. The first message, once. Layers on a GPU are as in {@link GpuLayers}; words are those that it knows, with spaces between, or none; draft is as in {@link DraftChoice}. */
  record Start(
      String library,
      String model,
      int threads,
      int context,
      int cells,
      int sequences,
      int batch,
      int gpuLayers,
      boolean map,
      String words,
      String draft,
      ContextSetup setup,
      Kept kept)
      implements Message {

    /** The same without kept prefixes. */
    Start withoutKept() {
      return new Start(
          library, model, threads, context, cells, sequences, batch, gpuLayers, map, words, draft,
          setup, Kept.NONE);
    }

    /** The same for another model, which drafts; its heads may not fit another type of keys and values. */
    Start of(String otherModel, boolean mapped) {
      return new Start(
          library,
          otherModel,
          threads,
          context,
          cells,
          sequences,
          batch,
          gpuLayers,
          mapped,
          "",
          "",
          new ContextSetup(KvType.F16, setup.rope(), setup.ropeScale()),
          Kept.NONE);
    }
  }

  /**
   * Where long prefixes are kept, as in {@link PrefixKeeping}; none with 0 bytes.
   *
   * @param modelHash the SHA-256 of the model's file
   */
  record Kept(String folder, long mostBytes, String modelHash) {
    static final Kept NONE = new Kept("", 0, "");
  }

  /**
   * Continue a prompt; answered by {@link Done} or {@link Failed} with the same number, after a {@link Piece} for each
   * token if it streams.
   */
  record Sample(
      int request, Spelled prompt, Sampling sampling, String stopRule, long seed, boolean streams)
      implements Message {

    /** The same with another number. */
    Sample withNumber(int number) {
      return new Sample(number, prompt, sampling, stopRule, seed, streams);
    }

    /** A request for a plain text that is answered once. */
    Sample(int request, String prompt, Sampling sampling, String stopRule, long seed) {
      this(request, Spelled.of(prompt), sampling, stopRule, seed, false);
    }
  }

  /** Count a text's tokens; answered by {@link Counted} or {@link Failed} with the same number. */
  record Count(int request, String text) implements Message {}

  /** So many tokens the text has. */
  record Counted(int request, int tokens) implements Message {}

  /** Stop working on a request; it is still answered. */
  record Cancel(int request) implements Message {}

  /** The model is loaded. */
  record Ready(int vocabulary, NativeInfo library) implements Message {}

  /** A line for the user, which belongs to no request. */
  record Note(String text) implements Message {}

  /** A token was sampled for a request that streams. */
  record Piece(int request, Token token) implements Message {}

  /** A request succeeded. */
  record Done(int request, Proposal proposal) implements Message {}

  /** A request failed, or with number 0 the start did. The token counts are those of {@link Kind#TOO_LONG}. */
  record Failed(int request, Kind kind, String text, int promptTokens, int contextLength)
      implements Message {}

  /** Why a request failed. */
  enum Kind {
    MODEL,
    TOO_LONG,
    CANCELLED
  }

  static void write(DataOutputStream out, Message message) throws IOException {
    if (message instanceof Start m) {
      out.writeByte('S');
      out.writeInt(VERSION);
      text(out, m.library());
      text(out, m.model());
      out.writeInt(m.threads());
      out.writeInt(m.context());
      out.writeInt(m.cells());
      out.writeInt(m.sequences());
      out.writeInt(m.batch());
      out.writeInt(m.gpuLayers());
      out.writeBoolean(m.map());
      text(out, m.words());
      text(out, m.draft());
      text(out, m.setup().kv().name());
      text(out, m.setup().rope().name());
      out.writeDouble(m.setup().ropeScale());
      text(out, m.kept().folder());
      out.writeLong(m.kept().mostBytes());
      text(out, m.kept().modelHash());
    } else if (message instanceof Sample m) {
      out.writeByte('G');
      out.writeInt(m.request());
      prompt(out, m.prompt());
      out.writeDouble(m.sampling().temperature());
      out.writeDouble(m.sampling().topP());
      out.writeInt(m.sampling().topK());
      out.writeInt(m.sampling().maxTokens());
      out.writeBoolean(m.sampling().knownWords());
      text(out, m.sampling().scope());
      texts(out, m.sampling().banned());
      grammar(out, m.sampling().grammar());
      text(out, m.stopRule());
      out.writeLong(m.seed());
      out.writeBoolean(m.streams());
    } else if (message instanceof Count m) {
      out.writeByte('T');
      out.writeInt(m.request());
      text(out, m.text());
    } else if (message instanceof Counted m) {
      out.writeByte('N');
      out.writeInt(m.request());
      out.writeInt(m.tokens());
    } else if (message instanceof Cancel m) {
      out.writeByte('C');
      out.writeInt(m.request());
    } else if (message instanceof Ready m) {
      out.writeByte('R');
      out.writeInt(VERSION);
      out.writeInt(m.vocabulary());
      library(out, m.library());
    } else if (message instanceof Note m) {
      out.writeByte('I');
      text(out, m.text());
    } else if (message instanceof Piece m) {
      out.writeByte('P');
      out.writeInt(m.request());
      text(out, m.token().text());
      out.writeDouble(m.token().logProbability());
      out.writeInt(m.token().promptTokens());
      out.writeInt(m.token().reusedTokens());
    } else if (message instanceof Done m) {
      out.writeByte('D');
      out.writeInt(m.request());
      Proposal p = m.proposal();
      text(out, p.text());
      out.writeInt(p.tokens());
      out.writeDouble(p.logProbability());
      text(out, p.stopReason().name());
      out.writeInt(p.promptTokens());
      out.writeInt(p.reusedTokens());
      out.writeInt(p.recomputedTokens());
      out.writeInt(p.drafts().tokens());
      out.writeInt(p.drafts().accepted());
      out.writeDouble(p.drafts().savedSeconds());
    } else if (message instanceof Failed m) {
      out.writeByte('F');
      out.writeInt(m.request());
      text(out, m.kind().name());
      text(out, m.text());
      out.writeInt(m.promptTokens());
      out.writeInt(m.contextLength());
    }
  }

  static Message read(DataInputStream in) throws IOException {
    int type = in.readUnsignedByte();
    return switch (type) {
      case 'S' -> start(in);
      case 'G' -> sample(in);
      case 'T' -> new Count(in.readInt(), text(in));
      case 'N' -> new Counted(in.readInt(), in.readInt());
      case 'C' -> new Cancel(in.readInt());
      case 'R' -> {
        version(in);
        yield new Ready(in.readInt(), library(in));
      }
      case 'I' -> new Note(text(in));
      case 'P' ->
        new Piece(in.readInt(), new Token(text(in), in.readDouble(), in.readInt(), in.readInt()));
      case 'D' -> new Done(in.readInt(), proposal(in));
      case 'F' ->
        new Failed(in.readInt(), Kind.valueOf(text(in)), text(in), in.readInt(), in.readInt());
      default -> throw new IOException("unknown message type " + type);
    };
  }

  private static Start start(DataInputStream in) throws IOException {
    version(in);
    return new Start(
        text(in),
        text(in),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readBoolean(),
        text(in),
        text(in),
        new ContextSetup(
            KvType.valueOf(text(in)), ContextSetup.Rope.valueOf(text(in)), in.readDouble()),
        new Kept(text(in), in.readLong(), text(in)));
  }

  private static Sample sample(DataInputStream in) throws IOException {
    int request = in.readInt();
    Spelled prompt = prompt(in);
    Sampling sampling = new Sampling(
        in.readDouble(),
        in.readDouble(),
        in.readInt(),
        in.readInt(),
        in.readBoolean(),
        text(in),
        texts(in),
        grammar(in));
    return new Sample(request, prompt, sampling, text(in), in.readLong(), in.readBoolean());
  }

  private static void grammar(DataOutputStream out, @Nullable StepGrammar grammar)
      throws IOException {
    out.writeBoolean(grammar != null);
    if (grammar != null) {
      text(out, grammar.rules());
      text(out, grammar.begun());
    }
  }

  private static @Nullable StepGrammar grammar(DataInputStream in) throws IOException {
    return in.readBoolean() ? new StepGrammar(text(in), text(in)) : null;
  }

  private static void prompt(DataOutputStream out, Spelled prompt) throws IOException {
    out.writeInt(prompt.parts().size());
    for (Part part : prompt.parts()) {
      text(out, part.kind().name());
      text(out, part.text());
    }
  }

  private static Spelled prompt(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available()) {
      throw new IOException("prompt of " + count + " parts");
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new Part(Spelled.Kind.valueOf(text(in)), text(in)));
    }
    return new Spelled(parts);
  }

  private static Proposal proposal(DataInputStream in) throws IOException {
    return new Proposal(
        text(in),
        in.readInt(),
        in.readDouble(),
        StopReason.valueOf(text(in)),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        new Drafts(in.readInt(), in.readInt(), in.readDouble()));
  }

  private static void library(DataOutputStream out, NativeInfo library) throws IOException {
    text(out, library.file());
    text(out, library.version());
    out.writeInt(library.devices().size());
    for (NativeInfo.Device device : library.devices()) {
      text(out, device.name());
      text(out, device.description());
      text(out, device.kind().name());
      out.writeLong(device.freeBytes());
    }
    out.writeInt(library.gpuLayers());
    text(out, library.why());
  }

  private static NativeInfo library(DataInputStream in) throws IOException {
    String file = text(in);
    String version = text(in);
    List<NativeInfo.Device> devices = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      devices.add(new NativeInfo.Device(
          text(in), text(in), NativeInfo.DeviceKind.valueOf(text(in)), in.readLong()));
    }
    return new NativeInfo(file, version, devices, in.readInt(), text(in));
  }

  private static void version(DataInputStream in) throws IOException {
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException("message version " + version + ", expected " + VERSION);
    }
  }

  private static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(out, text);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available()) {
      throw new IOException("list of " + count + " texts");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text(in));
    }
    return texts;
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
