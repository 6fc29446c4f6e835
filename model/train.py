"""Trains the network until a given time, on as many processes as asked for; goes on from its checkpoint.

Matrices inside the blocks are trained with Muon (momentum, orthogonalised by Newton-Schulz iterations; Jordan et al.
2024), everything else with AdamW. Shards that appear while it runs are taken up at the next pass.
"""
import argparse
import glob
import json
import os
import time

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
import numpy as np
import torch
import torch.distributed as dist

import data
from network import Network


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--shards", required=True, help="glob of .npz shards")
    p.add_argument("--held-out", required=True, help=".npz shard for validation")
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--checkpoint", required=True)
    p.add_argument("--log", required=True)
    p.add_argument("--until", type=float, required=True, help="seconds since 1970 at which training ends")
    p.add_argument("--began", type=float, help="start of the schedule; default: now, or the checkpoint's")
    p.add_argument("--dim", type=int, default=192)
    p.add_argument("--layers", type=int, default=6)
    p.add_argument("--heads", type=int, default=6)
    p.add_argument("--hidden", type=int, default=512)
    p.add_argument("--context", type=int, default=1024)
    p.add_argument("--batch", type=int, default=4096, help="tokens a step and process")
    p.add_argument("--rate", type=float, default=3e-3, help="AdamW's learning rate")
    p.add_argument("--muon-rate", type=float, default=0.02)
    p.add_argument("--shown-weight", type=float, default=0.1, help="weight of tokens that the model is only shown")
    p.add_argument("--processes", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--port", type=int, default=29517)
    return p.parse_args()


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr, momentum=0.95):
        super().__init__(params, dict(lr=lr, momentum=momentum))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                buffer = state.setdefault("momentum", torch.zeros_like(p))
                buffer.lerp_(p.grad, 1 - group["momentum"])
                update = orthogonal(p.grad.lerp(buffer, group["momentum"]))
                p.mul_(1 - group["lr"] * 0.05)
                p.add_(update, alpha=-group["lr"] * max(1, p.shape[0] / p.shape[1]) ** 0.5)


def orthogonal(m, steps=5):
    """The orthogonal matrix nearest to m, about: five steps of the quintic Newton-Schulz iteration."""
    a, b, c = 3.4445, -4.7750, 2.0315
    tall = m.shape[0] > m.shape[1]
    x = m.T if tall else m
    x = (x / (x.norm() + 1e-7)).bfloat16()
    for _ in range(steps):
        xx = x @ x.T
        x = a * x + (b * xx + c * xx @ xx) @ x
    return (x.T if tall else x).to(m.dtype)


def train(rank, a):
    torch.set_num_threads(a.threads)
    torch.manual_seed(1)
    rng = np.random.default_rng(1000 + rank + int(time.time()))
    if a.processes > 1:
        dist.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{a.port}", rank=rank, world_size=a.processes)
    with open(a.tokenizer) as file:
        vocabulary = len(json.load(file)["vocabulary"])
    network = Network(vocabulary, a.dim, a.layers, a.heads, a.hidden, a.context)
    matrices = [p for n, p in network.named_parameters() if n.startswith("blocks") and p.dim() == 2]
    others = [p for n, p in network.named_parameters() if not (n.startswith("blocks") and p.dim() == 2)]
    optimizers = [
        Muon(matrices, a.muon_rate),
        torch.optim.AdamW(others, lr=a.rate, betas=(0.9, 0.95), weight_decay=0.0),
    ]
    base_rates = [a.muon_rate, a.rate]
    step, tokens, began = 0, 0, a.began or time.time()
    if os.path.exists(a.checkpoint):
        saved = torch.load(a.checkpoint)
        network.load_state_dict(saved["weights"])
        for o, s in zip(optimizers, saved.get("optimizers", [])):
            o.load_state_dict(s)
        step, tokens, began = saved["step"], saved["tokens"], a.began or saved["began"]
    log = open(a.log, "a") if rank == 0 else None
    parameters = sum(p.numel() for p in network.parameters())
    say(log, f"{parameters} parameters, step {step}, {tokens} tokens so far")
    held_out = data.load([a.held_out], a.context)[:100]
    saved_at = time.time()
    mean = None
    for ids, targets, weights in endless(a, rank, rng, log):
        done = shared_fraction(a, began)
        if done >= 1:
            break
        rate = min(1, (step + 1) / 100) * min(1, (1 - done) / 0.6)
        for optimizer, base in zip(optimizers, base_rates):
            for group in optimizer.param_groups:
                group["lr"] = base * max(rate, 0.01)
        total, weight = network.loss(ids, targets, weights)
        (total / weight).backward()
        reduce_gradients(network, a)
        torch.nn.utils.clip_grad_norm_(others, 1.0)
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        step += 1
        tokens += int((ids > 0).sum()) * a.processes
        loss = float(total / weight)
        mean = loss if mean is None else 0.98 * mean + 0.02 * loss
        if rank == 0 and time.time() - saved_at > 180:
            save(a, network, optimizers, step, tokens, began)
            say(log, f"{time.time() - began:.0f} s, step {step}, {tokens / 1e6:.2f} M tokens, "
                f"loss {mean:.4f}, held out {validate(network, held_out, a):.4f}, done {done:.2f}")
            saved_at = time.time()
    if rank == 0:
        save(a, network, optimizers, step, tokens, began)
        say(log, f"end: step {step}, {tokens / 1e6:.2f} M tokens, held out {validate(network, held_out, a):.4f}")


def endless(a, rank, rng, log):
    """Batches for ever; shards that are new are read at the start of each pass."""
    while True:
        documents = data.load(sorted(glob.glob(a.shards)), 768)
        say(log, f"a pass over {len(documents)} documents, {sum(len(d[0]) for d in documents)} tokens")
        mine = [documents[i] for i in range(rank, len(documents), a.processes)]
        yield from data.batches(mine, a.batch, rng, a.shown_weight)


def shared_fraction(a, began):
    """How much of the time is over, the same in all processes."""
    done = torch.tensor([(time.time() - began) / (a.until - began)])
    if a.processes > 1:
        dist.broadcast(done, 0)
    return float(done)


def reduce_gradients(network, a):
    if a.processes == 1:
        return
    grads = [p.grad for p in network.parameters()]
    flat = torch.cat([g.flatten() for g in grads])
    dist.all_reduce(flat)
    flat /= a.processes
    start = 0
    for g in grads:
        g.copy_(flat[start : start + g.numel()].view_as(g))
        start += g.numel()


def validate(network, held_out, a):
    """Mean loss of the tokens that the model is to write."""
    total = weight = 0.0
    with torch.no_grad():
        for batch in data.batches(held_out, 8192, np.random.default_rng(0), 0.0):
            t, w = network.loss(*batch)
            total, weight = total + float(t), weight + float(w)
    return total / weight


def save(a, network, optimizers, step, tokens, began):
    partial = a.checkpoint + ".part"
    torch.save(
        dict(shape=network.shape, weights=network.state_dict(), step=step, tokens=tokens, began=began,
             optimizers=[o.state_dict() for o in optimizers]), partial)
    os.replace(partial, a.checkpoint)


def say(log, text):
    if log:
        print(text, flush=True)
        print(text, file=log, flush=True)


if __name__ == "__main__":
    options = arguments()
    if options.processes == 1:
        train(0, options)
    else:
        torch.multiprocessing.spawn(train, (options,), options.processes)
