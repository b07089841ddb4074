"""One ticket, one answer; what was entered stays; who holds a ticket is never asked."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from portal.foundation import clock
from portal.foundation.decisions import Denied
from surveys import seeds
from surveys.certificates.testcards import TestOffice
from surveys.envelopes import actions, permissions, tasks
from surveys.envelopes.forms import AnswerForm, name_of
from surveys.models import Challenge, InnerEnvelope, Ticket
from surveys.surveys import actions as surveys
from tests.factories import surveys as factory


def test_a_ticket_is_spent_by_one_answer(unlocked):
    ticket = actions.draw_open_ticket(unlocked)
    assert permissions.can_answer(unlocked, ticket)
    actions.answer(unlocked, ticket=ticket, answers={})
    with pytest.raises(Denied):
        actions.answer(unlocked, ticket=ticket, answers={})
    assert InnerEnvelope.objects.count() == 1


def test_a_ticket_is_good_for_its_survey_only(unlocked, acting):
    other = factory.opened(acting)
    ticket = actions.draw_open_ticket(unlocked)
    assert not permissions.can_answer(other, ticket)


def test_a_ticket_may_be_typed_with_small_letters_and_blanks(unlocked):
    ticket = actions.draw_open_ticket(unlocked)
    assert permissions.can_answer(unlocked, ticket.lower().replace("-", " "))


def test_a_ticket_has_256_random_bits_and_is_stored_as_a_digest_only(unlocked):
    tickets = {actions.draw_open_ticket(unlocked) for _count in range(50)}
    assert len(tickets) == 50 and all(len(t.replace("-", "")) == 52 for t in tickets)
    stored = " ".join(Ticket.objects.values_list("digest", flat=True))
    assert not any(ticket in stored or ticket.replace("-", "") in stored for ticket in tickets)


def test_those_inside_at_midnight_get_their_half_hour(unlocked):
    ticket = actions.draw_open_ticket(unlocked)
    end = permissions.last_moment(unlocked)
    with clock.at(end + timedelta(minutes=20)):
        assert not permissions.can_draw_open_ticket(unlocked)
        assert tasks.close_due_surveys() == 0
        assert permissions.can_answer(unlocked, ticket)
    with clock.at(end + timedelta(minutes=31)):
        assert not permissions.can_answer(unlocked, ticket)
        assert tasks.close_due_surveys() == 1


def test_an_interrupted_survey_keeps_tickets_good(unlocked, acting):
    ticket = actions.draw_open_ticket(unlocked)
    survey = surveys.suspend(unlocked, by=acting("it_chief"), reason="障害の点検のため")
    assert not permissions.can_answer(survey, ticket)
    survey = surveys.resume(survey, by=acting("it_chief"))
    assert permissions.can_answer(survey, ticket)


def test_lapsed_texts_are_thrown_away(gated):
    actions.challenge.issue(gated, origin="https://example.jp")
    assert tasks.forget_lapsed_challenges() == 0
    with clock.at(clock.now() + timedelta(minutes=61)):
        assert tasks.forget_lapsed_challenges() == 1
    assert not Challenge.objects.exists()


def test_a_text_names_survey_place_time_and_number(gated):
    made = actions.challenge.issue(gated, origin="https://sankaku.example.jp")
    assert gated.title in made.text and "https://sankaku.example.jp" in made.text
    assert made.nonce in made.text and len(made.nonce) == 64
    assert made.text.endswith("\n") and "\r" not in made.text
    other = actions.challenge.issue(gated, origin="https://sankaku.example.jp")
    assert other.nonce != made.nonce


def test_a_text_is_good_for_its_survey_only(gated, acting):
    other = factory.opened(acting, mode="certificate")
    made = actions.challenge.issue(gated, origin="https://example.jp")
    assert actions.challenge.consume(other, made.nonce) is None
    assert actions.challenge.consume(gated, made.nonce) == made.text.encode()
    assert actions.challenge.consume(gated, made.nonce) is None


def answered(survey, **given):
    questions = list(survey.questions.prefetch_related("choices"))
    data = {}
    for question, value in zip(questions, given.values(), strict=False):
        data[name_of(question)] = value
    form = AnswerForm(questions, data)
    return questions, form


def first_choice(survey, place=0):
    return str(survey.questions.all()[place].choices.first().pk)


def test_declined_and_unanswered_are_two_things(unlocked):
    one = first_choice(unlocked)
    questions, form = answered(unlocked, single=one, multiple=["declined"], scale="", text="")
    assert form.is_valid()
    single, multiple, scale, text = (str(question.pk) for question in questions)
    assert form.sheet == {single: {"choices": [int(one)]}, multiple: {"declined": True}}


def test_a_required_question_wants_an_answer_or_a_refusal(unlocked):
    _questions, form = answered(unlocked, single="", multiple=[], scale="", text="")
    assert list(form.errors) == [name_of(unlocked.questions.first())]
    _questions, form = answered(unlocked, single="declined")
    assert form.is_valid()


def test_declining_and_choosing_at_once_is_asked_back(unlocked):
    chosen = first_choice(unlocked, 1)
    _questions, form = answered(unlocked, single="declined", multiple=[chosen, "declined"])
    assert not form.is_valid()


def test_a_choice_of_another_question_is_not_taken(unlocked):
    _questions, form = answered(unlocked, single=first_choice(unlocked, 1))
    assert not form.is_valid()


def test_two_simultaneous_submissions_give_one_answer(own_transactions, town, acting):
    """Pressing “send” twice, or in two tabs, at the same moment."""
    seeds.set_numbers(town)
    survey = factory.opened(acting)
    ticket = actions.draw_open_ticket(survey)
    single = survey.questions.first()
    data = {"ticket": ticket, "step": "send", name_of(single): single.choices.first().pk}
    together, statuses = threading.Barrier(4), []

    def send():
        client = Client()
        together.wait()
        try:
            statuses.append(client.post(f"/surveys/{survey.slug}/answer/", data).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 403, 403, 403]
    assert InnerEnvelope.objects.count() == 1 and not Ticket.objects.exists()


def test_two_simultaneous_proofs_consume_one_text(own_transactions, town, acting, office_folder):
    seeds.set_numbers(town)
    seeds.record_standing(town)
    TestOffice(office_folder).register(by=acting("it_staff"))
    survey = factory.opened(acting, mode="certificate")
    made = actions.challenge.issue(survey, origin="https://example.jp")
    together, found = threading.Barrier(4), []

    def take():
        together.wait()
        try:
            found.append(actions.challenge.consume(survey, made.nonce))
        finally:
            connection.close()

    threads = [threading.Thread(target=take) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(text is None for text in found) == [False, True, True, True]
