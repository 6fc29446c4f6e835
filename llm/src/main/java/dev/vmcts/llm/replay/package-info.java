/** Models that answer as a recorded run was answered. */
@NullMarked
package dev.vmcts.llm.replay;

import org.jspecify.annotations.NullMarked;
