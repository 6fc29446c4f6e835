/** Problem files out of local checkouts of suites that others made. */
@NullMarked
package dev.vmcts.cli.suite;

import org.jspecify.annotations.NullMarked;
