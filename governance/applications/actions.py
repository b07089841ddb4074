"""The applicant's verbs, the paper that somebody else types in, and what the clock does with a list."""

import json
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from governance.recruitments.models import Recruitment
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied, require
from residents.accounts.actions import register_at_counter

from . import notifications
from .lifecycle import Channel
from .models import SeatApplication, Supplement
from .outcome import accept, commission, locked, move_up, turn_down, withdraw
from .permissions import (
    answers_everything,
    came_in_time,
    can_ask_supplement,
    can_discard_draft,
    can_draft_application,
    can_enter_application,
    can_nominate_applicant,
    can_submit_application,
    can_supplement,
    has_not_applied,
)
from .requirements import may_sit_in

__all__ = [
    "accept",
    "ask_supplement",
    "commission",
    "discard",
    "draft",
    "enter",
    "erase",
    "locked",
    "move_up",
    "nominate",
    "sealed_answers",
    "submit",
    "supplement",
    "turn_down",
    "withdraw",
]


@transaction.atomic
def submit(
    recruitment: Recruitment,
    *,
    by: Acting,
    connection: str,
    uses_internet: bool,
    motives: str,
    answers: dict[str, str] | None = None,
    **declared: str,
) -> SeatApplication:
    """Apply to the mayor for a seat, confirming 第11条 and answering what was asked for (応募, 第12条)."""
    recruitment = _locked_call(recruitment)
    require(can_submit_application(by, recruitment))
    require(_uses_internet(uses_internet))
    require(answers_everything(recruitment, answers or {}))
    application = _own(recruitment, by)
    application.step(
        "submit",
        by=by,
        connection=connection,
        uses_internet=uses_internet,
        motives=motives,
        answers=sealed_answers(answers),
        submitted_at=clock.now(),
        **declared,
    )
    audit.record("governance.seat_application.submitted", by=by, target=application)
    notifications.application_submitted(application)
    return application


@transaction.atomic
def draft(
    recruitment: Recruitment, *, by: Acting, answers: dict[str, str] | None = None, **words: Any
) -> SeatApplication:
    """Keep what was written so far; nobody but the applicant sees it until it is handed in."""
    recruitment = _locked_call(recruitment)
    require(can_draft_application(by, recruitment))
    application = _own(recruitment, by)
    words = {"uses_internet": False, **words, "answers": sealed_answers(answers)}
    application.step("draft", by=by, submitted_at=clock.now(), **words)
    audit.record("governance.seat_application.drafted", by=by, target=application)
    return application


@transaction.atomic
def discard(application: SeatApplication, *, by: Acting) -> None:
    """Throw one's own draft away; nothing of it is kept."""
    application = locked(application)
    require(can_discard_draft(by, application))
    audit.record("governance.seat_application.draft_discarded", by=by, target=application.recruitment)
    application.delete()


@transaction.atomic
def ask_supplement(application: SeatApplication, *, by: Acting, request: str) -> Supplement:
    """補足の依頼: something is missing or unclear; the applicant is asked before the interview."""
    application = locked(application)
    require(can_ask_supplement(by, application))
    application.step("ask_supplement", by=by)
    found = Supplement.objects.create(
        application=application, asked_by=by.person, asked_at=clock.now(), request=request
    )
    audit.record("governance.seat_application.supplement_asked", by=by, target=application)
    notifications.application_supplement_asked(application)
    return found


@transaction.atomic
def supplement(application: SeatApplication, *, by: Acting, reply: str) -> Supplement:
    """The applicant adds what was asked for; it rests sealed like the application itself."""
    application = locked(application)
    require(can_supplement(by, application))
    found = Supplement.objects.select_for_update().get(application=application, replied_at__isnull=True)
    found.reply, found.replied_at = reply, clock.now()
    found.save()
    application.step("supplement", by=by)
    audit.record("governance.seat_application.supplemented", by=by, target=application)
    notifications.application_supplemented(application)
    return found


@transaction.atomic
def enter(
    recruitment: Recruitment,
    *,
    by: Acting,
    email: str,
    display_name: str,
    received_on: date,
    connection: str,
    uses_internet: bool,
    motives: str,
    answers: dict[str, str] | None = None,
    **declared: str,
) -> SeatApplication:
    """Type in an application that came on paper; who has no account yet is given one (第12条)."""
    recruitment = _locked_call(recruitment)
    require(can_enter_application(by, recruitment))
    require(came_in_time(recruitment, received_on))
    require(_uses_internet(uses_internet))
    applicant = register_at_counter(by=by, email=email, display_name=display_name, connection=connection)
    require(has_not_applied(applicant, recruitment))
    require(may_sit_in(applicant, recruitment.term))
    application = _own(recruitment, Acting(applicant))
    application.channel, application.received_on = Channel.PAPER, received_on
    application.step(
        "enter",
        by=by,
        connection=connection,
        uses_internet=uses_internet,
        motives=motives,
        answers=sealed_answers(answers),
        submitted_at=clock.now(),
        **declared,
    )
    audit.record("governance.seat_application.entered", by=by, target=application)
    notifications.application_entered(application)
    return application


@transaction.atomic
def nominate(
    recruitment: Recruitment, *, by: Acting, email: str, display_name: str, connection: str, reason: str
) -> SeatApplication:
    """推薦: nobody applied, and a rule of the town lets the secretariat put somebody forward instead (2.7)."""
    recruitment = _locked_call(recruitment)
    require(can_nominate_applicant(by, recruitment))
    nominee = register_at_counter(by=by, email=email, display_name=display_name, connection=connection)
    require(has_not_applied(nominee, recruitment))
    require(may_sit_in(nominee, recruitment.term))
    application = _own(recruitment, Acting(nominee))
    application.channel = Channel.NOMINATED
    application.step(
        "nominate",
        by=by,
        connection=connection,
        uses_internet=True,
        motives=reason,
        submitted_at=clock.now(),
    )
    audit.record("governance.seat_application.nominated", by=by, target=application)
    notifications.application_nominated(application)
    return application


@transaction.atomic
def erase(application: SeatApplication) -> None:
    """Destroy an application that led to no seat, with its notes and scores; it is only counted."""
    recruitment = application.recruitment
    Recruitment.objects.filter(pk=recruitment.pk).update(erased=F("erased") + 1)
    audit.record("governance.seat_application.erased", by=CLOCK, target=recruitment)
    application.delete()


def _locked_call(recruitment: Recruitment) -> Recruitment:
    rows: Any = Recruitment.objects.select_for_update(of=("self",))
    return rows.select_related("term__body").get(pk=recruitment.pk)


def sealed_answers(answers: dict[str, str] | None) -> str:
    """The answers as they rest sealed: in the order and under the words of the items asked for."""
    return json.dumps(answers, ensure_ascii=False) if answers else ""


def _own(recruitment: Recruitment, by: Acting) -> SeatApplication:
    """The draft this person has begun, or a new application."""
    begun = recruitment.applications.select_for_update().drafts().by_applicant(by.person).first()
    return begun or SeatApplication(recruitment=recruitment, applicant=by.person)


def _uses_internet(confirmed: bool) -> bool | Denied:
    return confirmed or Denied(_("Members need to read web pages and exchange e-mail (Article 11)."))
