package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Verifies many items in one run of Dafny 2.3, each in a module of its own, and keeps of each what verifies. */
final class DafnyChecker implements AutoCloseable {

  private static final int RUNS = 4;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path dafny;
  private final Path folder;
  private final ToolRunner runner = new ToolRunner(Sandbox.AUTO);

  private record Lines(int item, DafnyDeclaration declaration, int first, int last) {}

  DafnyChecker() throws VerifierException, IOException {
    dafny = Executables.find("dafny")
        .orElseThrow(() -> new VerifierException("dafny is not on the PATH"));
    folder = Files.createTempDirectory("vmcts-corpus").toRealPath();
  }

  /** The items without the declarations that do not verify; items of which nothing of worth is left are dropped. */
  List<DafnyItem> verified(List<DafnyItem> items)
      throws VerifierException, IOException, InterruptedException {
    List<DafnyItem> left = items;
    for (int run = 0; run < RUNS && !left.isEmpty(); run++) {
      List<Lines> lines = new ArrayList<>();
      DafnyReport report = DafnyReport.of(output(program(left, lines)));
      if (report.unreadable()) {
        List<DafnyItem> readable = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
          int item = i;
          if (lines.stream().noneMatch(l -> l.item == item && report.isBad(l.first, l.last))) {
            readable.add(left.get(i));
          }
        }
        left = readable.size() == left.size() ? List.of() : readable;
      } else {
        return report.complete() ? pruned(left, lines, report) : List.of();
      }
    }
    return List.of();
  }

  private static String program(List<DafnyItem> items, List<Lines> lines) {
    StringBuilder text = new StringBuilder();
    int line = 1;
    for (int i = 0; i < items.size(); i++) {
      text.append("module M").append(i).append(" {\n");
      line++;
      for (DafnyDeclaration d : items.get(i).declarations()) {
        int height = (int) d.text().lines().count();
        lines.add(new Lines(i, d, line, line + height - 1));
        text.append(d.text());
        line += height;
      }
      text.append("}\n");
      line++;
    }
    return text.toString();
  }

  private String output(String program)
      throws VerifierException, IOException, InterruptedException {
    Files.writeString(folder.resolve("items.dfy"), program);
    ProcessResult result = runner.run(
        List.of(
            dafny.toString(), "/compile:0", "/timeLimit:3", "/errorLimit:1", "/trace", "items.dfy"),
        folder,
        new Limits(LIMIT, 0));
    return result.timedOut() ? "" : result.stdout();
  }

  private static List<DafnyItem> pruned(
      List<DafnyItem> items, List<Lines> lines, DafnyReport report) {
    List<DafnyItem> kept = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int item = i;
      List<DafnyDeclaration> good = new ArrayList<>(items.get(i).declarations());
      List<DafnyDeclaration> bad = new ArrayList<>(lines.stream()
          .filter(l -> l.item == item
              && (report.isBad(l.first, l.last) || !isProven(l.declaration, item, report)))
          .map(Lines::declaration)
          .toList());
      boolean broken = false;
      while (!bad.isEmpty()) {
        DafnyDeclaration dropped = bad.remove(bad.size() - 1);
        broken |= dropped.kind() == Kind.TYPE || dropped.kind() == Kind.FUNCTION;
        good.remove(dropped);
        good.stream()
            .filter(d -> d.mentions(dropped.name()) && !bad.contains(d))
            .forEach(bad::add);
      }
      DafnyItem rest = DafnyItem.of(items.get(i).kind(), good);
      if (!broken && rest.isWorthwhile()) {
        kept.add(rest);
      }
    }
    return kept;
  }

  /** Whether Dafny had something to prove for a lemma or method, and proved it. */
  private static boolean isProven(DafnyDeclaration d, int item, DafnyReport report) {
    boolean wanted = d.kind() == Kind.LEMMA || d.kind() == Kind.METHOD || d.kind() == Kind.PIN;
    return !wanted || report.isProven("M" + item, d.name());
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(folder.resolve("items.dfy"));
    Files.deleteIfExists(folder);
  }
}
