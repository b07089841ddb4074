"""Everybody who wrote in a topic hears what became of it; a place hears of a topic it was given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from communities.forums.models import Forum
from communities.forums.notifications import address, those_who_run, without
from communities.posts.models import Thread
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.models import User


def thread_closed(thread: Thread, by: Acting, reason: str) -> None:
    _tell("thread_closed", _authors([thread], by), thread, reason=reason)


def thread_reopened(thread: Thread, by: Acting) -> None:
    _tell("thread_reopened", _authors([thread], by), thread)


def thread_moved(thread: Thread, by: Acting, left: Forum, reason: str) -> None:
    authors = _authors([thread], by)
    _tell("thread_moved", authors, thread, left=left.title, reason=reason)
    told = {person.pk for person in authors}
    hosts = [person for person in without(those_who_run(thread.forum), by.person) if person.pk not in told]
    _tell("thread_received", hosts, thread, left=left.title, reason=reason)


def thread_split(thread: Thread, made: Thread, by: Acting, reason: str) -> None:
    """The authors of both parts: some find their words elsewhere, the others their answers."""
    _tell("thread_split", _authors([thread, made], by), made, old=thread.title, reason=reason)


def _authors(threads: list[Thread], by: Acting) -> list[Any]:
    return without(User.objects.filter(posts__thread__in=threads).distinct(), by.person)


def _tell(kind: str, people: Iterable[Any], thread: Thread, **context: str) -> None:
    outbox.post(
        f"communities.{kind}",
        people,
        url=address("thread-detail", thread.forum, thread=thread.pk),
        context={"forum": thread.forum.title, "thread": thread.title, **context},
    )
