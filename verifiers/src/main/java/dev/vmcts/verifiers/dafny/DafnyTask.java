package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyJudge.Place;
import dev.vmcts.verify.Diagnostic;
import java.util.List;

/**
 * A step in its surroundings.
 *
 * @param from where the step starts in the prefix
 */
record DafnyTask(DafnyHole hole, DafnyPrefix prefix, int from) {

  String text() {
    return prefix.text();
  }

  boolean isMine(Place place) {
    return place.in(hole.start(), text().length());
  }

  /** Where an error lies in the step; {@link Diagnostic#ANYWHERE} if it lies outside. */
  int inStep(Place place) {
    int start = from;
    while (start < text().length() && Character.isWhitespace(text().charAt(start))) {
      start++;
    }
    return place.in(start, text().length()) ? place.at() - start : Diagnostic.ANYWHERE;
  }

  /** Whether nothing that the hole opened is open. */
  boolean level() {
    return prefix.open().size() == hole.depth();
  }

  List<String> names() {
    return prefix.declarations().stream()
        .filter(d -> !d.name().isEmpty() && d.end() > from && !d.keyword().endsWith("datatype"))
        .map(DafnyDeclaration::name)
        .distinct()
        .toList();
  }
}
