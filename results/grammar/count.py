"""Counts what became of the proposals in the traces of a sweep: count.py SWEEP ARM..."""
import collections
import glob
import json
import sys

sweep, arms = sys.argv[1], sys.argv[2:]
runs = [json.loads(line) for line in open(f"{sweep}/runs.jsonl")]
for language in (".v", ".dfy"):
    for arm in arms:
        count = collections.Counter()
        for path in glob.glob(f"{sweep}/traces/*{language}/{arm}-*.trace.jsonl"):
            proposed = False
            for line in open(path):
                event = json.loads(line)
                if event["event"] == "propose":
                    proposed = True
                    count["proposals"] += 1
                    count["tokens"] += event["tokens"]
                elif proposed and event["event"] == "verdict":
                    proposed = False
                    count[event.get("kind") or event["verdict"]] += 1
        mine = [r for r in runs if r["arm"] == arm and r["problem"].endswith(language)]
        model = sum(r["modelSeconds"] for r in mine)
        print(f"{language} {arm}: solved {sum(r['outcome'] == 'SOLVED' for r in mine)} of {len(mine)};"
              f" {count['proposals']} proposals, {count['tokens']} tokens,"
              f" {1000 * model / max(1, count['tokens']):.1f} ms of the model a token")
        print(f"  refused as syntax {count['SYNTAX']} ({count['SYNTAX'] / count['proposals']:.1%}),"
              f" verified {count['verified']} ({count['tokens'] / max(1, count['verified']):.0f} tokens each),"
              f" end-of-text {count['end-of-text']}, too-long {count['too-long']},"
              f" duplicate {count['duplicate']}, other {sum(count.values()) - count['proposals'] - count['tokens'] - sum(count[k] for k in ('SYNTAX', 'verified', 'end-of-text', 'too-long', 'duplicate'))}")
