/** The command line: commands, wiring of the parts, messages, exit codes. */
@NullMarked
package dev.vmcts.cli;

import org.jspecify.annotations.NullMarked;
