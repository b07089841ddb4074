"""The form as it lies where answers are taken: everything a resident needs there, and nothing of the town's.

Whoever takes answers reads this table and no other of the survey, so that they need no right to see more.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db import models

from portal.foundation.privacy import NoPersonalData
from portal.foundation.sides import Side

from .lifecycle import SurveyStatus


class Answerable(Protocol):
    """What a survey and its printed form both say: whether answers are taken, until when, and under which number."""

    pool: uuid.UUID
    closes_on: date
    status: str

    @property
    def is_gated(self) -> bool: ...

    @property
    def is_collecting(self) -> bool: ...

    @property
    def grace_minutes(self) -> int: ...

    def get_status_display(self) -> str: ...


@dataclass(frozen=True)
class PrintedChoice:
    """One possible answer, in the order printed."""

    pk: int
    position: int
    text: str


class PrintedChoices(tuple[PrintedChoice, ...]):
    """Read like the relation they were printed from."""

    def all(self) -> PrintedChoices:
        return self


@dataclass(frozen=True)
class PrintedQuestion:
    """One question, with the number under which the sheet answers it."""

    pk: int
    position: int
    kind: str
    text: str
    help: str
    is_required: bool
    may_decline: bool
    choices: PrintedChoices


class PrintedForm(models.Model):
    """A survey's form as it was printed at the opening; what is asked is never changed (the database refuses it).

    `sealing_key` closes sheets and cannot open them; `ballot_key` checks tokens and cannot sign them. Only whether and
    until when answers are taken follows the survey.
    """

    pool = models.UUIDField(primary_key=True)
    slug = models.SlugField(max_length=80, unique=True)
    content = models.JSONField()
    sealing_key = models.BinaryField()
    ballot_key = models.BinaryField(null=True)
    status = models.CharField(max_length=20, choices=SurveyStatus)
    closes_on = models.DateField()

    side = Side.ANSWERING
    personal_data = NoPersonalData

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return self.content["title"]

    @property
    def is_gated(self) -> bool:
        return self.content["is_gated"]

    @property
    def is_collecting(self) -> bool:
        return self.status == SurveyStatus.COLLECTING

    @property
    def grace_minutes(self) -> int:
        """How long those who began in time may still send; as it stood at the opening."""
        return self.content["grace_minutes"]

    @property
    def questions(self) -> list[PrintedQuestion]:
        return [_question(told) for told in self.content["questions"]]


def _question(told: dict[str, Any]) -> PrintedQuestion:
    choices = PrintedChoices(PrintedChoice(**choice) for choice in told["choices"])
    return PrintedQuestion(**{**told, "choices": choices})


def form_of(survey: Answerable) -> PrintedForm:
    """The form as it lies there now; the survey itself is not asked."""
    return PrintedForm.objects.get(pool=survey.pool)


def as_content(
    *, title: str, is_gated: bool, grace_minutes: int, questions: Iterable[PrintedQuestion]
) -> dict[str, Any]:
    """What is stored: question by question, choice by choice."""
    return {
        "title": title,
        "is_gated": is_gated,
        "grace_minutes": grace_minutes,
        "questions": [
            {**vars(question), "choices": [vars(choice) for choice in question.choices]}
            for question in questions
        ],
    }
