/** Local models in GGUF files, run by llama.cpp in a child process. */
@NullMarked
package dev.vmcts.llm.llamacpp;

import org.jspecify.annotations.NullMarked;
