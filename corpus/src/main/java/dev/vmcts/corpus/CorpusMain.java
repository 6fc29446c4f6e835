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
 * Writes a shard of verified items: {@code SEED COUNT FILE [--only KIND] [FOLDER WITH PROBLEMS TO LEAVE OUT]...}, a JSON object a
 * line, gzipped. With {@code --only}, items about inductive {@code predicates}, items done by {@code cases}, or {@code chains}
 * of theorems of which one needs another.
 *
 * <p>The same seed and count give the same items, as far as no tactic comes near its time limit.
 */
public final class CorpusMain {

  private static final long SEED_STRIDE = 1_000_003L;
  private static final String ONLY = "--only";

  private CorpusMain() {}

  public static void main(String... args)
      throws IOException, ProblemException, VerifierException, InterruptedException {
    if (args.length < 3) {
      throw new IllegalArgumentException(
          "usage: CorpusMain SEED COUNT FILE.jsonl.gz [--only predicates|cases|chains] [FOLDER...]");
    }
    Set<String> excluded = new HashSet<>();
    String kind = args.length > 4 && args[3].equals(ONLY) ? args[4] : "";
    for (String folder : List.of(args).subList(kind.isEmpty() ? 3 : 5, args.length)) {
      excluded.addAll(Exclusions.of(Path.of(folder)).keySet());
    }
    write(Long.parseLong(args[0]), Integer.parseInt(args[1]), Path.of(args[2]), kind, excluded);
  }

  private static void write(long seed, int count, Path file, String kind, Set<String> excluded)
      throws IOException, ProblemException, VerifierException, InterruptedException {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    JsonMapper json = new JsonMapper();
    try (VerifierSession session = ItemSession.open();
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(partial), true), StandardCharsets.UTF_8))) {
      for (int made = 0, i = 0; made < count; i++) {
        ItemMaker maker = new ItemMaker(session, new Dice(seed * SEED_STRIDE + i), excluded);
        Item item = switch (kind) {
          case "" -> maker.make();
          case "predicates" -> maker.predicates();
          case "cases" -> maker.cases();
          case "chains" -> maker.chain();
          default -> throw new IllegalArgumentException("no items of kind " + kind);
        };
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
