"""Editing a rule article by article, without knowing how amendments are drafted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from governance.rules.notation import Unreadable, body_of, parse_article
from governance.rules.provisions import Article, fresh_id, ids_of
from governance.rules.texts import Text, renumbered

from .surroundings import bound_around, fields_around, with_surroundings

KEEP, CLOSE_UP, EMPTY, UP, DOWN = "keep", "close_up", "empty", "up", "down"
FATES = [
    (KEEP, _("Keep")),
    (CLOSE_UP, _("Delete; the articles after it move up")),
    (EMPTY, _("Delete, but keep the number (“deleted”)")),
    (UP, _("Move up by one; the numbers follow the new order")),
    (DOWN, _("Move down by one; the numbers follow the new order")),
]
MOVE_DOWN, BRANCH = "move_down", "branch"
NUMBERINGS = [
    (MOVE_DOWN, _("The articles after it move down")),
    (BRANCH, _("As a branch (第3条の2); no other number changes")),
]

NEW = ("new", "new2", "new3", "new4", "new5")
"""Places for new articles; whoever needs more of them writes the whole text anew."""


class AmendForm(forms.Form):
    """Every article in a box of its own, places for new articles, what stands around, and the reason."""

    reason = forms.CharField(
        label=_("Why it should change"), widget=forms.Textarea(attrs={"rows": 4}), min_length=10
    )

    def __init__(self, data: Any, text: Text, used_ids: set[str]) -> None:
        super().__init__(data)
        self.text = text
        self.taken = used_ids | ids_of(text.articles)
        for article in text.articles:
            self.fields |= _article_fields(article)
        for new in NEW:
            self.fields |= _new_fields(new, text)
        self.fields |= fields_around(text)

    def articles(self) -> Iterator[dict[str, Any]]:
        """The boxes in reading order, each with its three fields."""
        for article in self.text.articles:
            fields = {name: self[f"{name}_{article.id}"] for name in ("caption", "body", "fate")}
            changed = any(_typed(field.value()) != _typed(field.initial) for field in fields.values())
            yield {
                "label": f"{article.label} {article.caption}".strip(),
                "is_open": self.is_bound and (changed or any(f.errors for f in fields.values())),
                **fields,
            }

    def new_articles(self) -> Iterator[dict[str, Any]]:
        """The places for new articles; the first stands ready, the others wait until they are needed."""
        for place, new in enumerate(NEW, start=1):
            fields = [self[f"{new}_{name}"] for name in ("after", "numbering", "caption", "body")]
            yield {
                "label": _("New article %(number)s") % {"number": place},
                "fields": fields,
                "is_open": bool(fields[-1].value()),
            }

    def around(self) -> list[forms.BoundField]:
        return list(bound_around(self))

    @property
    def is_changed_around(self) -> bool:
        return self.is_bound and any(_typed(f.value()) != _typed(f.initial) for f in self.around())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        articles = [self._edited(article) for article in self.text.articles]
        kept = [article for article in articles if article is not None]
        fates = {article.id: cleaned.get(f"fate_{article.id}", KEEP) for article in kept}
        kept = _moved(kept, fates)
        closes_up = len(kept) < len(articles) or bool({UP, DOWN} & set(fates.values()))
        added: set[str] = set()
        for new in NEW:
            if cleaned.get(f"{new}_body"):
                closes_up |= cleaned.get(f"{new}_numbering") != BRANCH
                kept = self._with_new(kept, new, added)
        if not kept:
            raise ValidationError(
                _("A rule without articles is an abolition; please abolish the rule instead.")
            )
        if not self.errors:
            text = self.text.with_articles(renumbered(kept) if closes_up else kept)
            cleaned["text"] = with_surroundings(text, cleaned, self.taken)
            if cleaned["text"] == self.text:
                raise ValidationError(_("Nothing in the text has changed yet."))
        return cleaned

    def _edited(self, was: Article) -> Article | None:
        values = {name: self.cleaned_data.get(f"{name}_{was.id}", "") for name in ("caption", "body", "fate")}
        if values["fate"] == CLOSE_UP:
            return None
        if values["fate"] == EMPTY:
            return replace(was, caption="", paragraphs=())
        try:
            edited = parse_article(values["body"], was, self.taken)
        except Unreadable as error:
            self.add_error(
                f"body_{was.id}",
                _("Line %(line)s cannot be read: an item needs a sentence before it.") % {"line": error.line},
            )
            return was
        if edited.is_deleted and not was.is_deleted:
            self.add_error(
                f"body_{was.id}", _("To take the article out, choose one of the ways to delete it.")
            )
        self.taken |= ids_of([edited])
        return replace(edited, caption=_bare(values["caption"]))

    def _with_new(self, articles: list[Article], new: str, added: set[str]) -> list[Article]:
        """Put a new article after the one named, behind those already put there."""
        after, numbering, caption, body = (
            self.cleaned_data.get(f"{new}_{name}", "") for name in ("after", "numbering", "caption", "body")
        )
        ids = [article.id for article in articles]
        place = ids.index(after) + 1 if after in ids else len(articles)
        while place < len(articles) and ids[place] in added:
            place += 1
        before = articles[place - 1].number if place else "0"
        number = _next_branch(before, [article.number for article in articles])
        if numbering != BRANCH:
            number = before.split("_")[0]
        id = fresh_id(f"art-{number}", self.taken)
        try:
            article = parse_article(body, Article(id, number), self.taken)
        except Unreadable:
            self.add_error(f"{new}_body", _("An item needs a sentence before it."))
            return articles
        added.add(id)
        self.taken |= ids_of([article])
        return [*articles[:place], replace(article, caption=_bare(caption)), *articles[place:]]


def _moved(articles: list[Article], fates: dict[str, str]) -> list[Article]:
    """Every article that is to move changes places with its neighbour."""
    order = list(articles)
    for article in articles:
        place = order.index(article)
        if fates[article.id] == UP and place:
            order[place - 1], order[place] = order[place], order[place - 1]
    for article in reversed(articles):
        place = order.index(article)
        if fates[article.id] == DOWN and place < len(order) - 1:
            order[place + 1], order[place] = order[place], order[place + 1]
    return order


def _typed(value: str | None) -> str:
    """Browsers send line ends their own way; that alone is no change."""
    return (value or "").replace("\r\n", "\n").strip()


def _bare(caption: str) -> str:
    return caption.strip("()\uff08\uff09 ")


def _new_fields(new: str, text: Text) -> dict[str, forms.Field]:
    places = [
        ("", _("At the end")),
        *((a.id, _("After %(article)s") % {"article": a.label}) for a in text.articles),
    ]
    return {
        f"{new}_after": forms.ChoiceField(label=_("Where"), choices=places, required=False),
        f"{new}_numbering": forms.ChoiceField(
            label=_("Numbering"),
            choices=NUMBERINGS,
            required=False,
            initial=MOVE_DOWN,
            widget=forms.RadioSelect,
        ),
        f"{new}_caption": forms.CharField(label=_("Article caption"), required=False, max_length=60),
        f"{new}_body": forms.CharField(
            label=_("Text of the new article"), required=False, widget=forms.Textarea(attrs={"rows": 4})
        ),
    }


def _article_fields(article: Article) -> dict[str, forms.Field]:
    rows = max(2, len(body_of(article)) // 40 + body_of(article).count("\n") + 1)
    return {
        f"caption_{article.id}": forms.CharField(
            label=_("Article caption"), required=False, max_length=60, initial=article.caption
        ),
        f"body_{article.id}": forms.CharField(
            label=_("Text"),
            required=False,
            initial=body_of(article),
            widget=forms.Textarea(attrs={"rows": rows}),
        ),
        f"fate_{article.id}": forms.ChoiceField(
            label=_("This article"), choices=FATES, initial=KEEP, widget=forms.Select
        ),
    }


def _next_branch(number: str, numbers: list[str]) -> str:
    """The first free branch behind an article: 3 → 3_2, 3_2 → 3_3."""
    base = number.split("_")[0]
    branch = int(number.split("_")[1]) + 1 if "_" in number else 2
    while f"{base}_{branch}" in numbers:
        branch += 1
    return f"{base}_{branch}"


class WithdrawForm(forms.Form):
    reason = forms.CharField(label=_("Why it is withdrawn"), required=False, max_length=300)
