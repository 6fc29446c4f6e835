package dev.vmcts.llm;

import java.util.ServiceLoader;

/**
 * Says where generated text is cut. Stateless and thread-safe.
 *
 * <p>Rules are found by name through {@link ServiceLoader}, since sampling happens in another process.
 */
public interface StopRule {

  /** The name by which {@link #named} finds it, such as {@code coq}. */
  String id();

  /** The length to which the generated text is cut, ending generation, or -1 to go on. */
  int cut(CharSequence generated);

  /** Generation goes on until the end of text or the token limit. */
  StopRule NONE = new StopRule() {
    @Override
    public String id() {
      return "none";
    }

    @Override
    public int cut(CharSequence generated) {
      return -1;
    }
  };

  /**
   * The rule of a name.
   *
   * @throws IllegalArgumentException if no rule on the class path has it
   */
  static StopRule named(String id) {
    if (id.equals(NONE.id())) {
      return NONE;
    }
    for (StopRule rule : ServiceLoader.load(StopRule.class)) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("no stop rule '" + id + "' on the class path");
  }
}
