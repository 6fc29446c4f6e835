package dev.vmcts.verifiers.lean;

/**
 * One message of Lean's server.
 *
 * @param error whether it is an error
 * @param start index in the text of the first character that it is about
 * @param end index after the last one
 * @param message the message
 */
record LeanDiagnostic(boolean error, int start, int end, String message) {}
