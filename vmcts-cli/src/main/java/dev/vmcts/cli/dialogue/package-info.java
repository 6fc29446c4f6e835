/** The dialogue of {@code vmcts synth --interactive}: what is typed, and what is shown. */
@NullMarked
package dev.vmcts.cli.dialogue;

import org.jspecify.annotations.NullMarked;
