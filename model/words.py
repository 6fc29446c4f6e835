"""Lists the words that the corpus has the model write though the document did not show them before: those it can spell by heart.

usage: words.py OUT.txt DOCUMENTS.jsonl.gz...
"""
import collections
import gzip
import json
import re
import sys

WORD = re.compile("[A-Za-z]+")
LEAST_DOCUMENTS = 3


def main(out, *paths):
    documents = collections.Counter()
    for path in paths:
        with gzip.open(path, "rt") as lines:
            for line in lines:
                seen, by_heart = set(), set()
                for text, written in json.loads(line)["pieces"]:
                    words = set(WORD.findall(text))
                    if written:
                        by_heart |= words - seen
                    seen |= words
                documents.update(by_heart)
    with open(out, "w") as file:
        file.writelines(f"{word}\n" for word, n in sorted(documents.items()) if n >= LEAST_DOCUMENTS)


if __name__ == "__main__":
    main(*sys.argv[1:])
