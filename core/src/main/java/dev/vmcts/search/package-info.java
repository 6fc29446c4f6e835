/** The search: tree, strategies, budgets. */
@NullMarked
package dev.vmcts.search;

import org.jspecify.annotations.NullMarked;
