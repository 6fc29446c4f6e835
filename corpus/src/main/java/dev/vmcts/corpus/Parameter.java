package dev.vmcts.corpus;

/** A name with a type. */
record Parameter(String name, String type) {

  Term variable() {
    return Term.var(name);
  }
}
