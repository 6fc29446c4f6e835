package dev.vmcts.search;

/**
 * A whole program that acceptance could not tell, with more time either: neither a solution nor refused.
 *
 * @param program the program
 * @param reason why it could not be told, on one line
 */
public record Unjudged(String program, String reason) {}
