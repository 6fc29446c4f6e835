/** What can be made of traces: figures, comparisons, pages, time lines, training data. */
@NullMarked
package dev.vmcts.cli.trace;

import org.jspecify.annotations.NullMarked;
