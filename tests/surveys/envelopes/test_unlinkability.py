"""Nothing in the database leads from who proved themselves to what was answered [2.15]."""

from __future__ import annotations

import itertools
import json
import secrets
from collections import deque
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, models, transaction

from portal.foundation import clock
from portal.foundation.models import AuditEntry, OutboxMessage
from surveys.certificates.person import VerifiedPerson, Way
from surveys.envelopes import actions, sheets, tasks
from surveys.envelopes.order_free import KEY_SPACE, shuffle
from surveys.models import (
    AppLogin,
    BlindDraw,
    BoardPage,
    Challenge,
    CounterCheck,
    CounterCheckStep,
    InnerEnvelope,
    OuterEnvelope,
    PrintedForm,
    Proof,
    Receipt,
    SpentToken,
    Survey,
    Ticket,
    Voucher,
)  # fmt: skip
from tests.factories import surveys as factory

ISSUING = (Challenge, OuterEnvelope, Proof, BlindDraw, AppLogin, Voucher, CounterCheck)
ANSWERING = (Ticket, InnerEnvelope, Receipt, SpentToken)
PUBLIC = (BoardPage, PrintedForm)
"""Read by everybody every day: they know days, receipts and questions, and no relation leads from them anywhere."""


def neighbours(model):
    """Models one relation away, in either direction."""
    return {
        field.related_model
        for field in model._meta.get_fields(include_hidden=True)
        if field.is_relation and isinstance(field.related_model, type)
    }


def reachable(start):
    seen, waiting = {start}, deque([start])
    while waiting:
        for model in neighbours(waiting.popleft()) - seen:
            seen.add(model)
            waiting.append(model)
    return seen


@pytest.mark.parametrize("model", [*ANSWERING, *PUBLIC])
def test_no_relation_leads_away_from_the_answering_side(model):
    assert reachable(model) == {model}


@pytest.mark.parametrize("model", [*ISSUING, *ANSWERING])
def test_neither_side_names_an_account(model):
    assert get_user_model() not in neighbours(model)
    assert not [f.name for f in model._meta.fields if "person_id" in f.name or "user" in f.name]


def test_an_answer_knows_no_moment():
    """On the answering side there is no date or time at all; on the issuing side no finer one than a day."""
    moments = (models.DateField, models.TimeField)
    for model in ANSWERING:
        assert not [field for field in model._meta.fields if isinstance(field, moments)]
    for model in (OuterEnvelope, Proof, BlindDraw, Voucher, CounterCheck, *PUBLIC):
        assert not [field for field in model._meta.fields if isinstance(field, models.DateTimeField)]


def test_reminders_cannot_be_joined_to_answers():
    """Whatever lists whom to remind (outbox, accounts) has no column in common with an answer."""
    answer_columns = {f.attname for f in InnerEnvelope._meta.fields}
    for model in (OutboxMessage, get_user_model(), OuterEnvelope):
        assert {f.attname for f in model._meta.fields} & answer_columns <= {"id"}


def draw(survey, number):
    """Mark persons as having drawn, in order, without the cost of cryptography."""
    for _count in range(number):
        OuterEnvelope(
            survey=survey,
            certificate_digest=secrets.token_hex(32),
            person_digest=secrets.token_hex(32),
            drawn_on=clock.today(),
        ).save()


def answer_in_order(survey, number):
    for count in range(number):
        ticket = actions.new_secret()
        Ticket(pool=survey.pool, digest=actions.challenge.digest(ticket)).save()
        actions.answer(survey, ticket=ticket, answers={"1": {"text": f"{count:03}"}})


def stored_order(model, column):
    """Rows as the database itself has them lying, by the row's own address where it has one."""
    address = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {model._meta.db_table} ORDER BY {address}")
        return [row[0] for row in cursor.fetchall()]


def read(survey, stored):
    """What somebody reads who has the database and the sealing keys."""
    return json.loads(sheets.Reader(survey).text(bytes(stored)))


def arrivals(survey):
    """In which order the answers came, in the order in which they lie."""
    return [
        int(read(survey, stored)["1"]["text"]) for stored in stored_order(InnerEnvelope, "sealed_answers")
    ]


def inversions(order):
    pairs = list(itertools.combinations(order, 2))
    return sum(1 for first, second in pairs if first > second) / len(pairs)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="elsewhere the nightly shuffle does this")
def test_rows_lie_in_no_order_of_arrival(gated):
    answer_in_order(gated, 60)
    order = arrivals(gated)
    # 0 would be the order of arrival, 1 its reverse; 60 rows by chance lie within these bounds.
    assert 0.3 < inversions(order) < 0.7
    assert order != sorted(order)


def test_laying_both_tables_side_by_side_finds_no_more_than_chance(gated):
    """The strongest simple attack: the n-th person drawn is the n-th answer stored."""
    draw(gated, 60)
    answer_in_order(gated, 60)
    tasks.shuffle_envelopes()
    order = arrivals(gated)
    hits = sum(1 for place, arrived in enumerate(order) if place == arrived)
    assert hits <= 8  # one is expected by chance; eight has a chance below one in a hundred thousand


def test_keys_are_random_and_common_to_no_two_tables(gated):
    draw(gated, 20)
    answer_in_order(gated, 20)
    keys = [
        set(model.objects.values_list("pk", flat=True)) for model in (OuterEnvelope, InnerEnvelope, Receipt)
    ]
    assert all(len(found) == 20 for found in keys)
    assert not set.intersection(*keys) and min(min(found) for found in keys) > KEY_SPACE // 10**6


def test_no_value_stands_on_both_sides(gated):
    draw(gated, 5)
    answer_in_order(gated, 5)
    sides = []
    for group in ((OuterEnvelope, Proof), ANSWERING):
        sides.append({str(v) for model in group for row in model.objects.values_list() for v in row})
    assert not sides[0] & sides[1]


def test_outer_envelopes_all_have_the_same_size(gated):
    draw(gated, 5)
    sizes = {
        sum(len(str(v)) for v in row)
        for row in OuterEnvelope.objects.values_list("certificate_digest", "person_digest", "drawn_on")
    }
    assert len(sizes) == 1


def test_neither_proving_nor_answering_writes_a_line_with_a_moment(gated):
    before = AuditEntry.objects.count(), OutboxMessage.objects.count()
    draw(gated, 3)
    answer_in_order(gated, 3)
    assert (AuditEntry.objects.count(), OutboxMessage.objects.count()) == before


def test_either_digest_blocks_a_second_ticket(gated):
    row = {"survey": gated, "drawn_on": clock.today()}
    OuterEnvelope(certificate_digest="a", person_digest="p", **row).save()
    for digests in (
        {"certificate_digest": "a", "person_digest": "q"},
        {"certificate_digest": "b", "person_digest": "p"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            OuterEnvelope(**digests, **row).save()


def test_closing_destroys_the_identity_side_and_its_key(gated, acting):
    draw(gated, 4)
    answer_in_order(gated, 3)
    Ticket(pool=gated.pool, digest="unused").save()
    actions.challenge.issue(gated, origin="https://example.jp")
    keys = set(InnerEnvelope.objects.values_list("pk", flat=True))
    with clock.at(gated.closes_on):
        assert tasks.close_due_surveys() == 0
    with clock.at(gated.closes_on + timedelta(days=1)):
        assert tasks.close_due_surveys() == 1
        assert tasks.close_due_surveys() == 0
    survey = Survey.objects.get(pk=gated.pk)
    assert survey.status == "closed" and survey.envelope_key is None
    assert (survey.proven_count, survey.answered_count) == (4, 3)
    assert (
        not OuterEnvelope.objects.exists() and not Challenge.objects.exists() and not Ticket.objects.exists()
    )
    assert InnerEnvelope.objects.count() == 3
    assert not keys & set(InnerEnvelope.objects.values_list("pk", flat=True))


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a matter of SQLite's file")
def test_what_is_deleted_is_overwritten(gated):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
        answer_in_order(gated, 1)
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone()[0] == 1


def test_shuffling_changes_places_and_keeps_answers(gated):
    answer_in_order(gated, 30)
    before = {row.pk: read(gated, row.sealed_answers) for row in InnerEnvelope.objects.all()}
    assert shuffle(InnerEnvelope.objects.all()) == 30
    after = {row.pk: read(gated, row.sealed_answers) for row in InnerEnvelope.objects.all()}
    texts = [sorted(sheet["1"]["text"] for sheet in found.values()) for found in (before, after)]
    assert texts[0] == texts[1] and len(texts[0]) == 30 and not set(before) & set(after)


def test_each_survey_has_its_own_key(office, acting, gated):
    other = factory.opened(acting, mode="certificate")
    assert bytes(other.envelope_key) != bytes(gated.envelope_key)
    person = VerifiedPerson(Way.CERTIFICATE, "same certificate")
    assert actions._digests(other, person)[0] != actions._digests(gated, person)[0]
    assert actions._digests(gated, person) == actions._digests(gated, person)


def test_every_model_of_the_room_stands_on_a_side_or_knows_no_respondent():
    """A new table has to be placed here before it can slip between the envelopes."""
    others = {
        "TrustAnchor", "RevocationList", "RevocationService", "VerifierStanding", "UsageProcedure",
        "SurveySponsor", "SurveySponsorStep", "Survey", "SurveyStep", "Question", "Choice", "Tally", "BallotKey",
        CounterCheckStep.__name__, "SurveySeries", "SurveySeriesStep", "Wave", "DroppedOption",
        "Disclosure",  # of surveys that ask for names; never filled for others
    }  # fmt: skip
    names = {model.__name__ for model in apps.get_app_config("surveys").get_models()}
    assert names == others | {model.__name__ for model in (*ISSUING, *ANSWERING, *PUBLIC)}
