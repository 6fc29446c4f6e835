/** Chooses what a model is shown of other files. */
@NullMarked
package dev.vmcts.prompt.context;

import org.jspecify.annotations.NullMarked;
