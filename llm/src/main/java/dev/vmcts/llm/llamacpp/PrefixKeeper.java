package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.llamacpp.PrefixCache.Row;

/** Lets the beginning of the first prompt outlive the process. For one thread. */
interface PrefixKeeper {

  /** Keeps nothing. */
  PrefixKeeper NONE = new PrefixKeeper() {
    @Override
    public int begin(int[] prompt, Row row) {
      return 0;
    }

    @Override
    public void computed(Row row, int count) {
      // Nothing is kept.
    }
  };

  /**
   * Told when a request begins; the first one's row is filled with what was kept of its prompt.
   *
   * @param prompt the prompt's tokens
   * @param row the request's, which holds nothing in the first request of a process
   * @return how many tokens were put there
   */
  int begin(int[] prompt, Row row);

  /** Told when tokens were computed at the end of a row, after each batch. */
  void computed(Row row, int count);
}
