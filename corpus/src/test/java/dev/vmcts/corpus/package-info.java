/** Tests of the corpus generator. */
@NullMarked
package dev.vmcts.corpus;

import org.jspecify.annotations.NullMarked;
