import dev.vmcts.text.grammar.Grammar;
import dev.vmcts.verifiers.coq.CoqStepReader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads Coq files sentence by sentence through a grammar: ReadThrough.java GRAMMAR FILE... */
final class ReadThrough {

  private static final int WINDOW = 4_000;

  public static void main(String[] arguments) throws Exception {
    Grammar grammar = Grammar.of(Files.readString(Path.of(arguments[0])));
    CoqStepReader reader = new CoqStepReader();
    int steps = 0;
    int refused = 0;
    for (int i = 1; i < arguments.length; i++) {
      String rest = Files.readString(Path.of(arguments[i]));
      int end = end(reader, rest);
      while (end > 0) {
        String step = rest.substring(0, end).strip();
        steps++;
        if (!grammar.allows(step)) {
          refused++;
          System.out.println(arguments[i] + ": " + step);
        }
        rest = rest.substring(end);
        end = end(reader, rest);
      }
    }
    System.out.println(arguments.length - 1 + " files, " + steps + " sentences, " + refused + " refused");
  }

  private static int end(CoqStepReader reader, String text) {
    for (int window = WINDOW; window < text.length(); window *= 4) {
      int end = reader.endOfStep(text.substring(0, window), false);
      if (end > 0) {
        return end;
      }
    }
    return reader.endOfStep(text, true);
  }
}
