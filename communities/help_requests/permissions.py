"""Who asks for help, who answers (M4: support participants / facilitators)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.lifecycle import READING
from communities.forums.models import Forum, Membership
from communities.forums.permissions import acts_for_themselves, has_account
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import HELP_REQUEST
from .models import HelpRequest


def can_ask_for_help(by: Acting, forum: Forum) -> Decision:
    """Openers, facilitators and everybody else who takes part in a room (checklist 43, 44)."""
    return has_account(by) and acts_for_themselves(by) and _is_a_room(forum) and _takes_part(by, forum)


def can_answer_help(by: Acting, request: HelpRequest) -> Decision:
    return holds(by, "rooms.caretaker") and HELP_REQUEST.allows("answer", request.status)


def can_read_help(by: Acting) -> Decision:
    """The list of everybody's questions is the caretakers'; one's own are found among one's notices."""
    return holds(by, "rooms.caretaker")


def can_read_request(by: Acting, request: HelpRequest) -> Decision:
    """Whoever asked, and the caretakers."""
    return (by.person is not None and by.person.pk == request.asked_by_id) or holds(by, "rooms.caretaker")


def can_close_help(by: Acting, request: HelpRequest) -> Decision:
    """Whoever asked says that it is settled, also without an answer."""
    if by.person is None or by.person.pk != request.asked_by_id:
        return Denied(_("Only the person who asked may do this."))
    return HELP_REQUEST.allows("close", request.status)


def _is_a_room(forum: Forum) -> Decision:
    return forum.is_room or Denied(_("Caretakers look after the conference rooms."))


def _takes_part(by: Acting, forum: Forum) -> Decision:
    membership = Membership.objects.of(forum, by.person)
    if membership is not None and membership.status in READING:
        return True
    return Denied(_("Only those who take part in the room ask its caretakers for help."))
