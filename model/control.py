"""Counts the steps of a corpus as templates, for a proposer without any model.

usage: control.py OUT.tsv DOCUMENTS.jsonl.gz...

A line is count, tab, template. $H stands for a hypothesis, $V for a variable, $L for a lemma or a function.
"""
import collections
import gzip
import json
import re
import sys

KEPT = 400
NAME = re.compile(r"[A-Za-z_][\w']*(?:\.\w+)*")
WORDS = set(
    "intros induction destruct simpl reflexivity lia nia auto congruence discriminate assumption exact apply rewrite"
    " unfold inversion injection subst f_equal split left right exists contradiction try in as eqn eqn:E pose proof"
    " S O true false nil cons app_length app_assoc app_nil_r rev_app_distr in_or_app andb_true_iff orb_true_iff"
    " andb_true_r andb_assoc orb_assoc orb_true_r orb_comm negb_involutive I".split()
)


def template(step, hypotheses, variables):
    """The step with names put as placeholders; nothing for steps that only one item can use."""

    def put(match):
        name = match.group()
        if name in WORDS or name.startswith("Nat."):
            return name
        if re.fullmatch(r"(IH|H|E|Hz)\w*'?", name):
            return "$H"
        if name in hypotheses:
            return "$H"
        if name in variables or len(name) <= 2:
            return "$V"
        return "$L"

    if " as [" in step or step.startswith(("exists", "destruct (", "exact (")):
        return None
    return NAME.sub(put, step)


def main(out, *shards):
    counts = collections.Counter()
    for shard in shards:
        with gzip.open(shard, "rt") as lines:
            for line in lines:
                shown = ""
                for text, written in json.loads(line)["pieces"]:
                    step = text.strip()
                    if not written:
                        shown = step
                    elif re.match(r"[a-z]", step):
                        context = shown.split("|-")[0] if "|-" in shown else ""
                        groups = re.findall(r"([\w' ]+) : ([^;]+)", context)
                        facts = {n for names, kind in groups if re.search(r"[=<>]|In ", kind) for n in names.split()}
                        others = {n for names, kind in groups for n in names.split()} - facts
                        counts[template(step, facts, others)] += 1
    del counts[None]
    with open(out, "w") as file:
        for step, n in counts.most_common(KEPT):
            file.write(f"{n}\t{step}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
