/** Language models by the names that users give them. */
@NullMarked
package dev.vmcts.llm.open;

import org.jspecify.annotations.NullMarked;
