package dev.vmcts.verify;

/**
 * One line of a goal's context.
 *
 * @param name its name; several names of one type are several hypotheses
 * @param type its type as the verifier prints it, on one line
 */
public record Hypothesis(String name, String type) {}
