"""What an amendment can say, and what saying it does to a text.

Put these words in place of those, delete an article, add one after another, renumber: each is one operation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .provisions import Article, article_from_json, item_from_json, paragraph_from_json
from .texts import Text


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


def apply(old: Text, changes: Iterable[Change]) -> Text:
    """Carry out the operations one after the other."""
    text = old
    for change in changes:
        text = _OPERATIONS[change.op](text, change)
    return text


def _edit(text: Text, id: str, edit: Callable[[Article], Article]) -> Text:
    return replace(text, articles=tuple(edit(a) if a.id == id else a for a in text.articles))


def _in_lines(entries: tuple, edit: Callable) -> tuple:
    """Paragraphs or items with every entry edited, those below first."""
    return tuple(edit(replace(entry, items=_in_lines(entry.items, edit))) for entry in entries)


def _each_line(text: Text, edit: Callable) -> Text:
    articles = tuple(replace(a, paragraphs=_in_lines(a.paragraphs, edit)) for a in text.articles)
    return replace(text, articles=articles)


def _rewrite(text: Text, at: str, rewrite: Callable[[str], str]) -> Text:
    return _each_line(text, lambda e: replace(e, text=rewrite(e.text)) if e.id == at else e)


def _after(entries: tuple, previous: str, entry) -> tuple:
    place = next((n + 1 for n, there in enumerate(entries) if there.id == previous), 0)
    return (*entries[:place], entry, *entries[place:])


def _without(entries: tuple, id: str) -> tuple:
    return tuple(entry for entry in entries if entry.id != id)


def _replace_article(text: Text, change: Change) -> Text:
    return _edit(text, change.at, lambda was: article_from_json(change.body))


def _add_paragraph(text: Text, change: Change) -> Text:
    added = paragraph_from_json(change.body)
    return _edit(text, change.at, lambda a: replace(a, paragraphs=_after(a.paragraphs, change.after, added)))


def _delete_paragraph(text: Text, change: Change) -> Text:
    return _edit(text, change.at, lambda a: replace(a, paragraphs=_without(a.paragraphs, change.old)))


def _with_items(text: Text, owner: str, edit: Callable[[tuple], tuple]) -> Text:
    return _each_line(text, lambda e: replace(e, items=edit(e.items)) if e.id == owner else e)


def _reorder(text: Text, change: Change) -> Text:
    return replace(text, articles=tuple(text.article(id) for id in change.body["order"]))


def _add_article(text: Text, change: Change) -> Text:
    return replace(text, articles=_after(text.articles, change.after, article_from_json(change.body)))


def _add_item(text: Text, change: Change) -> Text:
    return _with_items(text, change.at, lambda was: _after(was, change.after, item_from_json(change.body)))


def _put_appendix(text: Text, change: Change) -> Text:
    (given,) = Text.from_json({"articles": [], "appendices": [change.body]}).appendices
    if change.op == "add_appendix":
        return replace(text, appendices=_after(text.appendices, change.after, given))
    return replace(text, appendices=tuple(given if a.id == change.at else a for a in text.appendices))


def _put(text: Text, change: Change) -> Text:
    """Headings or preamble as the new text has them."""
    given = Text.from_json({"articles": [], **change.body})
    return replace(text, **{name: getattr(given, name) for name in change.body})


_OPERATIONS: dict[str, Callable[[Text, Change], Text]] = {
    "replace_words": lambda text, c: _rewrite(text, c.at, lambda was: was.replace(c.old, c.new)),
    "replace_text": lambda text, c: _rewrite(text, c.at, lambda was: c.new),
    "replace_caption": lambda text, c: _edit(text, c.at, lambda a: replace(a, caption=c.new)),
    "replace_article": _replace_article,
    "add_paragraph": _add_paragraph,
    "delete_paragraph": _delete_paragraph,
    "add_item": _add_item,
    "delete_item": lambda text, c: _with_items(text, c.at, lambda was: _without(was, c.old)),
    "delete_article": lambda text, c: text.with_articles(_without(text.articles, c.at)),
    "renumber": lambda text, c: _edit(text, c.at, lambda a: replace(a, number=c.new)),
    "reorder": _reorder,
    "add_article": _add_article,
    "add_appendix": _put_appendix,
    "replace_appendix": _put_appendix,
    "delete_appendix": lambda text, c: replace(text, appendices=_without(text.appendices, c.at)),
    "replace_headings": _put,
    "replace_preamble": _put,
    "replace_all": lambda text, c: Text.from_json(c.body),
}
