/** Problem files: a native source file with a header, given text and holes. */
@NullMarked
package dev.vmcts.problem;

import org.jspecify.annotations.NullMarked;
