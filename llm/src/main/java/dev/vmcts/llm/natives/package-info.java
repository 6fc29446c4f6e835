/** Builds of llama.cpp on this machine: which one a user wants, and those that were downloaded. */
@NullMarked
package dev.vmcts.llm.natives;

import org.jspecify.annotations.NullMarked;
