package dev.vmcts.verifiers.process;

import java.time.Duration;

/**
 * What a tool that has ended left.
 *
 * @param exitCode its exit code; 128 and more when a signal ended it; says nothing when it was {@code timedOut}
 * @param timedOut whether it was killed since its time was over
 * @param elapsed wall time from its start to its end
 * @param stdout its standard output read as UTF-8, cut at {@link ToolProcess#OUTPUT_LIMIT} bytes
 * @param stderr its standard error, in the same way
 */
public record ProcessResult(
    int exitCode, boolean timedOut, Duration elapsed, String stdout, String stderr) {}
