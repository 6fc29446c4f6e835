package dev.vmcts.verifiers.coq;

/** What came of a call to {@code coqidetop}. */
sealed interface IdeReply {

  /** It was done. */
  record Good(IdeXml value) implements IdeReply {}

  /** Coq refused, with its message and the byte of the sentence at which the fault begins; -1 where it does not say. */
  record Fail(String message, int at) implements IdeReply {}

  /** The time was over, and Coq obeyed the interrupt or was killed. */
  record Late() implements IdeReply {}

  /** The process is dead, with what it wrote to standard error. */
  record Dead(String message) implements IdeReply {}
}
