package dev.vmcts.trace.resume;

/** Whether a model is asked again what it was asked in the recorded run, so that its cache is as it was. */
public enum Warmth {
  /** It is: the search then goes on as if it had never been stopped. */
  WARM,
  /** It is not: the search goes on sooner, and a model's rounding may let it go another way. */
  COLD
}
