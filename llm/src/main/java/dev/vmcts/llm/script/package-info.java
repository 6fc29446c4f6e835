/** Models that read their steps from a file: whole runs without weights. */
@NullMarked
package dev.vmcts.llm.script;

import org.jspecify.annotations.NullMarked;
