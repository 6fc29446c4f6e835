/** Tests of the Coq part. */
@NullMarked
package dev.vmcts.verifiers.coq;

import org.jspecify.annotations.NullMarked;
