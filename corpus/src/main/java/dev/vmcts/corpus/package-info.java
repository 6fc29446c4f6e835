/** The corpus of the bundled model: random programs, statements and proofs, each verified by Coq. */
@NullMarked
package dev.vmcts.corpus;

import org.jspecify.annotations.NullMarked;
