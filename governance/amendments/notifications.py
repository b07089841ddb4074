"""Who hears of a proposed amendment."""

from __future__ import annotations

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.models import User
from residents.roles.holdings import people_holding

from .models import Amendment


def amendment_proposed(amendment: Amendment, by: Acting) -> None:
    """The enacting body and its secretariat have something on the table."""
    people = amendment.rule.enacted_by.members_on() | people_holding("committee.secretariat")
    _tell(amendment, "proposed", people.exclude(pk=by.person.pk))


def amendment_adopted(amendment: Amendment, by: Acting) -> None:
    """The proposer learns that the wording became law; everybody else hears of the amended rule."""
    _tell(amendment, "adopted", User.objects.filter(pk=amendment.proposed_by_id).exclude(pk=by.person.pk))


def amendment_rejected(amendment: Amendment, by: Acting) -> None:
    _tell(amendment, "rejected", User.objects.filter(pk=amendment.proposed_by_id).exclude(pk=by.person.pk))


def amendment_withdrawn(amendment: Amendment, by: Acting) -> None:
    people = amendment.rule.enacted_by.members_on() | people_holding("committee.secretariat")
    _tell(amendment, "withdrawn", people.exclude(pk=by.person.pk))


def _tell(amendment: Amendment, past_tense: str, people) -> None:
    outbox.post(
        f"governance.amendment_{past_tense}",
        people,
        url=amendment.get_absolute_url(),
        context={"rule": amendment.rule.title, "reason": amendment.reason},
        once=f"amendment-{past_tense}:{amendment.pk}",
    )
