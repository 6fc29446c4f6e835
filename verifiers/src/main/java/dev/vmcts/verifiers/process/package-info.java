/** Tools as processes: limits, confinement, drained streams, and nothing left behind. */
@NullMarked
package dev.vmcts.verifiers.process;

import org.jspecify.annotations.NullMarked;
