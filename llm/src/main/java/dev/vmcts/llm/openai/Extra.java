package dev.vmcts.llm.openai;

import java.util.regex.Pattern;

/** What requests have that not every server takes; each is left out once a server has refused it. */
enum Extra {
  /** Log-probabilities, and the number of tokens at the end of a stream. */
  COUNTS("logprobs|stream_options|include_usage"),
  /** That the last message is to be gone on with, in the words of vLLM and SGLang. */
  CONTINUATION("continue_final_message|add_generation_prompt"),
  /** The older name of the token limit. */
  MAX_TOKENS("max_tokens|max_completion_tokens");

  private final Pattern names;

  Extra(String names) {
    this.names = Pattern.compile(names);
  }

  /** Whether what a server says of a refusal speaks of it. */
  boolean isNamed(String refusal) {
    return names.matcher(refusal).find();
  }
}
