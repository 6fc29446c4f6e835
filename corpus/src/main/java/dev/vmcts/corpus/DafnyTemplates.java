package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.problem.DafnyOutline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Programs with choices in them, read from {@code templates.txt}.
 *
 * <p>A template is a title, lines {@code key = choice | choice}, an empty line, and Dafny text up to the next title
 * {@code == title}. {@code $key} stands for what was chosen, also in later choices. {@code key = name: a b} is a fresh name that
 * may be one of the words; {@code key = number: 1 5} a number. A line that starts with {@code ?30} is there in 30 of 100 items;
 * lines that start with {@code ~} and follow each other are shuffled. {@code wordsKEY} says what the declaration named by {@code KEY} does.
 */
final class DafnyTemplates {

  private static final Pattern KEY = Pattern.compile("\\$(\\w+)");
  private static final Pattern SOMETIMES = Pattern.compile("\\?(\\d+) ?(.*)");

  private record Template(String title, List<String> choices, List<String> text) {}

  private final List<Template> templates = new ArrayList<>();

  DafnyTemplates() throws IOException {
    try (InputStream in = DafnyTemplates.class.getResourceAsStream("templates.txt")) {
      if (in == null) {
        throw new IOException("templates.txt is missing from this build");
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : all.split("(?m)^== ", -1)) {
        if (!part.isBlank()) {
          List<String> lines = part.lines().toList();
          int gap = lines.indexOf("");
          templates.add(new Template(
              lines.get(0), lines.subList(1, gap), lines.subList(gap + 1, lines.size())));
        }
      }
    }
  }

  /** An item of a random template. */
  DafnyItem item(Dice dice, Names names) {
    Template template = dice.pick(templates);
    Map<String, String> chosen = new HashMap<>();
    for (String choice : template.choices) {
      int equals = choice.indexOf(" = ");
      chosen.put(
          choice.substring(0, equals), chosen(choice.substring(equals + 3), chosen, dice, names));
    }
    StringBuilder text = new StringBuilder();
    List<String> mixed = new ArrayList<>();
    for (String line : Stream.concat(template.text.stream(), Stream.of("")).toList()) {
      String kept = sometimes(line, dice);
      if (kept.startsWith("~")) {
        mixed.add(kept.substring(1));
        continue;
      }
      dice.shuffled(mixed).forEach(m -> text.append(m).append('\n'));
      mixed.clear();
      if (!kept.isBlank()) {
        text.append(kept).append('\n');
      }
    }
    String program = replaced(text.toString(), chosen);
    List<DafnyDeclaration> declarations = new ArrayList<>();
    for (DafnyOutline.Declaration d : DafnyOutline.of(program)) {
      declarations.add(declaration(program, d, chosen));
    }
    return DafnyItem.of(template.title, new DafnyStyle(dice).applied(declarations));
  }

  private static String sometimes(String line, Dice dice) {
    Matcher m = SOMETIMES.matcher(line);
    if (!m.matches()) {
      return line;
    }
    return dice.chance(Integer.parseInt(m.group(1)) / 100.0) ? m.group(2) : "";
  }

  private static String chosen(String choices, Map<String, String> chosen, Dice dice, Names names) {
    if (choices.startsWith("name: ")) {
      return names.function(List.of(choices.substring(6).split(" ", -1)));
    } else if (choices.startsWith("number: ")) {
      String[] bounds = choices.substring(8).split(" ", -1);
      return String.valueOf(dice.between(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1])));
    }
    return replaced(dice.of(choices.split(" \\| ", -1)), chosen);
  }

  private static String replaced(String text, Map<String, String> chosen) {
    String before = "";
    String after = text;
    while (!after.equals(before)) {
      before = after;
      after = KEY.matcher(before)
          .replaceAll(m -> Matcher.quoteReplacement(chosen.getOrDefault(m.group(1), m.group())));
    }
    return after;
  }

  private static DafnyDeclaration declaration(
      String program, DafnyOutline.Declaration d, Map<String, String> chosen) {
    String header = program.substring(d.start(), d.headerEnd());
    String name = DafnyFingerprint.name(DafnyWords.tokens(header), d.keyword());
    String body = "";
    if (d.hasBody()) {
      String inside = program.substring(program.indexOf('{', d.headerEnd()) + 1, d.end() - 1);
      body = inside.stripIndent().replaceAll("^\\s*\\n", "").stripTrailing().stripIndent();
    }
    String words = chosen.entrySet().stream()
        .filter(e ->
            e.getKey().startsWith("words") && name.equals(chosen.get(e.getKey().substring(5))))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
    Kind kind = switch (d.keyword()) {
      case "function", "predicate" -> Kind.FUNCTION;
      case "lemma" -> Kind.LEMMA;
      case "method" -> Kind.METHOD;
      default -> Kind.TYPE;
    };
    return new DafnyDeclaration(kind, name, header, kind == Kind.TYPE ? "" : body, words);
  }
}
