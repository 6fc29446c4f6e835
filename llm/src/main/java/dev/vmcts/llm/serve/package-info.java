/** A model on this machine for others to ask, in OpenAI's completions protocol. */
@NullMarked
package dev.vmcts.llm.serve;

import org.jspecify.annotations.NullMarked;
