package dev.vmcts.llm.llamacpp;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was proposed in each scope; the scopes that were used least lately are forgotten when there is too much. */
final class Scopes {

  private final int mostBranches;
  private final Map<String, Proposed> scopes = new LinkedHashMap<>(16, 0.75f, true);

  Scopes(int mostBranches) {
    this.mostBranches = mostBranches;
  }

  /**
   * What was proposed in a scope, ready for a new text; nothing in the empty scope.
   *
   * @param held whether the text is held to known words; a word that is closed to such a text is open to the others, so
   *     they are kept apart
   */
  Proposed begin(String scope, boolean held) {
    Proposed proposed = scope.isEmpty()
        ? new Proposed()
        : scopes.computeIfAbsent(scope + (held ? " held" : " free"), s -> new Proposed());
    long branches = scopes.values().stream().mapToLong(Proposed::size).sum();
    var oldest = scopes.values().iterator();
    while (branches > mostBranches && scopes.size() > 1) {
      branches -= oldest.next().size();
      oldest.remove();
    }
    proposed.begin();
    return proposed;
  }
}
