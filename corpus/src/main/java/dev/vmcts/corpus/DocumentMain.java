package dev.vmcts.corpus;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.prompt.PromptRenderer.Piece;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the documents of a shard: {@code SEED COPIES SHARD FILE [definitions]}; with the last word, those in which only
 * definitions are to be written.
 *
 * <p>A line is {@code {"key": ..., "kind": ..., "pieces": [[text, written], ...]}}, gzipped.
 */
public final class DocumentMain {

  record Line(String key, String kind, List<List<Object>> pieces) {}

  private DocumentMain() {}

  public static void main(String... args) throws IOException {
    boolean definitions = args.length == 5 && args[4].equals("definitions");
    if (args.length != 4 && !definitions) {
      throw new IllegalArgumentException(
          "usage: DocumentMain SEED COPIES SHARD.jsonl.gz FILE.jsonl.gz [definitions]");
    }
    Documents documents = new Documents(new Dice(Long.parseLong(args[0])));
    int copies = Integer.parseInt(args[1]);
    JsonMapper json = new JsonMapper();
    Path shard = Path.of(args[2]);
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(shard)), StandardCharsets.UTF_8));
        Stream<String> lines = in.lines();
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(Path.of(args[3]))),
            StandardCharsets.UTF_8))) {
      for (String line : (Iterable<String>) lines::iterator) {
        Item item = json.readValue(line, Item.class);
        if (definitions && item.functions().isEmpty()) {
          continue;
        }
        for (int i = 0; i < copies; i++) {
          List<Piece> document = definitions ? documents.definitions(item) : documents.of(item);
          out.write(json.writeValueAsString(line(item.key(), item.kind(), document)));
          out.write('\n');
        }
      }
    }
  }

  /** A document as it is written. */
  static Line line(String key, String kind, List<Piece> document) {
    return new Line(
        key,
        kind,
        document.stream()
            .map(p -> List.<Object>of(p.text(), p.written() ? 1 : 0))
            .toList());
  }
}
