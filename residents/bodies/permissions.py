"""Who may say who belongs to a body."""

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .models import Body


def can_change_members(by: Acting, body: Body) -> Decision:
    """The clock (a seat's term), the mayor, and whoever grants access to the body's kind."""
    if by.is_clock or holds(by, "mayor.decide") or holds(by, "system.operation"):
        return True
    if body.kind == Body.Kind.ORGANISATION and holds(by, "contracts.propose"):
        return True
    if by.body is not None and by.body.pk == body.pk and body.kind == Body.Kind.UNIT:
        return True if belongs_today(by) else Denied(_("You do not belong to this unit today."))
    return Denied(
        _("Only the mayor's office or the people who run the system may change who belongs to this body.")
    )


def belongs_today(by: Acting) -> bool:
    return by.person is not None and by.person.memberships.in_force().filter(body=by.body).exists()
