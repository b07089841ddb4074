"""Objects as the index shall read them: every text already cut into tokens."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from django.utils.encoding import force_str
from wagtail.search.index import AutocompleteField, RelatedFields, SearchField

from search import tokens
from search.tokens import Term

NOTHING = Term("", (("nothing",),))
"""What a question without words asks for; no token begins with an n."""


def asked(question: str, *, is_being_typed: bool) -> list[Term]:
    """The terms of an editor's question."""
    return tokens.terms(question, is_being_typed=is_being_typed) or [NOTHING]


class Tokenised:
    """Stands in for an object while it is indexed."""

    def __init__(self, obj: Any) -> None:
        self.obj, self.pk = obj, obj.pk

    def get_search_fields(self) -> list[Any]:
        return [_from_stand_in(_tokenising(field)) for field in self.obj.get_search_fields()]


class TokenIndex:
    """Mixed into the index of either database."""

    def add_items(self, model: type, objs: Iterable[Any]) -> None:
        super().add_items(model, [Tokenised(obj) for obj in objs])  # type: ignore[misc]

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Only with a rebuild: the average over the whole index is too dear for each single save."""
        if full:
            super()._refresh_title_norms(full=True)  # type: ignore[misc]


def _tokenising(field: Any) -> Any:
    field, read = copy.copy(field), field.get_value
    if isinstance(field, SearchField | AutocompleteField):
        field.get_value = lambda obj: tokens.index_tokens(_plain(read(obj)))
    elif isinstance(field, RelatedFields):
        field.fields = [_tokenising(inner) for inner in field.fields]
    return field


def _from_stand_in(field: Any) -> Any:
    read = field.get_value
    field.get_value = lambda stand_in: read(stand_in.obj)
    return field


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return "\n".join(_plain(item) for item in value)
    return "" if value is None else force_str(value)
