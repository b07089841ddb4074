"""Popolo files as others write them, typed and counted by hand."""

from __future__ import annotations

import json
from typing import Any

PARTIES = 5
PERSONS = 110
MEMBERSHIPS = 227


def an_assembly() -> dict[str, Any]:
    """An assembly as EveryPolitician publishes it: 227 memberships of two terms, none of them with an id."""
    persons = [
        {
            "id": f"p-{n}",
            "name": f"Member {n}",
            "birth_date": "1960",
            "email": f"m{n}@example.org",
            "identifiers": [{"scheme": "wikidata", "identifier": f"Q{n}"}],
        }
        for n in range(PERSONS)
    ]
    parties = [{"id": f"party/{n}", "name": f"Party {n}", "classification": "party"} for n in range(PARTIES)]
    seats = [(n % PERSONS, "term/3" if n < PERSONS else "term/4") for n in range(PERSONS * 2)]
    changed = [(n, "term/4") for n in range(MEMBERSHIPS - len(seats))]  # went over to another party in 2012
    return {
        "meta": {"sources": ["http://www.assemblee.example/"]},
        "persons": persons,
        "organizations": [
            {"id": "legislature", "name": "Assemblée", "classification": "legislature", "seats": 110},
            *parties,
        ],
        "areas": [{"id": "area/bubanza", "name": "Bubanza", "type": "constituency"}],
        "events": [
            {
                "id": "term/3",
                "name": "3e législature",
                "classification": "legislative period",
                "start_date": "2005",
            },
            {
                "id": "term/4",
                "name": "4e législature",
                "classification": "legislative period",
                "start_date": "2010",
            },
        ],
        "posts": [],
        "memberships": [
            *[_seat(person, term, person % PARTIES, None) for person, term in seats],
            *[_seat(person, term, (person + 1) % PARTIES, "2012-03") for person, term in changed],
        ],
    }


def _seat(person: int, term: str, party: int, begun: str | None) -> dict[str, Any]:
    row = {
        "person_id": f"p-{person}",
        "organization_id": "legislature",
        "on_behalf_of_id": f"party/{party}",
        "legislative_period_id": term,
        "area_id": "area/bubanza",
        "role": "member",
    }
    return {**row, "start_date": begun} if begun else row


def as_file(data: Any, path: Any) -> str:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return str(path)
