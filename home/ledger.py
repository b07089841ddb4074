"""The public lines of the town's ledger in the words of the town: what was decided, and what came of it."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import AuditEntry
from residents.bodies.printed_names import name_bodies

# Acts worth a line on the front page, each with what it says before the name of the thing.
SAID = {
    "governance.theme.adopted": _("The committee took up a theme"),
    "governance.resolution.adopted": _("The committee resolved"),
    "governance.proposal.adopted": _("The committee adopted a proposal"),
    "governance.proposal.handed_over": _("A proposal was handed to the mayor"),
    "governance.proposal.received": _("The city received a proposal"),
    "governance.proposal.laid_open": _("The draft of a proposal can be read"),
    "governance.proposal.returned": _("A proposal was returned for correction"),
    "governance.proposal.extended": _("The city needs longer for an answer"),
    "governance.proposal.assembly_noted": _("What the assembly knows of a proposal was noted"),
    "governance.proposal.published": _("The city answered a proposal"),
    "governance.proposal.concluded": _("A proposal was concluded"),
    "governance.proposal.withdrawn": _("The committee withdrew a proposal"),
    "governance.follow_up.reported": _("A section reported what became of an answer"),
    "governance.rule.enacted": _("A rule was enacted"),
    "governance.rule.amended": _("A rule was amended"),
    "governance.rule.abolished": _("It was decided to abolish a rule"),
    "governance.meeting.minutes_published": _("Minutes were published"),
    "governance.event.announced": _("The committee invites to an event"),
    "governance.event.reported": _("The committee reported on an event"),
    "governance.recruitment.opened": _("Recruiting of committee members began"),
    "communities.community.opened": _("An official community opened"),
    "communities.room.opened": _("A city-area room opened"),
    "communities.room.founded": _("A citizen-area room opened"),
    "surveys.survey.opened": _("A survey opened"),
    "surveys.survey.published": _("Results of a survey were published"),
    "disaster.mode.activated": _("Disaster mode was switched on"),
    "disaster.mode.deactivated": _("Disaster mode was switched off"),
    "residents.contract.concluded": _("The city concluded a contract"),
    "residents.role_table.approved": _("The division of roles was approved"),
    "residents.body.replaced": _("A unit of the city hall gives way to another"),
}

# Things with a page of their own that costs no further question to name.
LINKED = (
    "governance.proposal",
    "governance.rule",
    "governance.theme",
    "governance.resolution",
    "governance.meeting",
    "governance.committeeevent",
    "communities.community",
    "communities.room",
    "surveys.survey",
)


def latest(count: int) -> list[dict[str, Any]]:
    """The newest public acts: what, when, by which body, and where to read more."""
    lines = list(AuditEntry.objects.filter(is_public=True, verb__in=SAID).order_by("-at", "-pk")[:count])
    addresses = _addresses(lines)
    name_bodies(lines)
    return [
        {
            "at": line.at,
            "title": line.target_label,
            "text": SAID[line.verb],
            "who": line.shown_body,
            "url": addresses.get((line.target_type, line.target_id), ""),
        }
        for line in lines
    ]


def _addresses(lines: list[AuditEntry]) -> dict[tuple[str, str], str]:
    """One question per kind of thing, however many lines speak of it."""
    found = {}
    for kind in {line.target_type for line in lines} & set(LINKED):
        model: Any = apps.get_model(kind)
        wanted = [line.target_id for line in lines if line.target_type == kind]
        things = model.objects.filter(pk__in=wanted)
        if any(field.name == "body" for field in model._meta.fields):
            things = things.select_related("body")  # part of the address
        for thing in things:
            found[kind, str(thing.pk)] = thing.get_absolute_url()
    return found
