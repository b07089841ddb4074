"""A recruitment in one line of a list, and everything it announces."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation import parameters
from portal.foundation.templatetags.ui import japanese_date
from residents.roles.holdings import holders

from .asked_items import line
from .lifecycle import TONES
from .models import Recruitment


def recruitment_row(recruitment: Recruitment) -> dict:
    """For the resource list."""
    return {
        "title": str(recruitment),
        "url": reverse("governance:recruitment-detail", args=[recruitment.term.body.code, recruitment.pk]),
        "status": recruitment.get_status_display(),
        "tone": TONES.get(recruitment.status, "neutral"),
        "meta": _window(recruitment),
    }


def recruitment_facts(recruitment: Recruitment) -> list[dict]:
    """The items a public call has to name (公募の告知事項)."""
    term = recruitment.term
    period = _("%(first)s to %(last)s") % {
        "first": japanese_date(term.starts_on),
        "last": japanese_date(term.ends_on),
    }
    return [
        {"label": _("Committee"), "value": term.body.shown_name},
        {"label": _("Seats"), "value": _("up to %(seats)s people") % {"seats": recruitment.seats}},
        {"label": _("Term of office"), "value": period},
        {"label": _("Application period"), "value": _window(recruitment)},
        {
            "label": _("Who may apply"),
            "value": _(
                "People who live, work or study in the city and can read web pages and exchange e-mail (Article 11)"
            ),
        },
        {"label": _("What members do"), "value": recruitment.duties},
        {"label": _("What members are paid"), "value": recruitment.remuneration},
        {"label": _("How members are selected"), "value": recruitment.selection_method},
        {"label": _("How to apply"), "value": recruitment.how_to_apply},
        {"label": _("What to hand in"), "value": recruitment.required_items},
        {"label": _("Items to answer"), "value": "、".join(map(line, recruitment.asked_items))},
        {"label": _("How long applications are kept"), "value": _retention()},
        {
            "label": _("Where to ask"),
            "value": "、".join(str(body) for body in holders("committee.secretariat")),
        },
    ]


def _retention() -> str:
    try:
        days = parameters.value("application.retention_days")
    except parameters.NotSet:
        return ""
    return _(
        "If an application leads to no seat, it is destroyed %(days)s days after the recruitment is completed; "
        "a place on the reserve list lasts as long as the term."
    ) % {"days": days}


def _window(recruitment: Recruitment) -> str:
    return _("%(first)s to %(last)s") % {
        "first": japanese_date(recruitment.opens_on),
        "last": japanese_date(recruitment.closes_on),
    }
