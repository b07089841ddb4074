"""Everything a notice still lacks before it may be submitted, approved or corrected."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation

from portal.foundation import clock

if TYPE_CHECKING:
    from home.notices.pages import NoticePage


def missing(notice: NoticePage) -> list[Any]:
    """Sentences, all at once, about the words as last written."""
    words = notice.get_latest_revision_as_object()
    found: list[Any] = []
    if words.department_id is None:
        found.append(_("Say which department speaks."))
    if not words.contact:
        found.append(_("Say whom people can ask."))
    if not any(_says_something(block) for block in words.body):
        found.append(_("The text is empty."))
    elif not _has_text(words.body) and not words.summary:
        found.append(_("A notice that is only a file or a picture needs a summary in words."))
    if words.expires_on and words.expires_on < clock.today():
        found.append(_("The last day lies in the past."))
    if words.publish_from and words.expires_on and words.publish_from.date() > words.expires_on:
        found.append(_("It would be published after its last day."))
    found += _undescribed_pictures(words.body)
    return found + _untranslated(notice)


def _says_something(block: Any) -> bool:
    """An editor left empty is one of Wagtail's blocks all the same."""
    return block.block_type != "text" or bool(unescape(strip_tags(block.value.source)).strip())


def _has_text(body: Any) -> bool:
    return any(block.block_type in {"text", "facts"} and _says_something(block) for block in body)


def _undescribed_pictures(body: Any) -> list[Any]:
    pictures = [block.value for block in body if block.block_type == "picture"]
    if all(picture["description"] or picture["is_decorative"] for picture in pictures):
        return []
    return [_("Describe every picture in words, or tick that it is decoration only.")]


def _untranslated(notice: NoticePage) -> list[Any]:
    translation = translation_of(notice)
    if translation is None:
        return []
    total, done = translation.get_progress()
    if done == total:
        return []
    return [_("%(count)s sentences are not translated yet.") % {"count": total - done}]


def translation_of(notice: NoticePage) -> Translation | None:
    """The translation this page is the target of, if it is one."""
    return Translation.objects.filter(
        source__object_id=notice.translation_key, target_locale=notice.locale_id, enabled=True
    ).first()
