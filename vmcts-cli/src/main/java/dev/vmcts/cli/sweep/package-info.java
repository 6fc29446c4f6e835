/** Sweeps as data: the plan, the runs, joining them, and what is reported of them. Starts no search. */
@NullMarked
package dev.vmcts.cli.sweep;

import org.jspecify.annotations.NullMarked;
