/** Grammars in llama.cpp's notation (GBNF), and what of a text they allow. */
@NullMarked
package dev.vmcts.text.grammar;

import org.jspecify.annotations.NullMarked;
