package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import java.util.List;

/**
 * A small Dafny program that verifies.
 *
 * @param kind what it is about
 * @param key equal for items that differ in names and layout only
 * @param declarations its declarations in order
 */
record DafnyItem(String kind, String key, List<DafnyDeclaration> declarations) {

  DafnyItem {
    declarations = List.copyOf(declarations);
  }

  /** An item with its key. */
  static DafnyItem of(String kind, List<DafnyDeclaration> declarations) {
    StringBuilder text = new StringBuilder();
    declarations.forEach(d -> text.append(d.text()));
    return new DafnyItem(kind, DafnyFingerprint.ofText(text.toString()), declarations);
  }

  /** The declarations of a kind. */
  List<DafnyDeclaration> all(Kind wanted) {
    return declarations.stream().filter(d -> d.kind() == wanted).toList();
  }

  /** Whether anything in it is proven or computed. */
  boolean isWorthwhile() {
    return declarations.stream()
        .anyMatch(d -> d.kind() == Kind.LEMMA
            || d.kind() == Kind.METHOD
            || (d.kind() == Kind.FUNCTION && d.header().contains("ensures")));
  }

  /** The fingerprints of what its lemmas, methods and functions promise. */
  List<String> fingerprints() {
    StringBuilder text = new StringBuilder();
    declarations.forEach(d -> text.append(d.text()));
    return DafnyFingerprint.ofContracts(text.toString());
  }
}
