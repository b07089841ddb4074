"""The change between two texts as separate operations: old text + change set = new text.

Each operation is one thing an amendment can say: put these words in place of those, delete an article,
add one after another, renumber. Stored with the version that made it, so that history can be replayed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .comparison_table import joined_changes
from .provisions import Article, Item, Paragraph, Text, article_from_json, article_to_json
from .words import words

MOST_CLAUSES = 4  # a line with more changes than this is easier to read written out anew
MOST_QUOTED = 0.6  # and so is one of which more than this share would be quoted


@dataclass(frozen=True, slots=True)
class Change:
    """One operation. `at` is the provision it works on, `after` the one it follows ("" = stands first)."""

    op: str
    at: str = ""
    old: str = ""
    new: str = ""
    after: str = ""
    body: dict | None = None

    def to_json(self) -> dict:
        return {name: getattr(self, name) for name in self.__slots__ if getattr(self, name)}


ChangeSet = list[Change]


def derive(old: Text, new: Text) -> ChangeSet:
    """The operations that turn the old text into the new one, in the order of the old text."""
    before, after = {a.id: a for a in old.articles}, {a.id: a for a in new.articles}
    changes: ChangeSet = []
    for article in old.articles:
        if article.id in after:
            changes += _article_changes(article, after[article.id])
        else:
            changes.append(Change("delete_article", at=article.id))
    kept = [article for article in old.articles if article.id in after]
    changes += [
        Change("renumber", at=a.id, old=a.number, new=after[a.id].number)
        for a in kept
        if a.number != after[a.id].number
    ]
    order = [a.id for a in new.articles if a.id in before]
    if order != [a.id for a in kept]:
        changes.append(Change("reorder", body={"order": order}))
    for place, article in enumerate(new.articles):
        if article.id not in before:
            previous = new.articles[place - 1].id if place else ""
            changes.append(Change("add_article", after=previous, body=article_to_json(article)))
    return changes


def apply(old: Text, changes: Iterable[Change]) -> Text:
    """Carry out the operations one after the other."""
    text = old
    for change in changes:
        text = _OPERATIONS[change.op](text, change)
    return text


def to_json(changes: Iterable[Change]) -> list[dict]:
    return [change.to_json() for change in changes]


def from_json(data: Iterable[dict]) -> ChangeSet:
    return [Change(**entry) for entry in data]


def _article_changes(old: Article, new: Article) -> ChangeSet:
    if (old.caption, old.paragraphs) == (new.caption, new.paragraphs):
        return []
    lists = [([p.id for p in old.paragraphs], [p.id for p in new.paragraphs])]
    pairs = [(p, q) for p in old.paragraphs for q in new.paragraphs if p.id == q.id]
    lists += [([i.id for i in p.items], [i.id for i in q.items]) for p, q in pairs]
    if old.is_deleted or new.is_deleted or any(map(_shuffled, lists)):
        return [Change("replace_article", at=old.id, body=article_to_json(replace(new, number=old.number)))]
    changes = [Change("replace_caption", at=old.id, new=new.caption)] if old.caption != new.caption else []
    for p, q in pairs:
        changes += _wording(p.id, p.text, q.text)
        changes += [
            c for i in p.items for j in q.items if i.id == j.id for c in _wording(i.id, i.text, j.text)
        ]
        changes += _listed("item", p.id, p.items, q.items, lambda item: {"id": item.id, "text": item.text})
    whole = {entry["id"]: entry for entry in article_to_json(new)["paragraphs"]}
    return changes + _listed("paragraph", old.id, old.paragraphs, new.paragraphs, lambda p: whole[p.id])


def _shuffled(ids: tuple[list[str], list[str]]) -> bool:
    old, new = ids
    return [id for id in old if id in new] != [id for id in new if id in old]


def _listed(noun: str, owner: str, old: tuple, new: tuple, body: Callable) -> ChangeSet:
    """Deleted and added paragraphs of an article, or items of a paragraph."""
    gone = {entry.id for entry in old} - {entry.id for entry in new}
    there = {entry.id for entry in old}
    changes = [Change(f"delete_{noun}", at=owner, old=entry.id) for entry in old if entry.id in gone]
    for place, entry in enumerate(new):
        if entry.id not in there:
            previous = new[place - 1].id if place else ""
            changes.append(Change(f"add_{noun}", at=owner, after=previous, body=body(entry)))
    return changes


def _wording(at: str, old: str, new: str) -> ChangeSet:
    """Words put in place of others; the whole line where single words would not be clear."""
    if old == new:
        return []
    changes, text = _clauses(at, old, new), old
    for change in changes:
        text = text.replace(change.old, change.new) if text.count(change.old) == 1 else ""
    quoted = sum(len(change.old) for change in changes)
    is_clear = len(changes) <= MOST_CLAUSES and quoted <= MOST_QUOTED * len(old)
    return changes if is_clear and text == new else [Change("replace_text", at=at, new=new)]


def _clauses(at: str, old: str, new: str) -> ChangeSet:
    """Each change quoted with just enough of its surroundings to occur once in the line."""
    a, b = words(old), words(new)
    changes = []
    for tag, a0, a1, b0, b1 in joined_changes(a, b):
        if tag == "equal":
            continue
        left, right = (a0 - 1, a1) if a0 == a1 and a0 else (a0, a1)
        while (left == right or old.count("".join(a[left:right])) > 1) and (left > 0 or right < len(a)):
            left, right = (left - 1, right) if left > 0 else (left, right + 1)
        wording = "".join(a[left:a0]) + "".join(b[b0:b1]) + "".join(a[a1:right])
        changes.append(Change("replace_words", at=at, old="".join(a[left:right]), new=wording))
    return changes


def _edit(text: Text, id: str, edit: Callable[[Article], Article]) -> Text:
    return Text(tuple(edit(article) if article.id == id else article for article in text.articles))


def _rewrite(text: Text, at: str, rewrite: Callable[[str], str]) -> Text:
    def line(entry):
        return replace(entry, text=rewrite(entry.text)) if entry.id == at else entry

    def paragraph(entry: Paragraph) -> Paragraph:
        return replace(line(entry), items=tuple(map(line, entry.items)))

    return Text(tuple(replace(a, paragraphs=tuple(map(paragraph, a.paragraphs))) for a in text.articles))


def _after(entries: tuple, previous: str, entry) -> tuple:
    place = next((n + 1 for n, there in enumerate(entries) if there.id == previous), 0)
    return (*entries[:place], entry, *entries[place:])


def _without(entries: tuple, id: str) -> tuple:
    return tuple(entry for entry in entries if entry.id != id)


def _replace_article(text: Text, change: Change) -> Text:
    return _edit(text, change.at, lambda was: article_from_json(change.body))


def _add_paragraph(text: Text, change: Change) -> Text:
    body = change.body
    paragraph = Paragraph(body["id"], body["text"], tuple(Item(**item) for item in body["items"]))
    return _edit(
        text, change.at, lambda a: replace(a, paragraphs=_after(a.paragraphs, change.after, paragraph))
    )


def _delete_paragraph(text: Text, change: Change) -> Text:
    return _edit(text, change.at, lambda a: replace(a, paragraphs=_without(a.paragraphs, change.old)))


def _with_items(text: Text, paragraph: str, edit: Callable[[tuple], tuple]) -> Text:
    def edited(entry: Paragraph) -> Paragraph:
        return replace(entry, items=edit(entry.items)) if entry.id == paragraph else entry

    return Text(tuple(replace(a, paragraphs=tuple(map(edited, a.paragraphs))) for a in text.articles))


def _reorder(text: Text, change: Change) -> Text:
    return Text(tuple(text.article(id) for id in change.body["order"]))


_OPERATIONS: dict[str, Callable[[Text, Change], Text]] = {
    "replace_words": lambda text, c: _rewrite(text, c.at, lambda was: was.replace(c.old, c.new)),
    "replace_text": lambda text, c: _rewrite(text, c.at, lambda was: c.new),
    "replace_caption": lambda text, c: _edit(text, c.at, lambda a: replace(a, caption=c.new)),
    "replace_article": _replace_article,
    "add_paragraph": _add_paragraph,
    "delete_paragraph": _delete_paragraph,
    "add_item": lambda text, c: _with_items(text, c.at, lambda was: _after(was, c.after, Item(**c.body))),
    "delete_item": lambda text, c: _with_items(text, c.at, lambda was: _without(was, c.old)),
    "delete_article": lambda text, c: Text(_without(text.articles, c.at)),
    "renumber": lambda text, c: _edit(text, c.at, lambda a: replace(a, number=c.new)),
    "reorder": _reorder,
    "add_article": lambda text, c: Text(_after(text.articles, c.after, article_from_json(c.body))),
}
