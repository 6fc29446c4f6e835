"""Turns documents into token arrays, and those into batches.

usage: data.py TOKENIZER.json DOCUMENTS.jsonl.gz OUT.npz [renamed]

With the last word, each document gets other names for what it defines, and some of its equations are put into one statement.
"""
import gzip
import json
import random
import sys

import numpy as np

from conjoin import conjoined
from rename import renamed
from tokenizer import Tokenizer


def main(tokenizer_path, documents, out, names="kept"):
    """ids: all tokens; written: 1 where the model is to write the token; ends: where each document ends."""
    tokenizer = Tokenizer(tokenizer_path)
    rng = random.Random(documents.rsplit("/", 1)[-1])
    ids, written, ends = [], [], []
    with gzip.open(documents, "rt") as lines:
        for line in lines:
            ids.append(tokenizer.bos)
            written.append(0)
            pieces = json.loads(line)["pieces"]
            if names == "renamed":
                pieces = conjoined(renamed(pieces, rng, tokenizer.letters), rng)
            for text, flag in pieces:
                piece = tokenizer.encode(text)
                ids += piece
                written += [flag] * len(piece)
            ids.append(tokenizer.eos)
            written.append(1)
            ends.append(len(ids))
    np.savez_compressed(
        out, ids=np.array(ids, np.uint16), written=np.array(written, np.uint8), ends=np.array(ends, np.int64))


def load(paths, context):
    """Documents as pairs of arrays, each cut at the context."""
    documents = []
    for path in paths:
        shard = np.load(path)
        ids, written, start = shard["ids"], shard["written"], 0
        for end in shard["ends"]:
            stop = min(end, start + context)
            documents.append((ids[start:stop], written[start:stop]))
            start = end
    return documents


SHOWN_KEPT = 0.3


def batches(documents, tokens, rng, shown_weight):
    """Batches of documents of like length, about so many tokens each, in random order: ids, targets, weights.

    Of the tokens that the model is only shown, a random part carries the weight of all of them: the others cost no logits.
    """
    import torch

    order = rng.permutation(len(documents))
    for first in range(0, len(order), 2048):
        chunk = sorted(order[first : first + 2048], key=lambda i: len(documents[i][0]))
        groups, group = [], []
        for i in chunk:
            if group and (len(group) + 1) * len(documents[i][0]) > tokens:
                groups.append(group)
                group = []
            group.append(i)
        groups.append(group)
        rng.shuffle(groups)
        for group in groups:
            length = max(len(documents[i][0]) for i in group)
            ids = np.zeros((len(group), length), np.int64)
            weights = np.zeros((len(group), length), np.float32)
            for row, i in enumerate(group):
                tokens_, written = documents[i]
                ids[row, : len(tokens_)] = tokens_
                kept = (rng.random(len(tokens_)) < SHOWN_KEPT) * (shown_weight / SHOWN_KEPT)
                weights[row, : len(tokens_)] = np.where(written, 1.0, kept)
            yield torch.from_numpy(ids[:, :-1]), torch.from_numpy(ids[:, 1:]), torch.from_numpy(weights[:, 1:])


if __name__ == "__main__":
    main(*sys.argv[1:])
