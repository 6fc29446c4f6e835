package dev.vmcts.verifiers.lean;

/**
 * A hole that states are in, or the end.
 *
 * @param hole the hole, from 0, or the number of holes
 * @param before all text in front of it, earlier holes filled
 * @param inside whether it is inside a declaration
 */
record LeanPlace(int hole, String before, boolean inside) {}
