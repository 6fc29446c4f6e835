"""Writes a model that says what a small one says and costs what a large one costs.

usage: widen.py SMALL.gguf LARGE.gguf FACTOR [f16|q8_0]

Every vector of the llama architecture gets FACTOR times its length (4, 16 or 64), every matrix FACTOR squared times its size, and all that is
added is zero, so the logits are those of the small model up to rounding. A root mean square over FACTOR times as many numbers is smaller by the
root of FACTOR, so the weights of the norms are divided by it and their epsilon by FACTOR.
"""
import struct
import sys

import numpy as np

UINT32, FLOAT32, STRING, ARRAY = 4, 6, 8, 9
SCALARS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}
F32, F16, Q8_0 = 0, 1, 8
ALIGNMENT = 32
WIDER = ("embedding_length", "feed_forward_length", "attention.head_count", "attention.head_count_kv")


class Reader:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        self.at = 0

    def take(self, form):
        (value,) = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return value

    def string(self):
        size = self.take("<Q")
        self.at += size
        return self.data[self.at - size : self.at]

    def value(self, kind):
        if kind == STRING:
            return self.string()
        if kind == ARRAY:
            element = self.take("<I")
            return element, [self.value(element) for _ in range(self.take("<Q"))]
        return self.take(SCALARS[kind])


def read(path):
    """Metadata as (key, kind, value), and tensors by name."""
    reader = Reader(path)
    magic, version, tensors, pairs = reader.take("<4s"), reader.take("<I"), reader.take("<Q"), reader.take("<Q")
    if magic != b"GGUF" or version != 3:
        sys.exit(f"{path}: not a GGUF file of version 3")
    metadata = []
    for _ in range(pairs):
        key, kind = reader.string().decode(), reader.take("<I")
        metadata.append((key, kind, reader.value(kind)))
    places = []
    for _ in range(tensors):
        name = reader.string().decode()
        shape = [reader.take("<Q") for _ in range(reader.take("<I"))][::-1]
        places.append((name, shape, reader.take("<I"), reader.take("<Q")))
    begin = reader.at + -reader.at % ALIGNMENT
    weights = {}
    for name, shape, kind, offset in places:
        if kind not in (F32, F16):
            sys.exit(f"{path}: {name} has type {kind}; only f32 and f16 can be widened")
        form = np.dtype(np.float32 if kind == F32 else np.float16)
        weights[name] = np.frombuffer(reader.data, form, int(np.prod(shape)), begin + offset).reshape(shape)
    return metadata, weights


def widened(metadata, factor, kind):
    for key, of, value in metadata:
        if key.endswith(WIDER):
            value *= factor
        elif key.endswith("layer_norm_rms_epsilon"):
            value /= factor
        elif key == "general.name":
            value += b"-times-%d" % factor**2
        elif key == "general.file_type":
            value = 7 if kind == "q8_0" else 1
        yield key, of, value


def padded(name, weights, factor):
    if weights.ndim == 1:
        return np.pad(weights / np.float32(factor**0.5), (0, len(weights) * (factor - 1)))
    rows, columns = weights.shape
    below = 0 if name == "token_embd.weight" else rows * (factor - 1)
    return np.pad(weights, ((0, below), (0, columns * (factor - 1))))


def quantised(weights):
    """Q8_0: for each 32 numbers their largest magnitude over 127 as f16, then as many bytes."""
    blocks = weights.astype(np.float32).reshape(-1, 32)
    scale = (np.abs(blocks).max(axis=1) / 127).astype(np.float16)
    by = np.where(scale == 0, 1, scale).astype(np.float32)
    out = np.empty(len(blocks), np.dtype([("scale", "<f2"), ("numbers", "i1", 32)]))
    out["scale"] = scale
    out["numbers"] = np.clip(np.round(blocks / by[:, None]), -127, 127)
    return out.tobytes()


def encoded(weights, kind):
    if weights.ndim == 1:
        return F32, weights.astype(np.float32).tobytes()
    if kind == "q8_0":
        return Q8_0, quantised(weights)
    return F16, weights.astype(np.float16).tobytes()


def string(data):
    return struct.pack("<Q", len(data)) + data


def value_bytes(kind, value):
    if kind == STRING:
        return string(value)
    if kind == ARRAY:
        element, items = value
        return struct.pack("<IQ", element, len(items)) + b"".join(value_bytes(element, i) for i in items)
    return struct.pack(SCALARS[kind], value)


def main(small, large, factor, kind="f16"):
    factor = int(factor)
    if factor not in (4, 16, 64) or kind not in ("f16", "q8_0"):
        sys.exit(__doc__)
    metadata, weights = read(small)
    infos, blobs, offset = b"", [], 0
    for name, tensor in weights.items():
        tensor = padded(name, tensor, factor)
        code, blob = encoded(tensor, kind)
        blob += bytes(-len(blob) % ALIGNMENT)
        infos += string(name.encode()) + struct.pack(f"<I{tensor.ndim}Q", tensor.ndim, *reversed(tensor.shape))
        infos += struct.pack("<IQ", code, offset)
        blobs.append(blob)
        offset += len(blob)
    with open(large, "wb") as file:
        file.write(b"GGUF" + struct.pack("<IQQ", 3, len(blobs), len(metadata)))
        for key, of, value in widened(metadata, factor, kind):
            file.write(string(key.encode()) + struct.pack("<I", of) + value_bytes(of, value))
        file.write(infos)
        file.write(bytes(-file.tell() % ALIGNMENT))
        file.writelines(blobs)


if __name__ == "__main__":
    main(*sys.argv[1:])
