"""The verbs of a notice. Only here does a notice become public, change or disappear."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Locale, Revision
from wagtail_localize.models import Translation, TranslationSource

from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Decision, Denied, require

from . import notifications, permissions
from .forms import USUAL_PERIOD, contact_of
from .pages import NoticePage, automatic_slug
from .requirements import missing, translation_of


@transaction.atomic
def draft(notice: NoticePage, *, by: Acting) -> NoticePage:
    """Begin a notice in one channel, in the name of a department ([2.1] draft)."""
    notice = _locked(notice)
    require(permissions.can_draft_notice(by, notice.channel))
    notice.step("draft", by=by)
    audit.record("home.notice.drafted", by=by, target=notice)
    return notice


@transaction.atomic
def take_over_copy(notice: NoticePage, *, by: Acting) -> NoticePage:
    """Use an earlier notice again: the words are copied, department, contact and period are new."""
    notice = _locked(notice)
    words = notice.get_latest_revision_as_object()
    words.owner = by.person
    words.department, words.contact = by.body, contact_of(by.body)
    words.publish_from, words.expires_on = None, clock.today() + USUAL_PERIOD
    words.slug = notice.slug = automatic_slug()
    words.save()
    words.save_revision(user=by.person)
    return draft(words, by=by)


@transaction.atomic
def submit(notice: NoticePage, *, by: Acting) -> NoticePage:
    """Put the words before the publisher of the channel; until the answer they stay as they are."""
    notice = _locked(notice)
    require(permissions.can_submit_notice(by, notice))
    _write_out_translation(notice, by)
    notice.refresh_from_db()
    _require_complete(notice)
    notice.step("submit", by=by)
    audit.record("home.notice.submitted", by=by, target=notice)
    notifications.notice_submitted(notice, by)
    return notice


@transaction.atomic
def send_back(notice: NoticePage, *, by: Acting, reason: str) -> NoticePage:
    """Return it to its authors with the reason; a time already reserved is given up."""
    notice = _locked(notice)
    require(permissions.can_send_back_notice(by, notice))
    notice.step("send_back", by=by, reason=reason, approved_revision=None)
    audit.record("home.notice.sent_back", by=by, target=notice, reason=reason)
    notifications.notice_sent_back(notice, by, reason)
    return notice


@transaction.atomic
def approve(notice: NoticePage, *, by: Acting, seen: str) -> NoticePage:
    """Let the town speak: the words that were read become public, now or at the time asked for."""
    notice = _locked(notice)
    words = notice.get_latest_revision_as_object()
    if words.publish_from and words.publish_from > clock.now():
        return schedule(notice, by=by, seen=seen)
    require(permissions.can_approve_notice(by, notice))
    _require_complete(notice)
    approved = _read_words(notice, seen)
    notice.step("approve", by=by, approved_revision=approved, **_now_public())
    _make_public(notice, approved, by)
    audit.record("home.notice.approved", by=by, target=notice, public=True)
    notifications.notice_approved(notice, by)
    return notice


@transaction.atomic
def schedule(notice: NoticePage, *, by: Acting, seen: str) -> NoticePage:
    """Approve words that wait for their time."""
    notice = _locked(notice)
    require(permissions.can_schedule_notice(by, notice))
    _require_complete(notice)
    notice.step("schedule", by=by, approved_revision=_read_words(notice, seen))
    audit.record("home.notice.scheduled", by=by, target=notice)
    return notice


@transaction.atomic
def release(notice: NoticePage, *, by: Acting = CLOCK) -> NoticePage:
    """The time has come: approved words become public."""
    notice = _locked(notice)
    notice.step("release", by=by, **_now_public())
    _make_public(notice, notice.approved_revision, by)
    audit.record("home.notice.released", by=by, target=notice, public=True)
    notifications.notice_approved(notice, by)
    return notice


@transaction.atomic
def correct(notice: NoticePage, *, by: Acting, seen: str, line: str) -> NoticePage:
    """Replace published words, saying beside them what was wrong; the old words stay in the history."""
    notice = _locked(notice)
    require(permissions.can_correct_notice(by, notice))
    _require_complete(notice)
    approved = _read_words(notice, seen)
    notice.step("correct", by=by, reason=line, approved_revision=approved, changed_at=clock.now())
    _make_public(notice, approved, by)
    _offer_to_translators(notice)
    audit.record("home.notice.corrected", by=by, target=notice, reason=line, public=True)
    return notice


@transaction.atomic
def publish_now(notice: NoticePage, *, by: Acting, seen: str) -> NoticePage:
    """In a disaster the disaster unit speaks at once; the publisher reviews it afterwards."""
    notice = _locked(notice)
    require(permissions.can_publish_now_notice(by, notice))
    _require_complete(notice)
    words = _read_words(notice, seen)
    notice.step("publish_now", by=by, approved_revision=words, awaits_review=True, **_now_public())
    _make_public(notice, words, by)
    audit.record("home.notice.published_now", by=by, target=notice, public=True)
    notifications.notice_published_now(notice, by)
    return notice


@transaction.atomic
def confirm(notice: NoticePage, *, by: Acting) -> NoticePage:
    """Review afterwards what was published at once in a disaster, and let it stand."""
    notice = _locked(notice)
    require(permissions.can_confirm_notice(by, notice))
    notice.step("confirm", by=by, awaits_review=False)
    audit.record("home.notice.confirmed", by=by, target=notice)
    return notice


@transaction.atomic
def withdraw(notice: NoticePage, *, by: Acting, reason: str) -> NoticePage:
    """Take a notice back in every language; its address goes on saying that, when and why."""
    notice = _locked(notice)
    require(permissions.can_withdraw_notice(by, notice))
    for version in [notice, *_translations_of(notice)]:
        version.step("withdraw", by=by, reason=reason, awaits_review=False)
        UnpublishPageAction(version, user=by.person).execute(skip_permission_checks=True)
        audit.record("home.notice.withdrawn", by=by, target=version, reason=reason, public=True)
        notifications.notice_withdrawn(version, by, reason)
    return notice


@transaction.atomic
def archive(notice: NoticePage, *, by: Acting = CLOCK) -> NoticePage:
    """Its last day is over: it leaves the front page and stays readable among past notices."""
    notice = _locked(notice)
    require(notice.lifecycle.allows("archive", notice.status))
    notice.step("archive", by=by)
    audit.record("home.notice.archived", by=by, target=notice)
    return notice


@transaction.atomic
def discard(notice: NoticePage, *, by: Acting) -> NoticePage:
    """Give a draft up; it was never public."""
    notice = _locked(notice)
    require(permissions.can_discard_notice(by, notice))
    notice.step("discard", by=by)
    audit.record("home.notice.discarded", by=by, target=notice)
    return notice


@transaction.atomic
def translate(notice: NoticePage, *, by: Acting, locale: Locale) -> NoticePage:
    """Begin the same notice in another language, as a draft with a life of its own."""
    require(permissions.can_translate_notice(by, notice) and _is_public(notice))
    source, _created = TranslationSource.update_or_create_from_instance(notice)
    translation, is_new = Translation.objects.get_or_create(source=source, target_locale=locale)
    if not is_new:
        return translation.get_target_instance()
    translation.save_target(user=by.person, publish=False)
    version = translation.get_target_instance()
    version.step("draft", by=by, owner=by.person)
    audit.record("home.notice.translated", by=by, target=version, details={"language": locale.language_code})
    return version


@transaction.atomic
def renew_translation(notice: NoticePage, *, by: Acting) -> NoticePage:
    """Bring newly translated sentences before the publisher, who may then correct the translation."""
    notice = _locked(notice)
    require(permissions.can_translate_notice(by, notice))
    _write_out_translation(notice, by)
    notice.refresh_from_db()
    audit.record("home.notice.retranslated", by=by, target=notice)
    return notice


def _is_public(notice: NoticePage) -> Decision:
    return notice.live or Denied(_("A notice can be translated once it is published."))


def _locked(notice: NoticePage) -> NoticePage:
    return NoticePage.objects.select_for_update().get(pk=notice.pk)


def _require_complete(notice: NoticePage) -> None:
    if gaps := missing(notice):
        raise Denied(_("Something is still missing."), " ".join(str(gap) for gap in gaps))


def _now_public() -> dict[str, Any]:
    return {"published_at": clock.now(), "changed_at": clock.now()}


def _read_words(notice: NoticePage, seen: str) -> Revision:
    """The words that were on the approver's screen, if nobody has changed them since."""
    if not seen or notice.words_seen != seen:
        raise Denied(_("The words were changed after you opened this page."), _("Please read them again."))
    return notice.latest_revision


def _make_public(notice: NoticePage, words: Revision, by: Acting) -> None:
    fresh = Revision.objects.get(pk=words.pk)  # an older one remembers the status before this act
    fresh.publish(user=by.person, skip_permission_checks=True)
    notice.refresh_from_db()


def _write_out_translation(notice: NoticePage, by: Acting) -> None:
    """Bring the sentences translated so far into new words of the page; public words stay as approved."""
    translation = translation_of(notice)
    if translation is None:
        return
    public = notice.live_revision if notice.live else None
    translation.save_target(user=by.person, publish=False)
    if public is not None:
        Revision.objects.get(pk=public.pk).as_object().save()


def _offer_to_translators(notice: NoticePage) -> None:
    """Translators see the corrected sentences; until they follow, their page says that it is older."""
    source = TranslationSource.objects.get_for_instance_or_none(notice)
    if source is not None:
        source.update_from_db()


def _translations_of(notice: NoticePage) -> Any:
    """What falls with the original; a translation withdrawn alone takes nothing with it."""
    if translation_of(notice) is not None:
        return NoticePage.objects.none()
    versions = NoticePage.objects.select_for_update().filter(translation_key=notice.translation_key)
    return versions.readable().exclude(pk=notice.pk)
