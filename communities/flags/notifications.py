"""Those who look after a forum hear of reports; reporters hear what became of theirs."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation

from communities.forums.notifications import those_who_run, without
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Flag


def flag_reported(flag: Flag) -> None:
    forum = flag.post.forum
    people = those_who_run(forum)
    if not people:
        people = list(people_holding("rooms.caretaker"))
    _post("flag_reported", without(people, flag.reporter), flag)


def flag_taken_up(flag: Flag) -> None:
    _tell_reporter("flag_taken_up", flag)


def flag_passed_on(flag: Flag, by: Acting, reason: str) -> None:
    """The caretakers get it with the manager's words; the reporter hears that it went further."""
    _post("flag_passed_on", without(people_holding("rooms.caretaker"), by.person), flag, reason=reason)
    _tell_reporter("flag_with_caretakers", flag)


def flag_upheld(flag: Flag) -> None:
    _tell_reporter("flag_upheld", flag)


def flag_dismissed(flag: Flag) -> None:
    _tell_reporter("flag_dismissed", flag)


def _tell_reporter(kind: str, flag: Flag) -> None:
    _post(kind, [flag.reporter] if flag.reporter_id else [], flag)


def _post(kind: str, people: list, flag: Flag, **more: str) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        url = flag.get_absolute_url()
    context = {"forum": flag.post.forum.title, "receipt": flag.receipt, "answer": flag.answer, **more}
    outbox.post(f"communities.{kind}", people, url=url, context=context)
