package dev.vmcts.search;

/**
 * What a search spent.
 *
 * @param expansions expansions
 * @param tokens sampled tokens
 * @param verifierCalls calls to the verifier
 * @param modelSeconds wall time in the model, that of all workers added up
 * @param verifierSeconds wall time in the verifier, likewise
 * @param totalSeconds wall time in all, opening the verifier excluded
 */
public record Statistics(
    long expansions,
    long tokens,
    long verifierCalls,
    double modelSeconds,
    double verifierSeconds,
    double totalSeconds) {}
