/** Tests of the Lean verifier; those that need a Lean are skipped without one. */
@NullMarked
package dev.vmcts.verifiers.lean;

import org.jspecify.annotations.NullMarked;
