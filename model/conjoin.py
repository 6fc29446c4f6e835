"""Puts equations that follow each other in a `Next:` comment into one statement, as people often state what a definition is."""
import re

EQUATION = re.compile(r"(?:Theorem|Lemma|Fact|Example) ([\w']+) : ([^,.>]+ = [^,.>]+)\.")
CONJOINED = 0.35


def conjoined(pieces, rng):
    """The pieces of a document; in a part of the documents, runs of two to nine equations without variables are one statement."""
    if rng.random() >= CONJOINED:
        return pieces
    return [[comment(text, rng) if text.startswith("(* Next:") else text, flag] for text, flag in pieces]


def comment(text, rng):
    out, run = [], []

    def flush():
        if run:
            out.append(f"{run[0][0]} : " + " /\\ ".join(equation for _, equation in run) + ".")
            run.clear()

    for line in text.split("\n"):
        match = EQUATION.fullmatch(line)
        if match and len(run) < 9 and (not run or rng.random() < 0.85):
            run.append((line.split(" :")[0], match.group(2)))
        else:
            flush()
            if match:
                run.append((line.split(" :")[0], match.group(2)))
            else:
                out.append(line)
    flush()
    return "\n".join(out)
