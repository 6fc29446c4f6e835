/** What the language model is shown: prompt styles and their rendering. */
@NullMarked
package dev.vmcts.prompt;

import org.jspecify.annotations.NullMarked;
