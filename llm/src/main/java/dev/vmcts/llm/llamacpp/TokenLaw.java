package dev.vmcts.llm.llamacpp;

/** Says which tokens a text may go on with at all. */
interface TokenLaw {

  /** Whether a token may come next. */
  boolean allows(int token);

  /** Whether a token might be allowed, told quickly; false only if it is not. */
  boolean mayAllow(int token);

  /** All tokens may. */
  TokenLaw NONE = new TokenLaw() {
    @Override
    public boolean allows(int token) {
      return true;
    }

    @Override
    public boolean mayAllow(int token) {
      return true;
    }
  };
}
