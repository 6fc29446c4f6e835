/** Tests that the verifiers of all languages share. */
@NullMarked
package dev.vmcts.verifiers.frame;

import org.jspecify.annotations.NullMarked;
