"""Makes a checkpoint twice as deep: after each block a copy of it whose outputs are zero, so that it computes the same.

usage: grow.py SHALLOW.pt DEEP.pt

The copies learn from there on, as in LLaMA Pro (Wu et al. 2024).
"""
import sys
import time

import torch

from network import Network


def main(shallow, deep):
    saved = torch.load(shallow)
    shape = dict(saved["shape"], layers=2 * saved["shape"]["layers"])
    weights = {}
    for name, value in saved["weights"].items():
        if not name.startswith("blocks."):
            weights[name] = value
            continue
        _, block, rest = name.split(".", 2)
        weights[f"blocks.{2 * int(block)}.{rest}"] = value
        silent = rest in ("out.weight", "down.weight")
        weights[f"blocks.{2 * int(block) + 1}.{rest}"] = torch.zeros_like(value) if silent else value.clone()
    Network(**shape).load_state_dict(weights)
    torch.save(dict(shape=shape, weights=weights, step=0, tokens=saved["tokens"], began=time.time()), deep)


if __name__ == "__main__":
    main(*sys.argv[1:])
