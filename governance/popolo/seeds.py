"""What came before the committee, as a record of another office has it: taken in, not performed."""

from __future__ import annotations

import json

from residents.seeds import Town

from . import actions
from .reading import Reading

SOURCE = "https://archive.example.jp/kondankai"
FORERUNNER = "電子会議室市民懇談会"
MEMBERS = (
    ("相沢 みのり", "座長", "1996-09", "1999-03-31"),
    ("飯田 修一", "委員", "1996-09", "1998-08"),
    ("上原 千尋", "委員", "1997", "1999-03-31"),
    ("江口 直樹", "委員", "1998-09-01", "1999-03-31"),
)


def seed_history(town: Town) -> None:
    """The forerunner of the committee, from a file of the archive (fictional)."""
    content = {
        "organizations": [
            {
                "id": "forum",
                "name": FORERUNNER,
                "classification": "懇談会",
                "founding_date": "1996-09",
                "dissolution_date": "1999-03-31",
            }
        ],
        "memberships": [
            {
                "id": f"m{number}",
                "organization_id": "forum",
                "person": {"id": f"p{number}", "name": name},
                "role": role,
                "start_date": first,
                "end_date": last,
            }
            for number, (name, role, first, last) in enumerate(MEMBERS, start=1)
        ],
    }
    reading = Reading([("history.json", json.dumps(content).encode())])
    actions.take_in(reading, source=SOURCE, by=town.acting("secretary"))
