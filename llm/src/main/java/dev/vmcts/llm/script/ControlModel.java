package dev.vmcts.llm.script;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The baseline that a language model is measured against: no model, only how often a corpus has each step.
 *
 * <p>Its file has lines {@code count<TAB>template}. In a template {@code $H} stands for a hypothesis in sight,
 * {@code $V} for a variable, {@code $L} for a lemma or function; each is drawn evenly. Templates for which nothing is in
 * sight are passed over. Temperature applies to the counts, top-k and top-p do not. A step counts as one token for every
 * three characters.
 */
public final class ControlModel implements LanguageModel {

  private record Template(long count, String text) {}

  private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,17})\t(.*\\S.*)");
  private static final Pattern PLACE = Pattern.compile("\\$([HVL])");

  private final ModelInfo info;
  private final List<Template> templates;

  private ControlModel(ModelInfo info, List<Template> templates) {
    this.info = info;
    this.templates = List.copyOf(templates);
  }

  /** Reads the counts. */
  public static ControlModel open(Path file) throws ModelException {
    String text = TextFiles.read(file, "step counts");
    List<Template> templates = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        templates.add(new Template(Long.parseLong(matcher.group(1)), matcher.group(2)));
      } else if (!line.isBlank()) {
        throw new ModelException(
            file + ":" + number + ": '" + line + "' is no count, tab and template");
      }
    }
    if (templates.isEmpty()) {
      throw new ModelException(file + " has no step; write lines of a count, a tab and a template");
    }
    return new ControlModel(
        new ModelInfo("control:" + file, TextFiles.sha256(text), Integer.MAX_VALUE, ""), templates);
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Proposal sample(String prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException {
    NamesInSight names = NamesInSight.of(prompt);
    List<Template> possible =
        templates.stream().filter(template -> possible(template, names)).toList();
    if (possible.isEmpty()) {
      throw new ModelException(info.id()
          + " has no step without names, and the prompt shows none; add one, such as 'auto.'");
    }
    SplittableRandom random = new SplittableRandom(seed);
    Template template = draw(possible, sampling.temperature(), random);
    double total = possible.stream().mapToDouble(Template::count).sum();
    double logProbability = Math.log(template.count() / total);
    Matcher place = PLACE.matcher(template.text());
    StringBuilder step = new StringBuilder();
    while (place.find()) {
      List<String> choice = names(names, place.group(1));
      place.appendReplacement(
          step, Matcher.quoteReplacement(choice.get(random.nextInt(choice.size()))));
      logProbability -= Math.log(choice.size());
    }
    String text = place.appendTail(step).toString();
    return new Proposal(
        text,
        TextFiles.tokens(text),
        Math.min(0, logProbability),
        StopReason.STOP,
        TextFiles.tokens(prompt),
        0);
  }

  private static Template draw(
      List<Template> possible, double temperature, SplittableRandom random) {
    Template likeliest = possible.get(0);
    for (Template template : possible) {
      likeliest = template.count() > likeliest.count() ? template : likeliest;
    }
    if (temperature == 0) {
      return likeliest;
    }
    double[] weights = new double[possible.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double share = (double) possible.get(i).count() / likeliest.count();
      weights[i] = Math.pow(share, 1 / temperature);
      sum += weights[i];
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return possible.get(i);
      }
    }
    return likeliest;
  }

  private static boolean possible(Template template, NamesInSight names) {
    return PLACE
        .matcher(template.text())
        .results()
        .noneMatch(m -> names(names, m.group(1)).isEmpty());
  }

  private static List<String> names(NamesInSight names, String kind) {
    return switch (kind) {
      case "H" -> names.hypotheses();
      case "V" -> names.variables();
      default -> names.lemmas();
    };
  }

  /** Does nothing. */
  @Override
  public void close() {}
}
