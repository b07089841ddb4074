"""改め文: the change put into the sentences in which amendments are traditionally enacted.

「第8条第1項中「15人」を「20人」に改める。」 A draft for the person who writes the official paper; the
comparison table is what residents read.
"""

from __future__ import annotations

from itertools import groupby

from .change_set import Change, ChangeSet
from .numbering import article_label
from .provisions import WIDE_SPACE, article_from_json
from .texts import Text

INDENT = WIDE_SPACE


def sentences(old: Text, new: Text, changes: ChangeSet) -> list[str]:
    """The amending sentences of a change set, in the order in which they take effect."""
    written: list[str] = []
    for (op, at), group in groupby(changes, key=lambda change: (change.op, _about(change))):
        entries = list(group)
        if op == "replace_words":
            written.append(_words(old, at, entries))
        elif op == "renumber":
            written += _renumberings([(c.old, c.new) for c in entries], article_label, "条")
        elif op in ("add_paragraph", "add_item"):
            written += _additions(old, new, op, at, entries)
        elif op in ("delete_paragraph", "delete_item"):
            written += _deletions(old, new, op, at, entries)
        else:
            written += [_SENTENCES[op](old, new, change) for change in entries]
    return written


def _about(change: Change) -> str:
    return "" if change.op in ("renumber", "add_article", "delete_article") else change.at


def _words(old: Text, at: str, changes: list[Change]) -> str:
    """One sentence for every change of words in one line."""
    clauses: list[tuple[str, str, str]] = []
    for change in changes:
        rest = change.new.removeprefix(change.old)
        if change.new and rest != change.new:
            clauses.append((f"「{change.old}」の次に「{rest}」を", "加え", "加える"))
        elif not change.new:
            clauses.append((f"「{change.old}」を", "削り", "削る"))
        else:
            clauses.append((f"「{change.old}」を「{change.new}」に", "改め", "改める"))
    said = ""
    for place, (phrase, going_on, ending) in enumerate(clauses):
        is_last = place == len(clauses) - 1
        same_verb_follows = not is_last and clauses[place + 1][1] == going_on
        verb = ending if is_last else "" if same_verb_follows else going_on
        said += phrase + verb + ("。" if is_last else "、")
    return f"{_line(old, at)}中{said}"


def _line(text: Text, at: str) -> str:
    """How the line is called; the words before a list are its 各号列記以外の部分."""
    article = text.article_of(at)
    has_items = any(p.id == at and p.items for p in article.paragraphs)
    return text.label(at) + ("各号列記以外の部分" if has_items else "")


def _renumberings(pairs: list[tuple[str, str]], label, unit: str) -> list[str]:
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


_UNITS = {"paragraph": "項", "item": "号"}


def _places(text: Text, op: str, owner: str) -> dict[str, int]:
    article = text.article(owner) or text.article_of(owner)
    entries = article.paragraphs
    if op.endswith("item"):
        entries = next((p.items for p in article.paragraphs if p.id == owner), ())
    return {entry.id: place for place, entry in enumerate(entries, start=1)}


def _shifts(old: Text, new: Text, op: str, owner: str) -> list[str]:
    unit = _UNITS[op.split("_")[1]]
    before, after = _places(old, op, owner), _places(new, op, owner)
    pairs = [(str(n), str(after[id])) for id, n in before.items() if id in after and after[id] != n]
    called = old.label(owner)
    return [called + said for said in _renumberings(pairs, lambda n: f"第{n}{unit}", unit)]


def _deletions(old: Text, new: Text, op: str, owner: str, changes: list[Change]) -> list[str]:
    unit, places = _UNITS[op.split("_")[1]], _places(old, op, owner)
    gone = [f"{old.label(owner)}第{places[change.old]}{unit}を削る。" for change in changes]
    grows = set(_places(new, op, owner)) - set(places)
    return gone + ([] if grows else _shifts(old, new, op, owner))


def _additions(old: Text, new: Text, op: str, owner: str, changes: list[Change]) -> list[str]:
    unit, places = _UNITS[op.split("_")[1]], _places(new, op, owner)
    written = _shifts(old, new, op, owner)
    for change in changes:
        place, called = places[change.body["id"]], new.label(owner)
        is_last = place == len(places)
        where = (
            f"{called}に"
            if is_last
            else f"{called}第{place - 1}{unit}の次に"
            if place > 1
            else f"{called}の初めに"
        )
        mark = f"({place})" if unit == "号" else str(place)
        lines = [f"{mark}{WIDE_SPACE}{change.body['text']}"]
        lines += [
            f"({n}){WIDE_SPACE}{item['text']}" for n, item in enumerate(change.body.get("items", ()), 1)
        ]
        written.append(f"{where}次の1{unit}を加える。\n" + "\n".join(INDENT + line for line in lines))
    return written


def _indented(plain: str) -> str:
    return "\n".join(INDENT + line for line in plain.split("\n"))


def _replace_text(old: Text, new: Text, change: Change) -> str:
    return f"{_line(old, change.at)}を次のように改める。\n{INDENT}{change.new}"


def _replace_caption(old: Text, new: Text, change: Change) -> str:
    article = old.article(change.at)
    if not article.caption:
        return f"{article.label}に見出しとして「({change.new})」を付する。"
    return f"{article.label}の見出し" + (f"を「({change.new})」に改める。" if change.new else "を削る。")


def _replace_article(old: Text, new: Text, change: Change) -> str:
    body = article_from_json(change.body)
    return f"{old.article(change.at).label}を次のように改める。\n{_indented(body.plain())}"


def _add_article(old: Text, new: Text, change: Change) -> str:
    added = article_from_json(change.body)
    before = new.article(change.after)
    where = f"{before.label}の次に" if before else "本則の初めに"
    return f"{where}次の1条を加える。\n{_indented(added.plain())}"


_SENTENCES = {
    "replace_text": _replace_text,
    "replace_caption": _replace_caption,
    "replace_article": _replace_article,
    "delete_article": lambda old, new, c: f"{old.article(c.at).label}を削る。",
    "add_article": _add_article,
    "reorder": lambda old, new, c: "条の順序を、新旧対照表の改正後の欄のとおりに改める。",
}
