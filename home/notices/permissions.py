"""Who may do what with a notice (M2). Who holds a channel on a day is said by the role tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from disaster.mode.models import Mode
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import NOTICE, Channel

if TYPE_CHECKING:
    from home.notices.pages import NoticePage

DRAFTS = {
    Channel.GOVERNMENT: "sns.government_notice_draft",
    Channel.OPERATOR: "sns.operator_notice_draft",
}
PUBLISHES = {Channel.GOVERNMENT: "sns.government_notice", Channel.OPERATOR: "sns.operator_notice"}


def can_draft_notice(by: Acting, channel: str) -> Decision:
    return holds(by, DRAFTS[Channel(channel)])


def can_submit_notice(by: Acting, notice: NoticePage) -> Decision:
    return _writes_for_its_department(by, notice) and NOTICE.allows("submit", notice.status)


def can_discard_notice(by: Acting, notice: NoticePage) -> Decision:
    return _writes_for_its_department(by, notice) and NOTICE.allows("discard", notice.status)


def can_translate_notice(by: Acting, notice: NoticePage) -> Decision:
    return _writes_for_its_department(by, notice) or _publishes_in_its_channel(by, notice)


def can_send_back_notice(by: Acting, notice: NoticePage) -> Decision:
    return _publishes_in_its_channel(by, notice) and NOTICE.allows("send_back", notice.status)


def can_approve_notice(by: Acting, notice: NoticePage) -> Decision:
    return (
        _publishes_in_its_channel(by, notice)
        and NOTICE.allows("approve", notice.status)
        and _somebody_else_wrote(by, notice)
    )


def can_schedule_notice(by: Acting, notice: NoticePage) -> Decision:
    return (
        _publishes_in_its_channel(by, notice)
        and NOTICE.allows("schedule", notice.status)
        and _somebody_else_wrote(by, notice)
    )


def can_correct_notice(by: Acting, notice: NoticePage) -> Decision:
    return (
        _publishes_in_its_channel(by, notice)
        and NOTICE.allows("correct", notice.status)
        and _has_new_words(notice)
        and _somebody_else_wrote(by, notice)
    )


def can_publish_now_notice(by: Acting, notice: NoticePage) -> Decision:
    """The emergency path: only in disaster mode, only the unit that informs then, only its own notice."""
    return (
        holds(by, "sns.disaster_information")
        and _disaster_mode_is_on()
        and _writes_for_its_department(by, notice)
        and NOTICE.allows("publish_now", notice.status)
    )


def can_confirm_notice(by: Acting, notice: NoticePage) -> Decision:
    return (
        _publishes_in_its_channel(by, notice)
        and NOTICE.allows("confirm", notice.status)
        and _was_published_unreviewed(notice)
        and _somebody_else_wrote(by, notice)
    )


def can_withdraw_notice(by: Acting, notice: NoticePage) -> Decision:
    return _publishes_in_its_channel(by, notice) and NOTICE.allows("withdraw", notice.status)


def can_export_notice(by: Acting, notice: NoticePage) -> Decision:
    """The public-relations section takes a notice to paper, FM and cable television ([1.G] 89)."""
    return holds(by, PUBLISHES[Channel.GOVERNMENT])


# What Wagtail's own forms ask: of a person, whichever of their bodies they act for.


def hats(person: Any) -> list[Acting]:
    """A person once for each body they belong to today; looked up once per request."""
    if "_hats_today" not in person.__dict__:
        memberships = person.memberships.in_force().select_related("body")
        person.__dict__["_hats_today"] = [Acting(person, m.body) for m in memberships]
    return person.__dict__["_hats_today"]


def drafting_hats(person: Any, channel: str) -> list[Acting]:
    """The person, for each body in whose name they may draft in this channel."""
    return [hat for hat in hats(person) if can_draft_notice(hat, channel)]


def published_channels(person: Any) -> list[Channel]:
    """The channels a person may publish in today; never both ([2.19])."""
    return [c for c in Channel if any(holds(hat, PUBLISHES[c]) for hat in hats(person))]


def may_begin_notices(person: Any) -> bool:
    return any(drafting_hats(person, channel) for channel in Channel)


def may_write_notice(person: Any, notice: NoticePage) -> Decision:
    """The department that speaks, and the publisher of the channel."""
    for hat in hats(person):
        if _writes_for_its_department(hat, notice) or _publishes_in_its_channel(hat, notice):
            return True
    return Denied(_("Only the department of this notice and the publisher of its channel may change it."))


def may_copy_notice(person: Any, notice: NoticePage) -> Decision:
    if drafting_hats(person, notice.channel):
        return True
    return Denied(_("You may not draft notices in this channel."))


def _writes_for_its_department(by: Acting, notice: NoticePage) -> Decision:
    if by.body is not None and by.body.pk == notice.department_id:
        return can_draft_notice(by, notice.channel)
    return Denied(
        _("Only the department of this notice may do this."),
        _("Choose the department you act for at the top of the page.") if by.person else "",
    )


def _publishes_in_its_channel(by: Acting, notice: NoticePage) -> Decision:
    return holds(by, PUBLISHES[Channel(notice.channel)])


def _somebody_else_wrote(by: Acting, notice: NoticePage) -> Decision:
    """行政からのお知らせ are read by a second person before the town speaks."""
    if notice.channel != Channel.GOVERNMENT or str(by.person_id) not in notice.unread_author_ids():
        return True
    return Denied(
        _("You wrote these words yourself, so somebody else has to approve them."),
        _("Please ask another person of the section that publishes."),
    )


def _disaster_mode_is_on() -> Decision:
    return Mode.objects.current().is_active or Denied(_("This path is open only while disaster mode is on."))


def _has_new_words(notice: NoticePage) -> Decision:
    return notice.latest_revision_id != notice.approved_revision_id or Denied(
        _("Nothing has been changed since it was published."), _("Change the words first, then correct.")
    )


def _was_published_unreviewed(notice: NoticePage) -> Decision:
    return notice.awaits_review or Denied(_("This notice has been reviewed already."))
