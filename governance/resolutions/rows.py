"""A resolution in one line of a list, and its facts."""

from django.utils.translation import gettext as _

from .lifecycle import TONES
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
