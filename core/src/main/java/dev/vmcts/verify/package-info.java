/** What a verifier promises: states, verdicts, steps, acceptance. */
@NullMarked
package dev.vmcts.verify;

import org.jspecify.annotations.NullMarked;
