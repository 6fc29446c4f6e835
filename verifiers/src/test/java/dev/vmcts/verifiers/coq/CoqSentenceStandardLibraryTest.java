package dev.vmcts.verifiers.coq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Compares the splitter with what {@code coqc -time} says of where sentences lie. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
final class CoqSentenceStandardLibraryTest {

  private static final Pattern CHARS = Pattern.compile("(?m)^Chars (\\d+) - (\\d+) \\[");

  private static final List<String> SAMPLE = List.of(
      "Arith/Between",
      "Arith/Compare",
      "Arith/Cantor",
      "Arith/EqNat",
      "Arith/Euclid",
      "Arith/Factorial",
      "Arith/PeanoNat",
      "Arith/Wf_nat",
      "Bool/Bool",
      "Bool/BoolOrder",
      "Bool/Bvector",
      "Bool/IfProp",
      "Classes/DecidableClass",
      "Init/Peano",
      "Init/Logic",
      "Init/Wf",
      "Lists/List",
      "Lists/ListDec",
      "Lists/Streams",
      "Logic/Classical_Prop",
      "Logic/Decidable",
      "Logic/Eqdep_dec",
      "Logic/FinFun",
      "Logic/WKL",
      "Sets/Image",
      "Sorting/Heap",
      "Strings/Ascii",
      "Strings/String",
      "Unicode/Utf8",
      "ZArith/Zcompare",
      "Program/Wf",
      "Relations/Relations");

  @TempDir
  Path scratch;

  @Test
  void split_sampleOfTheStandardLibrary_agreesWithCoq() throws Exception {
    Path theories = theories();
    for (String name : SAMPLE) {
      assertThat(agrees(theories, theories.resolve(name + ".v"))).as(name).isPositive();
    }
  }

  @Test
  @Tag("bench")
  void split_wholeStandardLibrary_agreesWithCoq() throws Exception {
    Path theories = theories();
    int sentences = 0;
    try (Stream<Path> files = Files.walk(theories)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".v")).sorted().toList()) {
        sentences += agrees(theories, file);
      }
    }
    assertThat(sentences).isGreaterThan(100_000);
  }

  private static Path theories() throws IOException, InterruptedException {
    String where;
    try {
      Process process = new ProcessBuilder("coqc", "-where").start();
      where = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      process.waitFor();
    } catch (IOException e) {
      where = "";
    }
    Path theories = Path.of(where, "theories");
    assumeTrue(
        !where.isEmpty() && Files.exists(theories.resolve("Lists/List.v")),
        "Coq's .v files are not installed");
    return theories;
  }

  /** The number of sentences that Coq read and the splitter found in the same places. */
  private int agrees(Path theories, Path file) throws IOException, InterruptedException {
    byte[] bytes = Files.readAllBytes(file);
    Path copy = scratch.resolve("VmctsSample.v");
    Files.write(copy, bytes);
    List<String> command = new ArrayList<>(List.of("coqc", "-q", "-time", "-w", "none"));
    if (theories.relativize(file).startsWith("Init")) {
      command.add("-noinit");
    }
    command.add(copy.toString());
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .directory(scratch.toFile())
        .start();
    List<int[]> read = new ArrayList<>();
    Matcher matcher = CHARS.matcher(new String(process.getInputStream().readAllBytes(), UTF_8));
    process.waitFor();
    while (matcher.find()) {
      read.add(new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))});
    }
    String text = new String(bytes, UTF_8);
    List<CoqSentence> found = CoqSentence.split(text).sentences();
    int[] offsets = byteOffsets(text);
    for (int i = 0; i < read.size(); i++) {
      CoqSentence sentence = found.get(i);
      assertThat(List.of(offsets[sentence.start()], offsets[sentence.end()]))
          .as("%s: sentence %d: %s", file, i, text.substring(sentence.start(), sentence.end()))
          .isEqualTo(List.of(read.get(i)[0], read.get(i)[1]));
    }
    if (process.exitValue() == 0) {
      assertThat(found).as("%s", file).hasSameSizeAs(read);
    }
    return read.size();
  }

  private static int[] byteOffsets(String text) {
    int[] offsets = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int width = c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
      offsets[i + 1] = offsets[i] + width;
    }
    return offsets;
  }
}
