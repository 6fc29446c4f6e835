"""Searches one problem with little and with much shared context in turns, and prints what an expansion costs the model.

usage: compare.py VMCTS OUT ROUNDS EXPANSIONS SHORT LONG LIBRARY PROBLEM
(tokens of the two contexts; a folder of Coq files that is shown; in the root of the repository)
"""
import json
import os
import statistics
import subprocess
import sys

vmcts, out = sys.argv[1:3]
rounds, expansions, short, long = map(int, sys.argv[3:7])
library, problem = sys.argv[7:]
scale = -(-(long + 2048) // 1024)
setup = ["--context-size", str(1024 * scale), "--rope", "linear", "--rope-scale", str(scale), "--threads", "1"]


def search(tokens, seed):
    folder = os.path.join(out, "%d-%d" % (tokens, seed))
    subprocess.run(
        [vmcts, "synth", problem, "-o", folder, "-q", "--solvers", "off", "--seed", str(seed)]
        + ["--expansions", str(expansions), "--minutes", "60"]
        + ["--context", library, "--context-tokens", str(tokens)] + setup,
        stdout=subprocess.DEVNULL)
    name = os.path.splitext(os.path.basename(problem))[0] + ".trace.jsonl"
    with open(os.path.join(folder, name)) as lines:
        events = [json.loads(line) for line in lines]
    asked = [e for e in events if e["event"] == "propose"]
    first, rest = asked[0], asked[1:]
    return {
        "prompt": first["promptTokens"],
        "first": first["durationSeconds"],
        "requests": len(rest),
        "ms": 1000 * statistics.mean(e["durationSeconds"] for e in rest),
        "sampled": statistics.mean(e["tokens"] for e in rest),
        "read": statistics.mean(e["promptTokens"] - e["reusedTokens"] for e in rest),
        "recomputed": 100 * sum(e.get("recomputedTokens", 0) for e in rest) / sum(e["promptTokens"] for e in rest),
    }


def per_token(tokens):
    """Milliseconds for a token after a prompt of so many, with no search around it."""
    run = subprocess.run(
        [vmcts, "model", "bench", "--json", "--prompt-tokens", str(tokens), "--tokens", "64"]
        + ["--rounds", "1", "--warm-up", "0"] + setup,
        stdout=subprocess.PIPE, check=True, text=True)
    return 1000 / json.loads(run.stdout.splitlines()[0])["decodeTokensPerSecond"]["median"]


print("context  prompt  first s  requests  ms/request  sampled tokens  new prompt tokens  recomputed %  bare ms/token")
rows = {short: [], long: []}
for seed in range(1, rounds + 1):
    for tokens in (short, long):
        row = search(tokens, seed)
        row["bare"] = per_token(tokens)
        rows[tokens].append(row)
        print("%7d %7d %8.1f %9d %11.1f %15.1f %18.1f %13.2f %14.2f" % (
            tokens, row["prompt"], row["first"], row["requests"], row["ms"], row["sampled"], row["read"],
            row["recomputed"], row["bare"]), flush=True)
for little, much in zip(rows[short], rows[long]):
    a, b = (row["ms"] / (row["sampled"] * row["bare"]) for row in (little, much))
    print("cost of a request in bare sampled tokens of its depth: %.2f, %.2f; ratio %.2f" % (a, b, b / a))
