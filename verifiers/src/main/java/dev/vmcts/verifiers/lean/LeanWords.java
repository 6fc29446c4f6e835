package dev.vmcts.verifiers.lean;

import java.util.Set;

/** Lean's words by what they do. */
final class LeanWords {

  /** Commands that state something to be proven. */
  static final Set<String> STATEMENTS = Set.of("theorem", "lemma", "example");

  /** Commands that a hole may hold. */
  static final Set<String> DECLARATIONS =
      Set.of("theorem", "lemma", "example", "def", "abbrev", "inductive", "structure");

  /** What may stand in front of such a command. */
  static final Set<String> MODIFIERS = Set.of("private", "protected", "noncomputable", "nonrec");

  /** Words that start a command, or may stand in front of one, in a hole or in given text. */
  static final Set<String> COMMANDS = Set.of(
      "theorem",
      "lemma",
      "example",
      "def",
      "abbrev",
      "inductive",
      "structure",
      "class",
      "instance",
      "axiom",
      "opaque",
      "mutual",
      "end",
      "namespace",
      "section",
      "variable",
      "universe",
      "open",
      "export",
      "attribute",
      "set_option",
      "import",
      "private",
      "protected",
      "noncomputable",
      "nonrec",
      "partial",
      "unsafe",
      "public",
      "local",
      "scoped",
      "deriving",
      "notation",
      "infix",
      "infixl",
      "infixr",
      "prefix",
      "postfix",
      "macro",
      "macro_rules",
      "syntax",
      "elab",
      "elab_rules",
      "initialize",
      "builtin_initialize",
      "run_cmd",
      "include",
      "omit",
      "module");

  /** What assumes what is to be proven, or takes it on trust. */
  static final Set<String> ASSUMING = Set.of(
      "sorry",
      "admit",
      "stop",
      "sorryAx",
      "axiom",
      "opaque",
      "unsafe",
      "native_decide",
      "implemented_by",
      "extern",
      "ofReduceBool",
      "trustCompiler");

  /** What a hole holds nowhere, wherever it stands: commands that change what text means, run code, or assume. */
  static final Set<String> FORBIDDEN = Set.of(
      "axiom",
      "opaque",
      "unsafe",
      "partial",
      "instance",
      "class",
      "variable",
      "universe",
      "namespace",
      "section",
      "export",
      "include",
      "omit",
      "attribute",
      "initialize",
      "builtin_initialize",
      "macro",
      "macro_rules",
      "syntax",
      "notation",
      "notation3",
      "infix",
      "infixl",
      "infixr",
      "prefix",
      "postfix",
      "elab",
      "elab_rules",
      "declare_syntax_cat",
      "declare_config_elab",
      "register_option",
      "register_builtin_option",
      "register_simp_attr",
      "register_label_attr",
      "register_parser_alias",
      "register_error_explanation",
      "register_tactic_tag",
      "register_linter_set",
      "run_cmd",
      "run_elab",
      "run_meta",
      "run_tac",
      "simproc",
      "dsimproc",
      "simproc_decl",
      "dsimproc_decl",
      "simproc_pattern",
      "builtin_simproc",
      "builtin_dsimproc",
      "import",
      "public",
      "meta",
      "open",
      "local",
      "scoped",
      "unif_hint",
      "binder_predicate",
      "add_decl_doc",
      "init_quot",
      "by_elab",
      "elab_stx",
      "include_str",
      "eval_expr",
      "dbg_trace",
      "suppress_compilation",
      "unsuppress_compilation",
      "gen_injective_theorems",
      "alias",
      "recall",
      "extend_docs",
      "assert_no_cyclic",
      "deprecate",
      "deprecated_module",
      "irreducible_def",
      "initialize_simps_projections",
      "proof_wanted",
      "library_note",
      "compile_inductive",
      "compile_def",
      "declare_aesop_rule_sets",
      "add_aesop_rules",
      "erase_aesop_rules",
      "declare_bitwise_uint_theorems",
      "declare_uint_theorems",
      "declare_int_theorems",
      "builtin_grind_propagator",
      "grind_propagator",
      "grind_pattern",
      "set_library_suggestions",
      "coinductive",
      "mk_iff_of_inductive_prop",
      "to_additive",
      "sorry",
      "admit",
      "stop",
      "sorryAx",
      "native_decide",
      "native",
      "implemented_by",
      "extern",
      "csimp",
      "export_name",
      "reduceBool",
      "reduceNat",
      "ofReduceBool",
      "ofReduceNat",
      "trustCompiler",
      "lcProof",
      "lcUnreachable",
      "unsafeCast",
      "unsafeIO",
      "unsafeBaseIO",
      "unsafeEIO",
      "ptrAddrUnsafe",
      "bv_decide",
      "bv_check",
      "skipKernelTC",
      "quot_precheck",
      "exit");

  /** Attributes that a hole may set on what it defines. */
  static final Set<String> ATTRIBUTES = Set.of("simp", "reducible", "irreducible", "inline");

  /** Classes whose instances a hole may derive for a type of its own. */
  static final Set<String> DERIVABLE = Set.of(
      "DecidableEq",
      "Repr",
      "BEq",
      "ReflBEq",
      "LawfulBEq",
      "Inhabited",
      "Nonempty",
      "Ord",
      "Hashable");

  /** Options that a hole may set: how much work is done, and nothing else. */
  static final Set<String> OPTIONS = Set.of(
      "maxHeartbeats", "maxRecDepth", "synthInstance.maxHeartbeats", "synthInstance.maxSize");

  /** Words that go on with what stands on the line above. */
  static final Set<String> CONTINUING = Set.of(
      "where",
      "with",
      "using",
      "then",
      "else",
      "at",
      "termination_by",
      "decreasing_by",
      "deriving",
      "generalizing",
      "from",
      "do",
      "in",
      "extends");

  /** Symbols that go on with what stands on the line above. */
  static final Set<String> CONTINUING_SYMBOLS = Set.of(
      "<;>", "|>", "<|", ":=", "=>", "->", "→", "↔", "∧", "∨", "=", "≠", "<", ">", "≤", "≥", "+",
      "*", "/", "++", "::", ")", "]", "}", "⟩", ",", ";", ":", "∘", "∣", "&&", "||", "▸", "%", "^");

  private LeanWords() {}
}
