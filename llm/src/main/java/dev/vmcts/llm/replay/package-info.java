/** A model that answers as another one did before, from that one's trace. */
@NullMarked
package dev.vmcts.llm.replay;

import org.jspecify.annotations.NullMarked;
