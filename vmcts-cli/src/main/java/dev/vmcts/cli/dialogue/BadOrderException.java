package dev.vmcts.cli.dialogue;

/** What was typed is no order; the message says in one line what is allowed. */
final class BadOrderException extends Exception {

  private static final long serialVersionUID = 1L;

  BadOrderException(String message) {
    super(message);
  }
}
