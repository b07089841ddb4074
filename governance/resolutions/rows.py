"""A resolution in one line of a list, and its facts."""

from django.utils.translation import gettext as _

from governance.meetings.rows import with_office

from .lifecycle import TONES, VoteMethod
from .models import Resolution


def resolution_row(resolution: Resolution) -> dict:
    """For the resource list."""
    return {
        "title": str(resolution),
        "url": resolution.get_absolute_url(),
        "date": resolution.adopted_on,
        "status": resolution.get_status_display(),
        "tone": TONES.get(resolution.status, "neutral"),
        "meta": resolution.get_competence_display(),
    }


def resolution_facts(resolution: Resolution) -> list[dict]:
    """Number, item of 第9条, day and count."""
    facts = [
        {"label": _("Resolution number"), "value": resolution.printed_number},
        {"label": _("Rests on"), "value": resolution.get_competence_display()},
        {
            "label": _("Meeting"),
            "value": resolution.meeting.title,
            "url": resolution.meeting.get_absolute_url(),
        },
        {"label": _("Day of adoption"), "date": resolution.adopted_on},
        {"label": _("How the members vote"), "value": resolution.get_method_display()},
        {"label": _("Votes in writing until"), "date": resolution.vote_by},
    ]
    if resolution.votes_for is not None:
        count = _("%(present)s present: %(yes)s for, %(no)s against, %(none)s abstained") % {
            "present": resolution.present,
            "yes": resolution.votes_for,
            "no": resolution.votes_against,
            "none": resolution.votes_abstaining,
        }
        facts.append({"label": _("Vote"), "value": count})
    return facts


def recused(resolution: Resolution, offices: dict[int, str]) -> list[str]:
    """Who took no part, with the office of that day and the ground."""
    return [
        f"{with_office(recusal.member, offices)}: {recusal.get_ground_display()}"
        for recusal in resolution.recusals.select_related("member")
    ]


def how_each_voted(resolution: Resolution, offices: dict[int, str]) -> list[str]:
    """By name after an open vote; after a secret one only who voted."""
    if not resolution.is_decided:
        return []
    if resolution.method == VoteMethod.SECRET:
        voters = resolution.secret_voters.select_related("member").order_by("member__display_name")
        return [with_office(voter.member, offices) for voter in voters]
    return [
        f"{with_office(vote.member, offices)}: {vote.get_choice_display()}"
        for vote in resolution.votes.select_related("member")
    ]
