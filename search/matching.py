"""From the terms of a question to the ids of entries: the only place that speaks SQL to the full-text index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from django.db import connection

from .tokens import Term

CAP = 1_000
"""Hits that are looked at; a question with more is too wide to be read to the end anyway."""

SQLITE = """
SELECT e.id FROM search_entry_fts JOIN search_entry e ON e.id = search_entry_fts.rowid
WHERE search_entry_fts MATCH %s AND e.audience IN (SELECT value FROM json_each(%s))
ORDER BY {order} LIMIT %s
"""
SQLITE_ORDERS = {"newest": "e.created_at DESC, e.id DESC", "best": "bm25(search_entry_fts), e.id DESC"}
# Materialised and capped: sorted by date without that, the planner would walk the whole table for a rare word.
POSTGRESQL = """
WITH question AS (SELECT %s::tsquery AS asked),
hits AS MATERIALIZED (
    SELECT e.id, e.created_at, ts_rank(e.vector, question.asked) AS rank
    FROM search_entry e, question
    WHERE e.vector @@ question.asked AND e.audience = ANY(%s) LIMIT %s
)
SELECT id FROM hits ORDER BY {order} LIMIT %s
"""
POSTGRESQL_ORDERS = {"newest": "created_at DESC, id DESC", "best": "rank DESC, id DESC"}


def entry_ids(terms: Sequence[Term], audiences: Iterable[int], *, any_term: bool = False) -> list[int]:
    """Entries of these audiences that hold all terms (or any of them, the best first), at most ``CAP``."""
    if not terms:
        return []
    order = "best" if any_term else "newest"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            statement = POSTGRESQL.format(order=POSTGRESQL_ORDERS[order])
            cursor.execute(statement, [tsquery(terms, any_term), list(audiences), CAP * 5, CAP])
        else:
            statement = SQLITE.format(order=SQLITE_ORDERS[order])
            cursor.execute(statement, [fts5(terms, any_term), json.dumps(list(audiences)), CAP])
        return [row[0] for row in cursor.fetchall()]


def fts5(terms: Sequence[Term], any_term: bool = False) -> str:
    """The question in SQLite's words: ("w会議 w室" OR "b会議 b議室") AND …"""
    asked = (
        " OR ".join(f'"{" ".join(p)}"' + ("*" if term.is_open_ended else "") for p in term.phrases)
        for term in terms
    )
    return (" OR " if any_term else " AND ").join(f"({term})" for term in asked)


def tsquery(terms: Sequence[Term], any_term: bool = False) -> str:
    """The question in PostgreSQL's words: ('w会議'<->'w室' | 'b会議'<->'b議室') & …"""
    asked = (
        " | ".join(_followed_by(phrase, term.is_open_ended) for phrase in term.phrases) for term in terms
    )
    return (" | " if any_term else " & ").join(f"({term})" for term in asked)


def _followed_by(phrase: Sequence[str], is_open_ended: bool) -> str:
    words = [f"'{token}'" for token in phrase]
    if is_open_ended:
        words[-1] += ":*"
    return "(" + "<->".join(words) + ")"
