"""Writes a checkpoint as a GGUF file, version 3, that llama.cpp loads.

usage: export.py CHECKPOINT TOKENIZER.json WORDS.txt OUT.gguf [f16|f32] [NAME]
"""
import json
import struct
import sys

import numpy as np
import torch

UINT32, FLOAT32, BOOL, STRING, ARRAY, INT32 = 4, 6, 7, 8, 9, 5
TENSOR_F32, TENSOR_F16 = 0, 1
ALIGNMENT = 32


def string(text):
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def value(kind, v):
    if kind == STRING:
        return string(v)
    if kind == ARRAY:
        element, items = v
        return struct.pack("<IQ", element, len(items)) + b"".join(value(element, i) for i in items)
    return struct.pack({UINT32: "<I", INT32: "<i", FLOAT32: "<f", BOOL: "<?"}[kind], v)


def metadata(shape, tokenizer, words, kind, name):
    vocabulary = tokenizer["vocabulary"]
    head = shape["dim"] // shape["heads"]
    plain, control = 1, 3
    return [
        ("general.architecture", STRING, "llama"),
        ("general.name", STRING, name),
        ("general.license", STRING, "apache-2.0"),
        ("general.file_type", UINT32, 1 if kind == "f16" else 0),
        ("vmcts.prompt_style", STRING, "tiny"),
        ("vmcts.words", STRING, " ".join(words)),
        ("llama.vocab_size", UINT32, len(vocabulary)),
        ("llama.context_length", UINT32, shape["context"]),
        ("llama.embedding_length", UINT32, shape["dim"]),
        ("llama.block_count", UINT32, shape["layers"]),
        ("llama.feed_forward_length", UINT32, shape["hidden"]),
        ("llama.attention.head_count", UINT32, shape["heads"]),
        ("llama.attention.head_count_kv", UINT32, shape["heads"]),
        ("llama.attention.layer_norm_rms_epsilon", FLOAT32, 1e-5),
        ("llama.rope.dimension_count", UINT32, head),
        ("llama.rope.freq_base", FLOAT32, 10000.0),
        ("tokenizer.ggml.model", STRING, "gpt2"),
        ("tokenizer.ggml.pre", STRING, "gpt-2"),
        ("tokenizer.ggml.tokens", ARRAY, (STRING, vocabulary)),
        ("tokenizer.ggml.token_type", ARRAY, (INT32, [plain] * (len(vocabulary) - 2) + [control] * 2)),
        ("tokenizer.ggml.merges", ARRAY, (STRING, [" ".join(m) for m in tokenizer["merges"]])),
        ("tokenizer.ggml.bos_token_id", UINT32, len(vocabulary) - 2),
        ("tokenizer.ggml.eos_token_id", UINT32, len(vocabulary) - 1),
        ("tokenizer.ggml.add_bos_token", BOOL, True),
    ]


def tensors(weights, shape):
    """Tensors under llama.cpp's names; the output layer is tied to the embedding and left out."""

    def interleaved(w):
        head = shape["dim"] // shape["heads"]
        return w.reshape(shape["heads"], 2, head // 2, -1).swapaxes(1, 2).reshape(w.shape)

    yield "token_embd.weight", weights["embedding.weight"]
    for i in range(shape["layers"]):
        old, new = f"blocks.{i}.", f"blk.{i}."
        yield new + "attn_norm.weight", weights[old + "attention_norm.weight"]
        yield new + "attn_q.weight", interleaved(weights[old + "q.weight"])
        yield new + "attn_k.weight", interleaved(weights[old + "k.weight"])
        yield new + "attn_v.weight", weights[old + "v.weight"]
        yield new + "attn_output.weight", weights[old + "out.weight"]
        yield new + "ffn_norm.weight", weights[old + "hidden_norm.weight"]
        yield new + "ffn_gate.weight", weights[old + "gate.weight"]
        yield new + "ffn_up.weight", weights[old + "up.weight"]
        yield new + "ffn_down.weight", weights[old + "down.weight"]
    yield "output_norm.weight", weights["norm.weight"]


def main(checkpoint, tokenizer_path, words_path, out, kind="f16", name="vmcts-tiny"):
    saved = torch.load(checkpoint, map_location="cpu")
    weights = {n: w.float().numpy() for n, w in saved["weights"].items()}
    with open(tokenizer_path) as file:
        tokenizer = json.load(file)
    with open(words_path) as file:
        words = file.read().split()
    pairs = metadata(saved["shape"], tokenizer, words, kind, name)
    infos, blobs, offset = b"", [], 0
    for tensor, w in tensors(weights, saved["shape"]):
        half = kind == "f16" and w.ndim > 1
        blob = np.ascontiguousarray(w, np.float16 if half else np.float32).tobytes()
        blob += bytes(-len(blob) % ALIGNMENT)
        infos += string(tensor) + struct.pack("<I", w.ndim) + b"".join(struct.pack("<Q", n) for n in reversed(w.shape))
        infos += struct.pack("<IQ", TENSOR_F16 if half else TENSOR_F32, offset)
        blobs.append(blob)
        offset += len(blob)
    with open(out, "wb") as file:
        file.write(b"GGUF" + struct.pack("<IQQ", 3, len(blobs), len(pairs)))
        for key, of, v in pairs:
            file.write(string(key) + struct.pack("<I", of) + value(of, v))
        file.write(infos)
        file.write(bytes(-file.tell() % ALIGNMENT))
        for blob in blobs:
            file.write(blob)


if __name__ == "__main__":
    main(*sys.argv[1:])
