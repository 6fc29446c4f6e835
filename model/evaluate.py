"""Measures a checkpoint on documents that it was not trained on.

usage: evaluate.py CHECKPOINT TOKENIZER.json DOCUMENTS.jsonl.gz [MOST_DOCUMENTS]

For each sort of step: how many are predicted token for token at temperature 0, and how probable a step is.
"""
import collections
import gzip
import json
import math
import sys

import torch
import torch.nn.functional as F

from network import Network
from tokenizer import Tokenizer


def sort_of(step):
    word = step.split()[0].rstrip(".;")
    if word in ("Fixpoint", "Definition", "Inductive"):
        return "definition"
    if word in ("Proof", "Qed") or not word[0].isalpha():
        return "frame and bullets"
    return word if word in ("induction", "rewrite", "destruct", "intros", "simpl", "lia", "reflexivity", "apply") else "other tactic"


def measure(network, tokenizer, documents, context):
    counts = collections.defaultdict(lambda: [0, 0, 0.0, 0])
    for pieces in documents:
        ids, spans = [tokenizer.bos], []
        for text, written in pieces:
            start = len(ids)
            ids += tokenizer.encode(text)
            if written and len(ids) <= context:
                spans.append((start, len(ids), sort_of(text)))
        ids = ids[:context]
        with torch.no_grad():
            losses = F.log_softmax(network(torch.tensor([ids[:-1]])), -1)[0]
        targets = torch.tensor(ids[1:])
        chosen = losses.gather(1, targets[:, None])[:, 0]
        right = losses.argmax(-1) == targets
        for start, end, sort in spans:
            for key in (sort, "all steps"):
                row = counts[key]
                row[0] += 1
                row[1] += bool(right[start - 1 : end - 1].all())
                row[2] += float(chosen[start - 1 : end - 1].sum())
                row[3] += end - start
    return counts


def load(checkpoint):
    saved = torch.load(checkpoint, map_location="cpu")
    network = Network(**saved["shape"])
    network.load_state_dict(saved["weights"])
    return network.eval(), saved


def main(checkpoint, tokenizer_path, shard, most="200"):
    network, saved = load(checkpoint)
    tokenizer = Tokenizer(tokenizer_path)
    with gzip.open(shard, "rt") as lines:
        documents = [json.loads(line)["pieces"] for _, line in zip(range(int(most)), lines)]
    counts = measure(network, tokenizer, documents, saved["shape"]["context"])
    print(f"step {saved['step']}, {saved['tokens'] / 1e6:.2f} M tokens, {len(documents)} documents")
    print("sort\tsteps\twhole step right\tloss a token\tprobability of a step (geometric mean)")
    for sort, (n, right, total, tokens) in sorted(counts.items(), key=lambda item: -item[1][0]):
        print(f"{sort}\t{n}\t{right / n:.3f}\t{-total / tokens:.3f}\t{math.exp(total / n):.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
