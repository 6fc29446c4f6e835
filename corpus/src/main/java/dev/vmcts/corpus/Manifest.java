package dev.vmcts.corpus;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a corpus held, without the corpus.
 *
 * @param items verified items
 * @param unique items that differ in more than names
 * @param theorems proven statements
 * @param kinds items of each kind
 * @param shards the shards, each made from the seed that its name is
 * @param fingerprints of all statements, sorted
 */
record Manifest(
    int items,
    int unique,
    int theorems,
    Map<String, Integer> kinds,
    List<String> shards,
    List<String> fingerprints) {

  Manifest {
    kinds = Map.copyOf(kinds);
    shards = List.copyOf(shards);
    fingerprints = List.copyOf(fingerprints);
  }

  static Manifest read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new JsonMapper().readValue(in, Manifest.class);
    }
  }

  void write(Path file) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      new JsonMapper().writeValue(out, this);
    }
  }
}
