package dev.vmcts.corpus;

import java.util.List;

/** What random terms and propositions are made of. */
interface Vocabulary {

  /** The variables that terms are made of, functions first. */
  List<Parameter> variables();

  /** The names of those that a proof might do induction on. */
  List<String> inductive();

  /** The types whose terms are compared. */
  List<String> types();

  /** A random term of one of these types. */
  Term of(String type, int depth);

  /** Terms in pairs and triples that are often equal: what a function does on sums, on its own result, on other functions. */
  List<Term> laws(String type);

  /** A random proposition without quantifiers. */
  Term proposition(int depth);
}
