"""Somebody is told which team they are in."""

from __future__ import annotations

from django.urls import reverse

from portal.foundation import outbox
from portal.foundation.acting import Acting

from .models import TeamPlace


def member_placed(place: TeamPlace, by: Acting) -> None:
    person = place.membership.person
    if person == by.person:
        return
    outbox.post(
        "residents.member_placed",
        [person],
        url=reverse("residents:body-detail", args=[place.team.body.code]),
        context={"body": place.team.body.name, "team": place.team.name, "duties": place.team.duties},
    )
