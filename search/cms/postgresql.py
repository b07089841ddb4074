"""The half for PostgreSQL."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery
from wagtail.search.backends.database.postgres import postgres as stock
from wagtail.search.query import Phrase, PlainText

from search.matching import tsquery

from .indexed import TokenIndex, asked


class _Compiler(stock.PostgresSearchQueryCompiler):
    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        if not isinstance(query, PlainText | Phrase):
            return super().build_tsquery_content(query, config=config, invert=invert)
        any_term = getattr(query, "operator", "and") == "or"
        words = asked(query.query_string, is_being_typed=self.LAST_TERM_IS_PREFIX)
        return SearchQuery(tsquery(words, any_term), search_type="raw", config=config, invert=invert)

    def get_fields_vectors(self, search_query: Any) -> Any:
        """Columns hold words as they were written; only the index holds tokens."""
        vectors = self.get_index_vectors(search_query)
        return vectors[:1] if set(self.fields) == {"title"} else vectors


class _TypingCompiler(_Compiler, stock.PostgresAutocompleteQueryCompiler):
    pass


class _Index(TokenIndex, stock.PostgresIndex):
    pass


class TokenBackend(stock.PostgresSearchBackend):
    query_compiler_class = _Compiler
    autocomplete_query_compiler_class = _TypingCompiler
    index_class = _Index

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({"SEARCH_CONFIG": "simple", **params})  # tokens have no endings to be cut off
