/** Dafny: prefixes closed and judged by the stock verifier, whole programs accepted and audited. */
@NullMarked
package dev.vmcts.verifiers.dafny;

import org.jspecify.annotations.NullMarked;
