package dev.vmcts.verifiers.lean;

/**
 * A declaration in a Lean text.
 *
 * @param word its command, such as {@code theorem}
 * @param name its name with its namespace; empty when it has none
 * @param hidden whether other modules cannot name it
 * @param start index of its command word
 * @param end index where the next declaration starts, or the end of the text
 * @param line the line of its command word, from 1
 */
record LeanDeclaration(String word, String name, boolean hidden, int start, int end, int line) {

  boolean states() {
    return LeanWords.STATEMENTS.contains(word);
  }

  /** Whether another module can name it. */
  boolean named() {
    return !name.isEmpty() && !hidden;
  }

  /** Its name without the namespace. */
  String lastName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
