package dev.vmcts.corpus;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a shard of verified items: {@code SEED COUNT FILE [FOLDER WITH PROBLEMS TO LEAVE OUT]...}, a JSON object a line, gzipped.
 *
 * <p>The same seed and count give the same items, as far as no tactic comes near its time limit.
 */
public final class CorpusMain {

  private static final long SEED_STRIDE = 1_000_003L;

  private CorpusMain() {}

  public static void main(String... args)
      throws IOException, ProblemException, VerifierException, InterruptedException {
    if (args.length < 3) {
      throw new IllegalArgumentException("usage: CorpusMain SEED COUNT FILE.jsonl.gz [FOLDER...]");
    }
    Set<String> excluded = new HashSet<>();
    for (String folder : List.of(args).subList(3, args.length)) {
      excluded.addAll(Exclusions.of(Path.of(folder)).keySet());
    }
    write(Long.parseLong(args[0]), Integer.parseInt(args[1]), Path.of(args[2]), excluded);
  }

  private static void write(long seed, int count, Path file, Set<String> excluded)
      throws IOException, ProblemException, VerifierException, InterruptedException {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    JsonMapper json = new JsonMapper();
    try (VerifierSession session = ItemSession.open();
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(partial), true), StandardCharsets.UTF_8))) {
      for (int made = 0, i = 0; made < count; i++) {
        Item item = new ItemMaker(session, new Dice(seed * SEED_STRIDE + i), excluded).make();
        if (item != null) {
          out.write(json.writeValueAsString(item));
          out.write('\n');
          made++;
        }
      }
    }
    Files.move(partial, file);
  }
}
