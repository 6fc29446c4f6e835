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

/** Writes the documents of a shard of Dafny items, as {@link DocumentMain} does: {@code SEED COPIES SHARD FILE}. */
public final class DafnyDocumentMain {

  private DafnyDocumentMain() {}

  public static void main(String... args) throws IOException {
    if (args.length != 4) {
      throw new IllegalArgumentException(
          "usage: DafnyDocumentMain SEED COPIES SHARD.jsonl.gz FILE.gz");
    }
    DafnyDocuments documents = new DafnyDocuments(new Dice(Long.parseLong(args[0])));
    int copies = Integer.parseInt(args[1]);
    JsonMapper json = new JsonMapper();
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(Path.of(args[2]))), StandardCharsets.UTF_8));
        Stream<String> lines = in.lines();
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(Path.of(args[3]))),
            StandardCharsets.UTF_8))) {
      for (String line : (Iterable<String>) lines::iterator) {
        DafnyItem item = json.readValue(line, DafnyItem.class);
        for (int i = 0; i < copies; i++) {
          List<Piece> document = documents.of(item);
          if (!document.isEmpty()) {
            out.write(
                json.writeValueAsString(DocumentMain.line(item.key(), item.kind(), document)));
            out.write('\n');
          }
        }
      }
    }
  }
}
