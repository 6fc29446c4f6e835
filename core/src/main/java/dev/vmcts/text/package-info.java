/** What is done to texts in several places and must be done alike. */
@NullMarked
package dev.vmcts.text;

import org.jspecify.annotations.NullMarked;
