"""What the selection committee put before the mayor: its words, with the act they belong to."""

from django.utils.translation import gettext as _

from governance.applications.models import SeatApplication
from portal.foundation.templatetags.ui import japanese_date
from residents.models import User


def panel_words(application: SeatApplication) -> list[dict]:
    """For the mayor and the selectors: recommended, reserved or set aside, by whom, when, and why."""
    acts = {
        "recommend": _("Recommended to the mayor"),
        "reserve": _("Put on the reserve list"),
        "set_aside": _("Not recommended"),
    }
    steps = list(application.steps.filter(verb__in=acts))
    names = User.objects.in_bulk([step.person_id for step in steps if step.person_id])
    people = {str(pk): str(person) for pk, person in names.items()}
    return [
        {
            "act": acts[step.verb],
            "words": step.reason,
            "meta": f"{people.get(step.person_id, '')} {japanese_date(step.at)}".strip(),
        }
        for step in steps
    ]
