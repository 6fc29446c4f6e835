/** The small text files that models are made of, read with messages that say what is wrong. */
@NullMarked
package dev.vmcts.llm.file;

import org.jspecify.annotations.NullMarked;
