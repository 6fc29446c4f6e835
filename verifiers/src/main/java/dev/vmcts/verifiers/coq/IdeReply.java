package dev.vmcts.verifiers.coq;

/** What came of a call to {@code coqidetop}. */
sealed interface IdeReply {

  /** It was done. */
  record Good(IdeXml value) implements IdeReply {}

  /** Coq refused, with its message. */
  record Fail(String message) implements IdeReply {}

  /** The time was over, and Coq obeyed the interrupt or was killed. */
  record Late() implements IdeReply {}

  /** The process is dead, with what it wrote to standard error. */
  record Dead(String message) implements IdeReply {}
}
