/** Models without weights: steps from a script, and steps drawn by how often a corpus has them. */
@NullMarked
package dev.vmcts.llm.script;

import org.jspecify.annotations.NullMarked;
