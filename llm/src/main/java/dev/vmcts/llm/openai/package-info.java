/** Language models behind servers that speak OpenAI's protocol. */
@NullMarked
package dev.vmcts.llm.openai;

import org.jspecify.annotations.NullMarked;
