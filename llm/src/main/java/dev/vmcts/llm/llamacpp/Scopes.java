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

  /** What was proposed in a scope, ready for a new text; nothing in the empty scope. */
  Proposed begin(String scope) {
    Proposed proposed =
        scope.isEmpty() ? new Proposed() : scopes.computeIfAbsent(scope, s -> new Proposed());
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
