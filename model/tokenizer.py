"""Byte-level BPE with GPT-2 pre-tokenisation, as llama.cpp's tokenizer model "gpt2" reads it.

usage: tokenizer.py VOCABULARY_SIZE OUT.json SEED.txt DOCUMENTS.jsonl.gz...

SEED.txt stands for a language whose documents are made after the vocabulary is fixed: it counts for SEED_SHARE of them.
"""
import collections
import gzip
import json
import re
import sys

# ASCII only, which is all that the corpus holds; for other text llama.cpp's own tokenizer decides.
WORD = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+|\s+(?!\S)|\s+")
BOS, EOS = "<|bos|>", "<|eos|>"


def byte_letters():
    """GPT-2's letter for each byte: itself where it prints, a letter from 256 on where it does not."""
    printing = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = {b: chr(b) for b in printing}
    for b in range(256):
        if b not in letters:
            letters[b] = chr(256 + len(letters) - len(printing))
    return letters


LETTER = byte_letters()
BYTE = {letter: b for b, letter in LETTER.items()}


def words(text):
    return ["".join(LETTER[b] for b in word.encode()) for word in WORD.findall(text)]


def learn(texts, size):
    """Vocabulary and merges, the most frequent pair first."""
    counts = collections.Counter(word for text in texts for word in words(text))
    parts = [[list(word), n] for word, n in counts.items()]
    vocabulary = [LETTER[b] for b in range(256)]
    merges = []
    while len(vocabulary) + 2 < size:
        pairs = collections.Counter()
        for part, n in parts:
            for pair in zip(part, part[1:]):
                pairs[pair] += n
        if not pairs:
            break
        best = max(pairs.items(), key=lambda item: (item[1], item[0]))[0]
        merges.append(best)
        vocabulary.append("".join(best))
        for entry in parts:
            entry[0] = merged(entry[0], best)
    return vocabulary + [BOS, EOS], merges


def merged(part, pair):
    if pair[0] not in part:
        return part
    out, i = [], 0
    while i < len(part):
        if i + 1 < len(part) and (part[i], part[i + 1]) == pair:
            out.append(part[i] + part[i + 1])
            i += 2
        else:
            out.append(part[i])
            i += 1
    return out


class Tokenizer:
    def __init__(self, path):
        with open(path) as file:
            saved = json.load(file)
        self.vocabulary = saved["vocabulary"]
        self.merges = [tuple(m) for m in saved["merges"]]
        self.id = {token: i for i, token in enumerate(self.vocabulary)}
        self.bos, self.eos = self.id[BOS], self.id[EOS]
        self._rank = {m: i for i, m in enumerate(self.merges)}
        self._cache = {}
        self.letters = sorted({v.lstrip(LETTER[ord(" ")]) for v in self.vocabulary[256:-2]} - {""})
        self.letters = [v for v in self.letters if v.isascii() and v.isalpha()]

    def encode(self, text):
        ids = []
        for word in words(text):
            if word not in self._cache:
                self._cache[word] = self._word(word)
            ids += self._cache[word]
        return ids

    def _word(self, word):
        part = list(word)
        while len(part) > 1:
            pairs = list(zip(part, part[1:]))
            best = min(pairs, key=lambda p: self._rank.get(p, len(self.merges)))
            if best not in self._rank:
                break
            part = merged(part, best)
        return [self.id[p] for p in part]

    def decode(self, ids):
        data = bytes(BYTE[letter] for i in ids if i not in (self.bos, self.eos) for letter in self.vocabulary[i])
        return data.decode("utf-8", "replace")


SEED_SHARE = 0.3


def main(size, out, seed, *shards):
    texts = []
    for shard in shards:
        with gzip.open(shard, "rt") as lines:
            texts += ["".join(piece[0] for piece in json.loads(line)["pieces"]) for line in lines]
    with open(seed) as file:
        text = file.read()
    repeated = [text] * int(SEED_SHARE * sum(map(len, texts)) / len(text))
    vocabulary, merges = learn(texts + repeated, int(size))
    with open(out, "w") as file:
        json.dump({"vocabulary": vocabulary, "merges": merges}, file, indent=0)
    tokenizer = Tokenizer(out)
    tokens = sum(len(tokenizer.encode(t)) for t in texts)
    assert tokenizer.decode(tokenizer.encode(texts[0])) == texts[0]
    print(f"{len(vocabulary)} tokens, {sum(map(len, texts)) / tokens:.2f} characters a token, {tokens / len(texts):.0f} tokens a document")


if __name__ == "__main__":
    main(*sys.argv[1:])
