/** Tests of the Dafny part, most of them with the real Dafny. */
@NullMarked
package dev.vmcts.verifiers.dafny;

import org.jspecify.annotations.NullMarked;
