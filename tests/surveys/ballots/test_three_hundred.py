"""Three hundred people draw, later three hundred answer; whoever has everything we keep finds no more than chance.

The attacker holds the whole database with every row's own address, the sealing keys, mails, logs and files, and
knows of each person which rows of the issuing side are theirs. They look for the person's answer by equal values,
by order, by keys, by sizes and by days.
"""

from __future__ import annotations

import base64
import itertools
import json
import logging
import random
from collections import Counter

import pytest
from django.apps import apps
from django.conf import settings as portal
from django.core import mail
from django.db import connection
from django.test import Client

from portal.settings.parts.logs import WithoutSurveyVisits
from surveys.ballots import keys, tasks
from surveys.ballots.holder import Holder
from surveys.envelopes import sheets
from surveys.envelopes import tasks as envelope_tasks
from surveys.models import BlindDraw, InnerEnvelope, OuterEnvelope, Proof, Receipt, SpentToken

from .conftest import ticket_of

PEOPLE = 300
MOST_HITS = 9
"""One hit is expected of blind guessing; ten or more come by chance once in nine million guesses (Poisson, mean 1).
The attacker below makes fewer than three hundred."""
GROWING = {"OuterEnvelope", "Proof", "BlindDraw", "SpentToken", "InnerEnvelope", "Receipt"}
"""The only tables that may hold a row for each person or each answer."""


def counts():
    return Counter({m.__name__: m.objects.count() for m in apps.get_models() if m._meta.managed})


def lying(model):
    """Rows as they lie on the disk: (address, column → value)."""
    address = "rowid" if connection.vendor == "sqlite" else "ctid"
    names = [field.column for field in model._meta.concrete_fields]
    with connection.cursor() as cursor:
        quoted = ", ".join(map(connection.ops.quote_name, names))
        cursor.execute(f"SELECT {quoted} FROM {model._meta.db_table} ORDER BY {address}")
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def plain(value):
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)


class Ear(logging.Handler):
    """Hears what the portal's own log handler lets through."""

    def __init__(self):
        super().__init__()
        self.addFilter(WithoutSurveyVisits())
        self.heard = []

    def emit(self, record):
        self.heard.append(str(record.msg) + record.getMessage())


@pytest.fixture
def ear():
    listening = Ear()
    logging.getLogger().addHandler(listening)
    yield listening
    logging.getLogger().removeHandler(listening)


def draw_all(survey):
    """The first phase. person → what the issuing side holds of them, known to the attacker."""
    known, in_hand = {}, {}
    public, client = keys.public(survey.ballot_key), Client()
    models = (OuterEnvelope, Proof, BlindDraw)
    seen = {model: set() for model in models}
    for number in range(PEOPLE):
        ticket, holder = ticket_of(survey, number), Holder.begin(public, survey.slug)
        blinded = base64.b64encode(holder.blinded.message).decode()
        reply = client.post(f"/surveys/{survey.slug}/ballot/draw/", {"ticket": ticket, "blinded": blinded})
        in_hand[number] = holder.finish(base64.b64decode(reply.json()["signature"]))
        known[number] = {"ticket": ticket, "blinded": holder.blinded.message.hex()}
        for model in models:
            (new,) = set(model.objects.values_list("pk", flat=True)) - seen[model]
            seen[model].add(new)
            row = model.objects.filter(pk=new).values().get()
            known[number] |= {f"{model.__name__}.{column}": value for column, value in row.items()}
    return known, in_hand


def answer_all(survey, in_hand):
    """The second phase, in an order of its own; each writes who they are, for the test to check guesses by."""
    client, address = Client(), f"/surveys/{survey.slug}/ballot/"
    single, *_others, free = survey.questions.prefetch_related("choices")
    order = random.Random(300).sample(range(PEOPLE), PEOPLE)
    for number in order:
        given = {f"q{single.pk}": single.choices.first().pk, f"q{free.pk}": f"私は{number:03}番"}
        sent = client.post(address, {**given, "token": in_hand[number].code, "step": "send"})
        assert sent.status_code == 200
    return free


def opened(survey, free):
    """The attacker has the sealing keys too: the answers as they lie, with who wrote each."""
    rows = lying(InnerEnvelope)
    reader = sheets.Reader(survey)
    for row in rows:
        text = reader.text(bytes(row["sealed_answers"]))
        row["who"] = int(json.loads(text)[str(free.pk)]["text"][2:5])
        row["size"] = len(bytes(row["sealed_answers"]))
    return rows


def orders(rows):
    """Every order one can put rows in: as they lie, and by each column."""
    yield "as they lie", rows
    for column in rows[0]:
        if column != "who":
            yield column, sorted(rows, key=lambda row: _sortable(row[column]))


def _sortable(value):
    return value if isinstance(value, int | str) else plain(value)


def guesses(persons, answers):
    """Lay both tables side by side in every order, forwards and backwards; how often the n-th wrote the n-th."""
    for (one, mine), (other, theirs) in itertools.product(orders(persons), orders(answers)):
        for turned in (theirs, theirs[::-1]):
            met = sum(a["who"] == b["who"] for a, b in zip(mine, turned, strict=True))
            yield met, f"persons by {one}, answers by {other}"


def test_the_whole_database_joins_persons_and_answers_no_better_than_chance(
    blind_survey, ear, settings, tmp_path
):
    settings.MEDIA_ROOT = str(tmp_path)
    before = counts()
    known, in_hand = draw_all(blind_survey)
    free = answer_all(blind_survey, in_hand)
    envelope_tasks.shuffle_envelopes()
    tasks.shuffle_ballots()

    grown = {name for name, more in (counts() - before).items() if more >= 10}
    assert grown == GROWING
    assert mail.outbox == [] and list(tmp_path.iterdir()) == []
    assert not [line for line in ear.heard if "ballot" in line or blind_survey.slug in line]

    answers = opened(blind_survey, free)
    assert len(answers) == PEOPLE and {row["size"] for row in answers} == {1 + 32 + 1024 + 16}

    answering = [row for model in (InnerEnvelope, SpentToken, Receipt) for row in lying(model)]
    there = {plain(value) for row in answering for value in row.values()} - {plain(blind_survey.pool.hex)}
    here = {plain(value) for row in known.values() for value in row.values()}
    assert len(here) > 6 * PEOPLE and not here & there
    whole = "\n".join(sorted(there))
    assert not [value for value in here if len(value) >= 16 and value in whole]

    notes = {tuple(str(v) for k, v in row.items() if k != "id") for row in lying(Proof)}
    assert len(notes) == 1, "notes of a check are all alike, so their order says nothing"

    tried = []
    for model, owners in sides(known, in_hand).items():
        rows = [{**row, "who": owners[next(v for v in row.values() if v in owners)]} for row in lying(model)]
        tried += [(met, f"{model.__name__}: {how}") for met, how in guesses(rows, answers)]
    assert 150 < len(tried) < 300
    assert max(tried)[0] <= MOST_HITS, max(tried)
    assert sum(met for met, _how in tried) / len(tried) < 2


def sides(known, in_hand):
    """table → what in a row of it is one person's alone; the test tells the attacker even whose a spent token is."""
    return {
        OuterEnvelope: {row["OuterEnvelope.certificate_digest"]: who for who, row in known.items()},
        BlindDraw: {row["BlindDraw.ticket_digest"]: who for who, row in known.items()},
        SpentToken: {token.digest: who for who, token in in_hand.items()},
        Receipt: {token.receipt: who for who, token in in_hand.items()},
    }


def test_the_attack_would_find_a_join_if_there_were_one():
    """The same measure where rows were numbered as they came: it must cry out."""
    persons = [{"id": 7 * number, "who": number} for number in range(PEOPLE)]
    answers = [{"id": 9000 + number, "size": 1073, "who": number} for number in range(PEOPLE)]
    shuffled = random.Random(1).sample(answers, PEOPLE)
    assert max(guesses(persons, shuffled)) == (PEOPLE, "persons by id, answers by id")
    assert portal.LOGGING["handlers"]["stderr"]["filters"] == ["without_survey_visits"]
