"""Searches with and without drafts in turns, with the same seeds: compare.py VMCTS OUT SEEDS EXPANSIONS DRAFT OPTIONS PROBLEM..."""
import json
import statistics
import subprocess
import sys

vmcts, out, rounds, expansions, draft, extra, problems = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], sys.argv[5], sys.argv[6].split(), sys.argv[7:]

def search(problem, seed, more):
    name = problem.rsplit("/", 1)[1].rsplit(".", 1)[0]
    subprocess.run([vmcts, "synth", problem, "--seed", str(seed), "--expansions", expansions, "-q", "-o", out] + more + extra,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stats = subprocess.run([vmcts, "trace", "stats", "--json", f"{out}/{name}.trace.jsonl"], capture_output=True, text=True)
    return json.loads(stats.stdout)

print(f"{'problem':<28} seed  tokens  plain s  draft s  ratio  drafted accepted  own estimate  same tokens")
ratios, drafted, accepted = [], 0, 0
for seed in range(1, rounds + 1):
    for problem in problems:
        order = [[], ["--draft", draft]] if seed % 2 else [["--draft", draft], []]
        runs = {bool(more): search(problem, seed, more) for more in order}
        a, b = runs[False], runs[True]
        if a["tokens"] == 0:
            continue
        pa, pb = a["seconds"]["model"] / a["tokens"], b["seconds"]["model"] / b["tokens"]
        own = (b["seconds"]["model"] + b["draftSavedSeconds"]) / b["seconds"]["model"]
        ratios.append(pa / pb)
        drafted += b["draftedTokens"]; accepted += b["acceptedTokens"]
        print(f"{problem.split('problems/')[-1]:<28} {seed:>4} {a['tokens']:>7} {a['seconds']['model']:>8.2f} {b['seconds']['model']:>8.2f}"
              f" {pa / pb:>6.2f} {b['draftedTokens']:>8} {b['acceptedTokens']:>8} {own:>13.2f}  {a['tokens'] == b['tokens']}", flush=True)
print(f"tokens a second with drafts to those without: median {statistics.median(ratios):.2f}, {min(ratios):.2f} to {max(ratios):.2f};"
      f" drafted {drafted}, accepted {accepted} ({100 * accepted / max(1, drafted):.0f} %)")
