"""Random law files, grown from the table of what may stand where; for holding the table against the schema."""

from __future__ import annotations

import random
import re

from governance.rules.law_grammar import ANY, ATTRIBUTES, ELEMENTS, MIXED, MODELS
from governance.rules.law_nodes import Node

WORDS = [
    "委員会は、",
    "市長が定める。",
    "ただし、この限りでない。",
    "別に定める",
    "第三条",
    "　",
    "<&>",
    "ｱ1",
]
VALUES = {".*": ["1", "2_2", "3:5", "令和五年法律第一号"]}


def law(seed: int) -> Node:
    return _grown("Law", random.Random(seed), 0)


def spoilt(seed: int) -> Node:
    """A random law with one thing changed somewhere: it may or may not still be right."""
    rnd = random.Random(seed)
    root = _grown("Law", rnd, 0)
    node = rnd.choice(list(_all(root)))
    spoil = rnd.choice(["drop", "double", "insert", "attribute", "text"])
    if spoil == "attribute":
        node.attrs[rnd.choice(["Num", "Delete", "Function", "Align", "Era"])] = rnd.choice(
            ["1", "0", "main", ""]
        )
    elif spoil == "text":
        node.children.append("余分")
    elif spoil == "insert":
        extra = _grown(rnd.choice(sorted(ELEMENTS)), rnd, 9)
        node.children.insert(rnd.randint(0, len(node.children)), extra)
    elif node.elements():
        child = rnd.choice(node.elements())
        if spoil == "drop":
            node.children.remove(child)
        else:
            node.children.append(child)
    return root


def _all(node: Node):
    yield node
    for child in node.elements():
        yield from _all(child)


def _grown(tag: str, rnd: random.Random, depth: int) -> Node:
    node = Node(tag)
    for name, pattern in ATTRIBUTES.get(tag, {}).items():
        if name.endswith("!") or rnd.random() < 0.3:
            node.attrs[name.rstrip("!")] = _value(pattern, rnd)
    if tag in MIXED or tag in ANY:
        node.children = [rnd.choice(WORDS)]
        inside = sorted(MIXED.get(tag, ELEMENTS - {"Law", "LawBody"}))
        if inside and depth < 9 and rnd.random() < 0.2:
            node.children += [_grown(rnd.choice(inside), rnd, depth + 6), rnd.choice(WORDS)]
        return node
    names = _choose(_parsed(MODELS[tag]), rnd, depth > 7)
    node.children = [_grown(name, rnd, depth + 1) for name in names]
    return node


def _value(pattern: str, rnd: random.Random) -> str:
    if pattern == ".*":
        return rnd.choice(VALUES[".*"])
    return "3" if "[1-9]" in pattern else rnd.choice(pattern.split("|"))


def _parsed(model: str) -> list:
    """Alternatives of sequences of (part, how often)."""
    tokens = re.findall(r"\w+|[()|*+?]", model)

    def alternatives() -> list:
        found: list = [[]]
        while tokens and tokens[0] != ")":
            token = tokens.pop(0)
            if token == "|":
                found.append([])
                continue
            part = token
            if token == "(":
                part = alternatives()
                tokens.pop(0)
            often = tokens.pop(0) if tokens and tokens[0] in "*+?" else ""
            found[-1].append((part, often))
        return found

    return alternatives()


def _choose(found: list, rnd: random.Random, is_deep: bool) -> list[str]:
    sequence = rnd.choice(found)
    if is_deep:
        shallow = [entry for entry in found if any(part == "Sentence" for part, _ in entry)]
        sequence = (shallow or found)[0]
    names: list[str] = []
    for part, often in sequence:
        least, most = {"": (1, 1), "?": (0, 1), "*": (0, 2), "+": (1, 2)}[often]
        for _ in range(least if is_deep else rnd.randint(least, most)):
            names += [part] if isinstance(part, str) else _choose(part, rnd, is_deep)
    return names
