/** Going on with a search from its trace: what is recorded is fed back, then model and verifier are asked again. */
@NullMarked
package dev.vmcts.trace.resume;

import org.jspecify.annotations.NullMarked;
