"""The change between two texts as separate operations: old text + change set = new text.

Stored with the version that made it, so that history can be replayed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace

from .comparison_table import joined_changes
from .operations import Change, ChangeSet, apply
from .provisions import Article, Item, Paragraph, article_to_json, item_to_json
from .texts import Appendix, Text
from .words import words

__all__ = ["Change", "ChangeSet", "apply", "derive", "from_json", "to_json"]

MOST_CLAUSES = 4  # a line with more changes than this is easier to read written out anew
MOST_QUOTED = 0.6  # and so is one of which more than this share would be quoted


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
    return _around(old, new, changes)


def _around(old: Text, new: Text, changes: ChangeSet) -> ChangeSet:
    """What stands around the articles; and should the operations not say it all, the whole text anew."""
    changes = changes + _appendix_changes(old.appendices, new.appendices)
    reached, wanted = apply(old, changes), new.to_json()
    for name in ("headings", "preamble"):
        if getattr(reached, name) != getattr(new, name):
            changes.append(Change(f"replace_{name}", body={name: wanted.get(name, [])}))
    return changes if apply(old, changes) == new else [Change("replace_all", body=wanted)]


def _appendix_changes(old: tuple[Appendix, ...], new: tuple[Appendix, ...]) -> ChangeSet:
    before, after = {a.id: a for a in old}, {a.id: a for a in new}
    changes = [Change("delete_appendix", at=id) for id in before if id not in after]
    for place, appendix in enumerate(new):
        if appendix.id not in before:
            previous = new[place - 1].id if place else ""
            changes.append(Change("add_appendix", after=previous, body=asdict(appendix)))
        elif appendix != before[appendix.id]:
            changes.append(Change("replace_appendix", at=appendix.id, body=asdict(appendix)))
    return changes


def to_json(changes: Iterable[Change]) -> list[dict]:
    return [change.to_json() for change in changes]


def from_json(data: Iterable[dict]) -> ChangeSet:
    return [Change(**entry) for entry in data]


def _article_changes(old: Article, new: Article) -> ChangeSet:
    if (old.caption, old.paragraphs, old.style) == (new.caption, new.paragraphs, new.style):
        return []
    pairs = [(p, q) for p in old.paragraphs for q in new.paragraphs if p.id == q.id]
    if (
        old.is_deleted
        or new.is_deleted
        or old.style != new.style
        or _is_reshaped(old.paragraphs, new.paragraphs)
    ):
        return [Change("replace_article", at=old.id, body=article_to_json(replace(new, number=old.number)))]
    changes = [Change("replace_caption", at=old.id, new=new.caption)] if old.caption != new.caption else []
    for p, q in pairs:
        changes += _wording(p.id, p.text, q.text) + _item_changes(p, q)
    whole = {entry["id"]: entry for entry in article_to_json(new)["paragraphs"]}
    return changes + _listed("paragraph", old.id, old.paragraphs, new.paragraphs, lambda p: whole[p.id])


def _item_changes(old: Paragraph | Item, new: Paragraph | Item) -> ChangeSet:
    """Words of the entries, then of what stands below them, then entries that come and go."""
    changes: ChangeSet = []
    for i, j in ((i, j) for i in old.items for j in new.items if i.id == j.id):
        changes += _wording(i.id, i.text, j.text) + _item_changes(i, j)
    return changes + _listed("item", old.id, old.items, new.items, item_to_json)


def _is_reshaped(old: tuple, new: tuple) -> bool:
    """More than words changed: another order, a table, a number of its own. Then the article is given anew."""
    ids = [entry.id for entry in old], [entry.id for entry in new]
    if [id for id in ids[0] if id in ids[1]] != [id for id in ids[1] if id in ids[0]]:
        return True
    plain = {"text": "", "items": ()}
    return any(
        replace(p, **plain) != replace(q, **plain) or _is_reshaped(p.items, q.items)
        for p in old
        for q in new
        if p.id == q.id
    )


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
