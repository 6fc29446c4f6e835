/** GGUF model files, read far enough to refuse what the native library could not stand. */
@NullMarked
package dev.vmcts.llm.gguf;

import org.jspecify.annotations.NullMarked;
