package dev.vmcts.corpus;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verify.VerifierException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a shard of verified Dafny items: {@code SEED COUNT FILE [FOLDER WITH PROBLEMS TO LEAVE OUT]...}, a JSON object a
 * line, gzipped.
 *
 * <p>The same seed and count give the same items, as far as no proof comes near its time limit.
 */
public final class DafnyCorpusMain {

  private static final long SEED_STRIDE = 1_000_003L;
  private static final int BATCH = 30;

  private DafnyCorpusMain() {}

  public static void main(String... args)
      throws IOException, VerifierException, InterruptedException {
    if (args.length < 3) {
      throw new IllegalArgumentException(
          "usage: DafnyCorpusMain SEED COUNT FILE.jsonl.gz [FOLDER...]");
    }
    Set<String> excluded = new HashSet<>();
    for (String folder : List.of(args).subList(3, args.length)) {
      excluded.addAll(Exclusions.ofDafny(Path.of(folder)).keySet());
    }
    write(Long.parseLong(args[0]), Integer.parseInt(args[1]), Path.of(args[2]), excluded);
  }

  private static void write(long seed, int count, Path file, Set<String> excluded)
      throws IOException, VerifierException, InterruptedException {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    JsonMapper json = new JsonMapper();
    DafnyTemplates templates = new DafnyTemplates();
    Set<String> keys = new HashSet<>();
    int made = 0;
    long next = seed * SEED_STRIDE;
    try (DafnyChecker checker = new DafnyChecker();
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(partial), true), StandardCharsets.UTF_8))) {
      while (made < count) {
        List<DafnyItem> batch = new ArrayList<>();
        for (; batch.size() < BATCH; next++) {
          DafnyItem item = new DafnyItemMaker(new Dice(next)).make(templates);
          if (item != null && keys.add(item.key())) {
            batch.add(item);
          }
        }
        for (DafnyItem item : checker.verified(batch)) {
          if (made < count && item.fingerprints().stream().noneMatch(excluded::contains)) {
            out.write(json.writeValueAsString(item));
            out.write('\n');
            made++;
          }
        }
        out.flush();
      }
    }
    Files.move(partial, file);
  }
}
