/** Search traces: JSON Lines, written as the search happens. */
@NullMarked
package dev.vmcts.trace;

import org.jspecify.annotations.NullMarked;
