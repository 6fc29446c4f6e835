/** Language models behind servers that speak OpenAI's completions protocol. */
@NullMarked
package dev.vmcts.llm.openai;

import org.jspecify.annotations.NullMarked;
