package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.StopRule;

/** A stop rule of the tests: cuts after the first full stop. */
public final class FullStopRule implements StopRule {

  @Override
  public String id() {
    return "test-full-stop";
  }

  @Override
  public int cut(CharSequence generated) {
    for (int i = 0; i < generated.length(); i++) {
      if (generated.charAt(i) == '.') {
        return i + 1;
      }
    }
    return -1;
  }
}
