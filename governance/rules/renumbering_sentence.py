"""繰上げ・繰下げ: the sentences in which what follows an added or deleted provision gets its new number."""

from __future__ import annotations

from . import numbering
from .provisions import Article, Item, Paragraph, find, path_to
from .texts import Text


def renumberings(pairs: list[tuple[str, str]], label, unit: str) -> list[str]:
    """Runs that shift together are said in one breath: 第6条から第16条までを1条ずつ繰り上げる。"""
    runs: list[list[tuple[str, str]]] = []
    for pair in pairs:
        if runs and _follows(runs[-1][-1], pair):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    written = []
    for run in runs:
        (first, becomes), (last, _) = run[0], run[-1]
        if len(run) == 1:
            written.append(f"{label(first)}を{label(becomes)}とする。")
        else:
            step = int(becomes) - int(first)
            verb = "繰り下げる" if step > 0 else "繰り上げる"
            written.append(f"{label(first)}から{label(last)}までを{abs(step)}{unit}ずつ{verb}。")
    return written


def _follows(one: tuple[str, str], next_one: tuple[str, str]) -> bool:
    if not all(number.isdigit() for number in (*one, *next_one)):
        return False
    return all(int(b) - int(a) == 1 for a, b in zip(one, next_one, strict=True))


UNITS = {"paragraph": "項", "item": "号"}


def _found(text: Text, owner: str) -> Article | Paragraph | Item | None:
    article = text.article(owner) or text.article_of(owner)
    return article if article is None or article.id == owner else find(article.paragraphs, owner)


def entries_of(text: Text, op: str, owner: str) -> dict[str, str]:
    """The numbers of the paragraphs of an article, or of the entries of a list."""
    found = _found(text, owner)
    if found is None:
        return {}
    if isinstance(found, Article):
        return {entry.id: str(place) for place, entry in enumerate(found.paragraphs, start=1)}
    numbers = numbering.places(item.number for item in found.items)
    return {item.id: number for item, number in zip(found.items, numbers, strict=True)}


def is_below_an_item(text: Text, owner: str) -> bool:
    """Entries of an item are イ, ロ …: they are named without the word 号."""
    return isinstance(_found(text, owner), Item)


def shifts(old: Text, new: Text, op: str, owner: str) -> list[str]:
    unit = UNITS[op.split("_")[1]]
    before, after = entries_of(old, op, owner), entries_of(new, op, owner)
    pairs = [(n, after[id]) for id, n in before.items() if id in after and after[id] != n]
    called = old.label(owner)
    if is_below_an_item(old, owner):
        depth = len(_ancestry(old, owner))
        return [
            f"{called}{numbering.item_label(a, depth)}を{called}{numbering.item_label(b, depth)}とする。"
            for a, b in pairs
        ]

    def label(number: str) -> str:
        base, *branches = number.split("_")
        return f"第{base}{unit}" + "".join(f"の{branch}" for branch in branches)

    return [called + said for said in renumberings(pairs, label, unit)]


def _ancestry(text: Text, id: str) -> list[str]:
    """The items from the paragraph down to this one."""
    article = text.article_of(id)
    return path_to(article.paragraphs, id)[1:] if article else []
