package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyJudge.Place;
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
