"""The public pages of imported history."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from governance.popolo import actions
from governance.popolo.models import ImportedOrganisation
from governance.popolo.reading import Reading
from governance.popolo.seeds import FORERUNNER, seed_history
from portal.foundation.acting import CLOCK
from tests.governance.popolo.samples import an_assembly

LIST = "/committees/imported-history/"


def take_in(data) -> None:
    actions.take_in(Reading([("x.json", json.dumps(data).encode())]), source="x", by=CLOCK)


def test_everybody_reads_who_belonged_to_what_and_when(town):
    seed_history(town)
    seed_history(town)  # idempotent
    assert FORERUNNER in Client().get(LIST).content.decode()
    found = ImportedOrganisation.objects.get()
    page = Client().get(f"{LIST}{found.pk}/").content.decode()
    for word in ("相沢 みのり", "座長", "1996-09", "1999-03-31"):
        assert word in page, word
    assert LIST in Client().get("/committees/").content.decode()


def test_an_empty_history_says_so_and_an_unknown_one_is_not_found(town):
    assert Client().get(LIST).status_code == 200
    assert Client().get(f"{LIST}999/").status_code == 404


def test_a_long_list_comes_in_pages_at_the_same_price(db):
    data = an_assembly()
    take_in({**data, "memberships": data["memberships"][:50]})
    found = ImportedOrganisation.objects.get(name="Assemblée")

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert Client().get(f"{LIST}{found.pk}/").status_code == 200
        return len(queries)

    count()
    few = count()
    take_in(data)
    assert count() == few
    names, path, pages = [], f"{LIST}{found.pk}/", 0
    while path:
        answer = Client().get(path)
        names += [row[0] for row in answer.context["rows"]]
        path, pages = answer.context["page"].next_url, pages + 1
    assert len(names) == 227 and pages == 5


@pytest.mark.parametrize("path", [LIST, "/committees/popolo.json"])
def test_nothing_is_changed_by_a_post(town, path):
    assert Client().post(path).status_code == 405
