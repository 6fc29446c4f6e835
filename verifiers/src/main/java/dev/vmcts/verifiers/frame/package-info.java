/** What the verifiers of all languages share: the frame of states, sessions and verifiers. */
@NullMarked
package dev.vmcts.verifiers.frame;

import org.jspecify.annotations.NullMarked;
