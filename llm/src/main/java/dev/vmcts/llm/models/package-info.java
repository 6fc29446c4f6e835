/** The one place that knows every kind of model. */
@NullMarked
package dev.vmcts.llm.models;

import org.jspecify.annotations.NullMarked;
