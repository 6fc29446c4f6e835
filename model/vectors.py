"""Writes greedy continuations of a few prompts, for a test that llama.cpp continues them alike.

usage: vectors.py CHECKPOINT TOKENIZER.json OUT.json [f16|f32]
"""
import json
import sys

import torch

from evaluate import load
from tokenizer import Tokenizer

TOKENS = 24
HEAD = "Require Import Arith Lia List Bool.\nImport ListNotations.\n"
PROMPTS = [
    HEAD + "Theorem add_zero : forall n : nat, n + 0 = n.\n",
    HEAD + "Theorem add_zero : forall n : nat, n + 0 = n.\nProof.\n(* |- forall n : nat, n + 0 = n *)\n",
    HEAD + "Theorem t : forall n : nat, n + 0 = n.\nProof.\n(* |- forall n : nat, n + 0 = n *)\ninduction n.\n"
    + "(* [2] |- 0 + 0 = 0 *)\n",
    HEAD + "(* Next:\nExample dup_0 : dup 0 = 0.\nLemma dup_S : forall p : nat, dup (S p) = S (S (dup p)).\n*)\n",
    HEAD + "Inductive tree : Type :=\n| Leaf\n| Node : tree -> nat -> tree -> tree.\n(* Next:\n"
    + "Example size_0 : size Leaf = 0.\nExample size_1 : forall (l : tree) (x : nat) (r : tree), "
    + "size (Node l x r) = 1 + size l + size r.\n*)\n",
]


def greedy(network, ids):
    """Token ids until the end of text, at most TOKENS; and the least lead that a choice had over the runner-up."""
    chosen, lead = [], float("inf")
    with torch.no_grad():
        while len(chosen) < TOKENS:
            best = network(torch.tensor([ids + chosen]))[0, -1].topk(2)
            lead = min(lead, float(best.values[0] - best.values[1]))
            chosen.append(int(best.indices[0]))
    return chosen, lead


def main(checkpoint, tokenizer_path, out, kind="f16"):
    network, _ = load(checkpoint)
    if kind == "f16":
        for weight in network.parameters():
            if weight.dim() > 1:
                weight.data = weight.data.half().float()
    tokenizer = Tokenizer(tokenizer_path)
    vectors = []
    for prompt in PROMPTS:
        ids = [tokenizer.bos] + tokenizer.encode(prompt)
        continuation, lead = greedy(network, ids)
        vectors.append(
            dict(prompt=prompt, ids=ids, continuation_ids=continuation, continuation=tokenizer.decode(continuation),
                 least_lead=round(lead, 4)))
    with open(out, "w") as file:
        json.dump(dict(weights=kind, tokens=TOKENS, vectors=vectors), file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
