"""The network: a decoder of the llama architecture (RMSNorm, RoPE, SwiGLU, tied head).

RoPE is in the half-split layout here; export.py permutes the rows of q and k to llama.cpp's interleaved one. Weights are
kept in 32 bits; matrix products and attention run in bfloat16, which is several times faster on a CPU that has it.
"""
import math

import torch
import torch.nn.functional as F
from torch import nn


ROWS = 128


class RMSNorm(nn.Module):
    """RMSNorm without a gain to learn; the ones are there for the file format."""

    def __init__(self, dim, eps=1e-5):
        super().__init__()
        self.register_buffer("weight", torch.ones(dim))
        self.eps = eps

    def forward(self, x):
        return F.rms_norm(x, x.shape[-1:], None, self.eps)


def rotate(x, cos, sin):
    half = x.shape[-1] // 2
    return x * cos + torch.cat((x[..., half:], x[..., :half]), -1) * sin


class Block(nn.Module):
    def __init__(self, dim, heads, hidden):
        super().__init__()
        self.heads = heads
        self.attention_norm, self.hidden_norm = RMSNorm(dim), RMSNorm(dim)
        self.q, self.k, self.v, self.out = (nn.Linear(dim, dim, bias=False) for _ in range(4))
        self.gate, self.up = (nn.Linear(dim, hidden, bias=False) for _ in range(2))
        self.down = nn.Linear(hidden, dim, bias=False)

    def forward(self, x, cos, sin, mask):
        batch, length, dim = x.shape
        split = lambda t: t.view(batch, length, self.heads, -1).transpose(1, 2).reshape(batch * self.heads, length, -1)
        scale = (dim // self.heads) ** -0.5
        h = self.attention_norm(x)
        q, k, v = rotate(split(self.q(h)), cos, sin), rotate(split(self.k(h)), cos, sin), split(self.v(h))
        # Causal: a block of rows needs no keys after its last row, which saves nearly half of the work.
        rows = []
        for i, part in zip(range(0, length, ROWS), q.split(ROWS, 1)):
            end = min(i + ROWS, length)
            scores = torch.baddbmm(mask[:, i:end, :end], part, k[:, :end].transpose(1, 2), alpha=scale)
            rows.append(torch.bmm(scores.softmax(-1, scores.dtype), v[:, :end]))
        mixed = torch.cat(rows, 1).view(batch, self.heads, length, -1)
        x = x + self.out(mixed.transpose(1, 2).reshape(batch, length, dim))
        h = self.hidden_norm(x)
        return x + self.down(F.silu(self.gate(h)) * self.up(h))


class Network(nn.Module):
    def __init__(self, vocabulary, dim, layers, heads, hidden, context):
        super().__init__()
        self.shape = dict(vocabulary=vocabulary, dim=dim, layers=layers, heads=heads, hidden=hidden, context=context)
        self.embedding = nn.Embedding(vocabulary, dim)
        self.blocks = nn.ModuleList(Block(dim, heads, hidden) for _ in range(layers))
        self.norm = RMSNorm(dim)
        for name, weight in self.named_parameters():
            if weight.dim() > 1:
                onto_residual = name.endswith(("out.weight", "down.weight"))
                nn.init.normal_(weight, 0, 0.02 / (math.sqrt(2 * layers) if onto_residual else 1))
        frequencies = 1.0 / 10000.0 ** (torch.arange(0, dim // heads, 2).float() / (dim // heads))
        angles = torch.outer(torch.arange(context).float(), frequencies)
        self.register_buffer("cos", torch.cat((angles.cos(), angles.cos()), -1), persistent=False)
        self.register_buffer("sin", torch.cat((-angles.sin(), angles.sin()), -1), persistent=False)

    def hidden(self, ids):
        length = ids.shape[1]
        x = self.embedding(ids)
        narrow = torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else x.dtype
        mask = torch.full((1, length, length), -1e9, dtype=narrow).triu(1)
        cos, sin = self.cos[:length].to(narrow), self.sin[:length].to(narrow)
        for block in self.blocks:
            x = block(x, cos, sin, mask)
        return self.norm(x)

    def forward(self, ids):
        return F.linear(self.hidden(ids), self.embedding.weight)

    def loss(self, ids, targets, weights):
        """Mean cross-entropy over the targets, each with its weight; a target of weight 0 costs nothing."""
        counted = weights > 0
        with torch.autocast("cpu", torch.bfloat16):
            logits = F.linear(self.hidden(ids)[counted], self.embedding.weight)
        losses = F.cross_entropy(logits.float(), targets[counted], reduction="none")
        w = weights[counted]
        return (losses * w).sum(), w.sum()
