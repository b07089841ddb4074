"""改め文: the change put into the sentences in which amendments are traditionally enacted.

「第8条第1項中「15人」を「20人」に改める。」 A draft for the person who writes the official paper; the
comparison table is what residents read.
"""

from __future__ import annotations

from itertools import groupby

from .change_set import Change, ChangeSet
from .numbering import article_label
from .provisions import (
    WIDE_SPACE,
    article_from_json,
    find,
    ids_below,
)
from .renumbering_sentence import UNITS, entries_of, is_below_an_item, renumberings, shifts
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
            written += renumberings([(c.old, c.new) for c in entries], article_label, "条")
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


def _deletions(old: Text, new: Text, op: str, owner: str, changes: list[Change]) -> list[str]:
    places = entries_of(old, op, owner)
    if op == "delete_paragraph":
        gone = [f"{old.label(owner)}第{places[change.old]}項を削る。" for change in changes]
    else:
        gone = [f"{old.label(change.old)}を削る。" for change in changes]
    grows = set(entries_of(new, op, owner)) - set(places)
    return gone + ([] if grows else shifts(old, new, op, owner))


def _additions(old: Text, new: Text, op: str, owner: str, changes: list[Change]) -> list[str]:
    unit, order = UNITS[op.split("_")[1]], list(entries_of(new, op, owner))
    written = shifts(old, new, op, owner)
    what = "次のように" if is_below_an_item(new, owner) else f"次の1{unit}を"
    for change in changes:
        place, called = order.index(change.body["id"]), new.label(owner)
        if place == len(order) - 1:
            where = f"{called}に"
        elif place:
            ahead = f"{called}第{place}項" if op == "add_paragraph" else new.label(order[place - 1])
            where = f"{ahead}の次に"
        else:
            where = f"{called}の初めに"
        written.append(f"{where}{what}加える。\n" + "\n".join(INDENT + line for line in _given(new, change)))
    return written


def _given(new: Text, change: Change) -> list[str]:
    """The lines of an added provision as they are printed in the new text."""
    id = change.body["id"]
    article = new.article_of(id)
    own = ids_below(find(article.paragraphs, id))
    lines = [line for line in article.placed_lines() if line[0].split(".r")[0] in own]
    least = lines[0][3]
    return [
        f"{WIDE_SPACE * max(depth - max(least, 1), 0)}{label}{WIDE_SPACE if label else ''}{words}"
        for _, label, words, depth in lines
    ]


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


def _appendix(old: Text, new: Text, change: Change) -> str:
    there = {appendix.id: appendix for appendix in (*old.appendices, *new.appendices)}
    if change.op == "delete_appendix":
        return f"{there[change.at].title}を削る。"
    given = there[change.body["id"]]
    if change.op == "replace_appendix":
        was = next(appendix for appendix in old.appendices if appendix.id == change.at)
        return f"{was.title}を次のように改める。\n{_indented(given.plain())}"
    ahead = there.get(change.after)
    where = f"{ahead.title}の次に" if ahead else "附則の次に"
    return f"{where}次のように加える。\n{_indented(given.plain())}"


def _headings(old: Text, new: Text, change: Change) -> str:
    titles = "\n".join(heading.title for heading in new.headings)
    return f"章節の名称及び区分を次のように改める。\n{_indented(titles)}"


def whole(new: Text) -> list[str]:
    """全部改正: the whole text is given anew."""
    return [f"この規程の全部を次のように改正する。\n{_indented(new.plain())}"]


_SENTENCES = {
    "replace_text": _replace_text,
    "replace_caption": _replace_caption,
    "replace_article": _replace_article,
    "delete_article": lambda old, new, c: f"{old.article(c.at).label}を削る。",
    "add_article": _add_article,
    "add_appendix": _appendix,
    "replace_appendix": _appendix,
    "delete_appendix": _appendix,
    "replace_headings": _headings,
    "replace_preamble": lambda old, new, c: "前文を次のように改める。\n" + _indented("\n".join(new.preamble)),
    "replace_all": lambda old, new, c: whole(new)[0],
    "reorder": lambda old, new, c: "条の順序を、新旧対照表の改正後の欄のとおりに改める。",
}
