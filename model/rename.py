"""Gives what a document defines other names, the same ones throughout: names that can only be copied."""
import re

DEFINED = re.compile(
    r"\b(?:Inductive|Fixpoint|Definition|Lemma|Theorem|Example|Fact|datatype|function|lemma|method|predicate)"
    r"\s+(?:\{[^}]*\}\s*)?([A-Za-z_][\w']*)")
DATA = re.compile(r"\b(?:Inductive\b[^.]*\.|datatype\b[^\n]*)")
CONSTRUCTOR = re.compile(r"[|=]\s*([A-Za-z_][\w']*)")
WORD = re.compile(r"[A-Za-z_][\w']*")
ONSETS = "b c d f g h j k l m n p r s t v w y z br cl dr fl gr kl pr st tr pl sh th ch bl sp".split()
VOWELS = "a e i o u a e i o u ai oo ea".split()
CODAS = ["", "", "n", "r", "l", "m", "t", "x", "s", "nd", "rk", "ck", "w"]
RENAMED = 0.75
PATCHED = 0.6
JOINED = 0.2


def renamed(pieces, rng, parts):
    """The pieces of a document with most of its own names replaced.

    parts: pieces of words that the tokenizer has, from which some names are put together, so that the model learns to copy
    every one of them.
    """
    text = "".join(piece[0] for piece in pieces)
    names = set(DEFINED.findall(text))
    for declaration in DATA.findall(text):
        names |= set(CONSTRUCTOR.findall(declaration))
    used = set(WORD.findall(text))
    mapping = {}
    for name in sorted(names):
        if rng.random() < RENAMED:
            new = fresh(rng, name[0].isupper(), parts)
            while new in used:
                new = fresh(rng, name[0].isupper(), parts)
            used.add(new)
            mapping[name] = new
    return [[WORD.sub(lambda m: mapping.get(m.group(), m.group()), piece[0]), piece[1]] for piece in pieces]


def fresh(rng, capital, parts):
    if not capital and rng.random() < JOINED:
        return fresh(rng, False, parts) + "_" + fresh(rng, False, parts)
    if rng.random() < PATCHED:
        word = "".join(rng.choice(parts) for _ in range(rng.choice([1, 2, 2, 3]))).lower()
    else:
        word = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.choice([1, 1, 2, 2, 3]))) + rng.choice(CODAS)
    return word.capitalize() if capital else word
