"""Time to the first proposal of a search with a long shared prefix: computed, computed and kept, read.

usage: measure.py VMCTS OUT FILE FOLDER TOKENS[,TOKENS...] [OPTIONS OF synth...]

Each search shows the model TOKENS tokens of FOLDER and stops after one expansion. The three kinds follow each other, so
that they meet the same machine. The cache folder is OUT/cache.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

vmcts, out, file, folder, lengths, *options = sys.argv[1:]
out = pathlib.Path(out)
cache = out / "cache"
shutil.rmtree(cache / "prefixes", ignore_errors=True)
trace = out / (pathlib.Path(file).stem + ".trace.jsonl")


def search(tokens, kept):
    size = 2 * tokens
    command = [vmcts, "synth", file, "-q", "-o", str(out), "--context", folder, "--context-tokens", str(tokens)]
    command += ["--context-size", str(size), "--rope", "yarn", "--rope-scale", str(size / 1024), "--solvers", "off"]
    command += ["--expansions", "1", "--seed", "1", "--kept-prefixes", kept, *options]
    environment = dict(os.environ, VMCTS_CACHE=str(cache))
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    events = [json.loads(line) for line in trace.read_text().splitlines()]
    return next(e for e in events if e.get("event") == "propose")


print("tokens  kind      prompt  reused  seconds  said                             kept bytes  a token")
for tokens in map(int, lengths.split(",")):
    seconds = {}
    for kind, kept in (("computed", "0"), ("and kept", "4"), ("read", "4")):
        first = search(tokens, kept)
        seconds[kind] = first["durationSeconds"]
        files = sorted((cache / "prefixes").glob("*.kv"), key=lambda f: f.stat().st_mtime)
        size = files[-1].stat().st_size if kept != "0" else 0
        said = json.dumps([first["text"], round(first["logProbability"], 12)])
        print(
            f"{tokens:6}  {kind:8}  {first['promptTokens']:6}  {first['reusedTokens']:6}  {seconds[kind]:7.2f}"
            f"  {said[:32]:32} {size:11}  {size // max(1, first['promptTokens'] // 512 * 512):7}",
            flush=True,
        )
    print(f"{tokens:6}  computed to read: {seconds['computed'] / seconds['read']:.1f}", flush=True)
