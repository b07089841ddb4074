"""Who may do what with a proposal (M7), each answer with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from communities.facilitators.models import FacilitatorAssignment
from communities.models import Room
from governance.resolutions.lifecycle import Competence, ResolutionStatus
from governance.resolutions.models import Resolution
from governance.seats.models import Office
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.printed_dates import japanese_date
from residents.models import Body
from residents.roles.holdings import holders, holds

from . import deadlines
from .lifecycle import PROPOSAL, WAITING, ProposalStatus
from .models import Proposal


def can_draft_proposal(by: Acting, rooms: Iterable[Room] | None = None) -> Decision:
    """The committee, whom it has lent the task to, or who chairs the rooms it draws on (進行役, M7)."""
    return holds(by, "committee.steering") or _chairs(by, rooms)


def can_revise_proposal(by: Acting, proposal: Proposal) -> Decision:
    return can_draft_proposal(by, proposal.rooms.all()) and PROPOSAL.allows("revise", proposal.status)


def can_lay_open_proposal(by: Acting, proposal: Proposal) -> Decision:
    """The committee lets everybody read the draft before it decides ([2.10])."""
    return (
        _is_its_committee(by, proposal)
        and PROPOSAL.allows("lay_open", proposal.status)
        and _reading_days_are_set(proposal)
    )


def can_adopt_proposal(by: Acting, proposal: Proposal, resolution: Resolution | None = None) -> Decision:
    """第6条, 第9条第3号: the committee finds by resolution that the proposal is necessary."""
    return (
        _is_its_committee(by, proposal)
        and PROPOSAL.allows("adopt", proposal.status)
        and _was_laid_open(proposal)
        and _rests_on_a_resolution(proposal, resolution)
    )


def can_hand_over_proposal(by: Acting, proposal: Proposal) -> Decision:
    return _chairs_or_serves(by, proposal) and PROPOSAL.allows("hand_over", proposal.status)


def can_return_proposal(by: Acting, proposal: Proposal) -> Decision:
    """The formal check: something is missing, so the committee mends it; the content is not judged."""
    return holds(by, "proposals.intake") and PROPOSAL.allows("return_for_correction", proposal.status)


def can_correct_proposal(by: Acting, proposal: Proposal) -> Decision:
    return _is_its_committee(by, proposal) and PROPOSAL.allows("correct", proposal.status)


def can_receive_proposal(by: Acting, proposal: Proposal) -> Decision:
    return holds(by, "proposals.intake") and PROPOSAL.allows("receive", proposal.status)


def can_route_proposal(by: Acting, proposal: Proposal) -> Decision:
    return holds(by, "proposals.intake") and PROPOSAL.allows("route", proposal.status)


def can_withdraw_proposal(by: Acting, proposal: Proposal, resolution: Resolution | None = None) -> Decision:
    """Only the committee takes back what it resolved, by another resolution."""
    return (
        _is_its_committee(by, proposal)
        and PROPOSAL.allows("withdraw", proposal.status)
        and _rests_on_a_resolution(proposal, resolution)
    )


def can_note_assembly(by: Acting, proposal: Proposal, embargo_until: date | None = None) -> Decision:
    """The secretariat, as long as no answer is out; an embargo never outlasts the promised day unsaid."""
    if proposal.status not in WAITING:
        return Denied(_("The time for the answer is not running."))
    return holds(by, "proposals.intake") and _is_within_the_promise(proposal, embargo_until)


def committee() -> Body:
    """The committee that proposes: whoever steers the rooms today (第9条)."""
    return holders("committee.steering").filter(kind=Body.Kind.COMMITTEE).order_by("pk")[0]


def rooms_to_draw_on(by: Acting) -> QuerySet[Room]:
    """City-area rooms that a proposal of this person can come from; a facilitator has their own."""
    rooms = Room.objects.city_area().published().order_by("-pk")
    if holds(by, "committee.steering"):
        return rooms
    chaired = FacilitatorAssignment.objects.active().filter(person=by.person) if by.person else None
    return rooms.filter(pk__in=chaired.values("forum")) if chaired is not None else rooms.none()


def resolutions_for(proposal: Proposal) -> QuerySet[Resolution]:
    """Adopted resolutions of the committee that name this proposal and have not been carried out."""
    adopted = Resolution.objects.adopted().of_body(proposal.proposed_by).about(Competence.PROPOSALS)
    named = adopted.filter(title__contains=proposal.title) | adopted.filter(text__contains=proposal.title)
    return named.filter(
        proposal__isnull=True, proposal_version__isnull=True, withdrawn_proposal__isnull=True
    ).select_related("term", "body")


def _chairs(by: Acting, rooms: Iterable[Room] | None) -> Decision:
    """Chairs a city-area room; where rooms are named, every one of them."""
    own = set(rooms_to_draw_on(by).values_list("pk", flat=True)) if by.person is not None else set()
    if own and (rooms is None or {room.pk for room in rooms} <= own and list(rooms)):
        return True
    return Denied(
        _("Proposals are drafted by the committee and by those who chair the room they come from."),
        _("You can raise a theme instead, so that it is discussed in a room."),
    )


def _is_within_the_promise(proposal: Proposal, embargo_until: date | None) -> Decision:
    due = proposal.answer_due_on
    if embargo_until is None or due is None or embargo_until <= due:
        return True
    return Denied(
        _("The answer is promised by %(day)s, which is before that day.") % {"day": japanese_date(due)},
        _("Extend the time for the answer first; that is published with its reason."),
    )


def _is_its_committee(by: Acting, proposal: Proposal) -> Decision:
    if by.body is not None and by.body == proposal.proposed_by:
        return holds(by, "committee.steering")
    return Denied(_("Only the committee that makes this proposal may do this."))


def _reading_days(proposal: Proposal) -> int | None:
    return deadlines.days(deadlines.named("proposal.reading_days", proposal))


def _reading_days_are_set(proposal: Proposal) -> Decision:
    if _reading_days(proposal) is not None:
        return True
    return Denied(
        _("No rule says how long a draft lies open for reading."),
        _("The committee can adopt it without, or settle the number first."),
    )


def _was_laid_open(proposal: Proposal) -> Decision:
    """Where a rule gives a reading period, nothing is adopted before it has passed."""
    if proposal.status == ProposalStatus.RETURNED or _reading_days(proposal) is None:
        return True
    if proposal.status == ProposalStatus.DRAFTING:
        return Denied(
            _("Everybody has to be able to read the draft before the committee decides."),
            _("Lay it open for reading first."),
        )
    if proposal.reading_until is not None and clock.today() <= proposal.reading_until:
        return Denied(
            _("The draft lies open for reading until %(day)s.")
            % {"day": japanese_date(proposal.reading_until)}
        )
    return True


def _chairs_or_serves(by: Acting, proposal: Proposal) -> Decision:
    if holds(by, "committee.secretariat"):
        return True
    chairs = Office.objects.of_body(proposal.proposed_by).on(clock.today()).chairs()
    if by.body == proposal.proposed_by and chairs.filter(seat__person=by.person).exists():
        return True
    return Denied(_("Only the chair or the secretariat hands a proposal over to the mayor."))


def _rests_on_a_resolution(proposal: Proposal, resolution: Resolution | None) -> Decision:
    if resolution is None:
        return resolutions_for(proposal).exists() or Denied(
            _("The committee has not adopted a resolution that names this proposal."),
            _("Move it in a meeting of the committee, resting on Article 9 item 3."),
        )
    if resolution.status != ResolutionStatus.ADOPTED or resolution.body_id != proposal.proposed_by_id:
        return Denied(_("This is not an adopted resolution of the committee."))
    if resolution.competence != Competence.PROPOSALS:
        return Denied(_("This resolution does not rest on Article 9 item 3 (proposals)."))
    if proposal.title not in f"{resolution.title} {resolution.text}":
        return Denied(_("This resolution does not name this proposal."))
    if not resolutions_for(proposal).filter(pk=resolution.pk).exists():
        return Denied(_("This resolution has already been carried out."))
    return True
