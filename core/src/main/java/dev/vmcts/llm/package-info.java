/** What a language model promises: proposals, sampling, stop rules. */
@NullMarked
package dev.vmcts.llm;

import org.jspecify.annotations.NullMarked;
