"""The half for SQLite: one question to the full-text table, then the rows by their keys."""

from __future__ import annotations

from typing import Any

from django.db.models import FloatField, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, StrIndex
from wagtail.search.backends.database.sqlite import sqlite as stock
from wagtail.search.query import Phrase, PlainText

from search.matching import fts5

from .indexed import TokenIndex, asked


class _Compiler(stock.SQLiteSearchQueryCompiler):
    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        if not isinstance(query, PlainText | Phrase):
            return super().build_search_query_content(query, config=config)
        any_term = getattr(query, "operator", "and") == "or"
        words = asked(query.query_string, is_being_typed=self.LAST_TERM_IS_PREFIX)
        return stock.SearchQueryExpression(Value(fts5(words, any_term)))

    def search(self, config: Any, start: Any, stop: Any, score_field: str | None = None) -> QuerySet[Any]:
        """The stock search asks the full-text table again for every row, and takes seconds for 700 hits."""
        if not isinstance(self.query, PlainText | Phrase):
            return super().search(config, start, stop, score_field=score_field)
        keys = list(self._hits(config))
        found = self.queryset.filter(pk__in=keys)
        if self.order_by_relevance or score_field:
            found = found.annotate(**{score_field or "_score": _place_in(keys)})
        if self.order_by_relevance:
            found = found.order_by(score_field or "_score", "-pk")
        elif not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]

    def _hits(self, config: Any) -> QuerySet[Any]:
        """Keys of all objects of this model that match, the best first."""
        match = stock.MatchExpression(
            self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(self.query, config=config)
        )
        kinds = stock.get_descendants_content_types_pks(self.queryset.model)
        return (
            stock.SQLiteFTSIndexEntry.objects.filter(match, index_entry__content_type__in=kinds)
            .annotate(score=self._build_rank_expression(self.get_search_vectors(), config))
            .order_by("score", "-index_entry__pk")
            .values_list("index_entry__object_id", flat=True)
        )


def _place_in(keys: list[str]) -> Cast:
    """Where a row stands in an ordered list of keys; one text, as a long CASE would be refused."""
    place = StrIndex(
        Value(f",{','.join(keys)},"),
        Concat(Value(","), Cast("pk", TextField()), Value(","), output_field=TextField()),
    )
    return Cast(place, FloatField())


class _TypingCompiler(_Compiler, stock.SQLiteAutocompleteQueryCompiler):
    pass


class _Index(TokenIndex, stock.SQLiteIndex):
    pass


class TokenBackend(stock.SQLiteSearchBackend):
    query_compiler_class = _Compiler
    autocomplete_query_compiler_class = _TypingCompiler
    index_class = _Index
