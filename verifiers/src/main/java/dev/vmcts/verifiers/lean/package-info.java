/** Lean 4: its server for the search, fresh processes for acceptance. */
@NullMarked
package dev.vmcts.verifiers.lean;

import org.jspecify.annotations.NullMarked;
