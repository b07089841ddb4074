"""The committee hears of advice, the adviser of what the committee says to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from portal.foundation import outbox
from portal.foundation.acting import Acting

from .models import Advice


def advice_given(advice: Advice, by: Acting) -> None:
    _tell("advice_given", advice.body.members_on(), advice, by, words=advice.text)


def advice_acknowledged(advice: Advice, by: Acting) -> None:
    _tell("advice_acknowledged", [advice.given_by], advice, by)


def advice_answered(advice: Advice, by: Acting) -> None:
    people = [advice.given_by, *advice.body.members_on()]
    _tell("advice_answered", people, advice, by, words=advice.answer)


def _tell(kind: str, people: Iterable[Any], advice: Advice, by: Acting, **more: str) -> None:
    outbox.post(
        f"governance.{kind}",
        [person for person in people if person != by.person],
        url=advice.get_absolute_url(),
        context={
            "committee": advice.body.name,
            "adviser": advice.given_for.name,
            "advice": advice.title,
            **more,
        },
    )
