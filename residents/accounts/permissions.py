"""Whose account it is."""

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .models import User


def can_change_profile(by: Acting, person: User) -> Decision:
    return (by.person is not None and by.person.pk == person.pk) or Denied(
        _("Only the person themselves can change this.")
    )


def can_read_kept_mails(by: Acting) -> Decision:
    return holds(by, "system.kept_mail_read")


def can_read_ledger(by: Acting) -> Decision:
    return holds(by, "system.audit_read")


def can_register_at_counter(by: Acting) -> Decision:
    """Whoever takes papers at the counter may open an account for the person who handed one in."""
    return holds(by, "committee.secretariat")
