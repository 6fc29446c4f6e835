/** The control: steps drawn by frequency, with no language model at all. */
@NullMarked
package dev.vmcts.llm.control;

import org.jspecify.annotations.NullMarked;
