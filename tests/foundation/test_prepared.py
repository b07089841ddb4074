"""A prepared question answers like the queryset it was made from, on every day it is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection, models

from portal.foundation.prepared import Asked, Prepared
from residents.models import BodyMembership, RoleTable, User

pytestmark = pytest.mark.django_db
DAY = Asked("day", models.DateField())


def test_it_answers_for_the_day_it_is_asked(town):
    in_force = Prepared(lambda: RoleTable.objects.effective_by(DAY).values_list("pk")[:1])
    table = RoleTable.objects.get()
    assert in_force(day=table.effective_from) == [(table.pk,)]
    assert in_force(day=date(1990, 1, 1)) == []
    assert in_force(day=date(2040, 1, 1)) == [(table.pk,)]


def test_keys_and_text_are_stored_as_the_column_stores_them(people):
    person = people["chair"]
    theirs = Prepared(
        lambda: BodyMembership.objects.filter(person=Asked("person", User._meta.pk)).values_list("body")
    )
    assert theirs(person=person.pk) == list(person.memberships.values_list("body"))
    named = Prepared(
        lambda: User.objects.filter(email=Asked("address", models.CharField())).values_list("is_active")
    )
    assert [bool(active) for (active,) in named(address=person.email)] == [True]
    assert named(address="' OR 1=1 --") == []


def test_a_question_lacking_something_is_not_asked(town, django_assert_num_queries):
    in_force = Prepared(lambda: RoleTable.objects.effective_by(DAY).values_list("pk"))
    with django_assert_num_queries(0), pytest.raises(KeyError):
        in_force(date=date(2026, 1, 1))


def test_the_statement_is_written_once(town, django_assert_num_queries):
    written = []

    def build():
        written.append(connection.vendor)
        return RoleTable.objects.effective_by(DAY).values_list("pk")

    in_force = Prepared(build)
    with django_assert_num_queries(2):
        in_force(day=date(2026, 1, 1))
        in_force(day=date(2027, 1, 1))
    assert written == [connection.vendor]
