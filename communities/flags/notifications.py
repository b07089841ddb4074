"""Those who look after a forum hear of reports; reporters hear what became of theirs."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation

from communities.forums.notifications import those_who_run, without
from portal.foundation import outbox
from residents.roles.holdings import people_holding

from .models import Flag


def flag_reported(flag: Flag) -> None:
    forum = flag.post.forum
    people = those_who_run(forum)
    if forum.is_room or not people:
        people = [*people, *people_holding("rooms.caretaker")]
    _post("flag_reported", without(people, flag.reporter), flag)


def flag_taken_up(flag: Flag) -> None:
    _tell_reporter("flag_taken_up", flag)


def flag_upheld(flag: Flag) -> None:
    _tell_reporter("flag_upheld", flag)


def flag_dismissed(flag: Flag) -> None:
    _tell_reporter("flag_dismissed", flag)


def _tell_reporter(kind: str, flag: Flag) -> None:
    _post(kind, [flag.reporter] if flag.reporter_id else [], flag)


def _post(kind: str, people: list, flag: Flag) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        url = flag.get_absolute_url()
    context = {"forum": flag.post.forum.title, "receipt": flag.receipt, "answer": flag.answer}
    outbox.post(f"communities.{kind}", people, url=url, context=context)
