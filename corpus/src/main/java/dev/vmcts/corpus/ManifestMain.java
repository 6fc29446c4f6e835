package dev.vmcts.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Writes the manifest of a corpus, Coq and Dafny together: {@code MANIFEST.json.gz SHARD.jsonl.gz...}.
 *
 * <p>Among the shards may be a manifest, {@code EARLIER.json.gz}: what weights were trained on that are trained on. An item
 * that both have counts as two different ones.
 */
public final class ManifestMain {

  private ManifestMain() {}

  public static void main(String... args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException("usage: ManifestMain MANIFEST.json.gz SHARD.jsonl.gz...");
    }
    JsonMapper json = new JsonMapper();
    List<String> shards = new ArrayList<>();
    Map<String, Integer> kinds = new TreeMap<>();
    Set<String> keys = new HashSet<>();
    Set<String> fingerprints = new TreeSet<>();
    int items = 0;
    int unique = 0;
    int theorems = 0;
    for (String arg : List.of(args).subList(1, args.length)) {
      Path shard = Path.of(arg);
      if (!arg.endsWith(".jsonl.gz")) {
        Manifest earlier = Manifest.read(shard);
        items += earlier.items();
        unique += earlier.unique();
        theorems += earlier.theorems();
        shards.addAll(earlier.shards());
        earlier.kinds().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
        fingerprints.addAll(earlier.fingerprints());
        continue;
      }
      shards.add(String.valueOf(shard.getFileName()).replace(".jsonl.gz", ""));
      try (BufferedReader in = new BufferedReader(new InputStreamReader(
          new GZIPInputStream(Files.newInputStream(shard)), StandardCharsets.UTF_8))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          JsonNode tree = json.readTree(line);
          items++;
          keys.add(tree.path("key").asText());
          kinds.merge(tree.path("kind").asText(), 1, Integer::sum);
          List<String> statements = tree.has("declarations")
              ? json.treeToValue(tree, DafnyItem.class).fingerprints()
              : json.treeToValue(tree, Item.class).fingerprints();
          theorems += statements.size();
          fingerprints.addAll(statements);
        }
      }
    }
    new Manifest(items, unique + keys.size(), theorems, kinds, shards, List.copyOf(fingerprints))
        .write(Path.of(args[0]));
  }
}
