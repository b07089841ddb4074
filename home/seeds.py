"""The demo town's own words: notices of both channels with a true history, and the pages about the site."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

from . import presets, site
from .notices import actions
from .notices.listing import default_index
from .notices.pages import NoticePage
from .pages import HandbookIndexPage, HandbookPage, HomePage, StandardPage
from .seed_notices import Words, notices, waiting
from .seed_pages import HANDBOOK, STANDARD
from .seed_translations import EASY, ENGLISH

TRANSLATIONS = {"en": ENGLISH, "ja-simple": EASY}


def seed(town: Town) -> None:
    """Performed as the people of the town; running it again changes nothing."""
    site.build()
    presets.set_duties()
    if NoticePage.objects.exists():
        return
    _standard_pages()
    _handbook(town)
    for words in notices(town.today):
        _tell(town, words)
    for words in waiting(town.today):
        _tell(town, words)


def bulk(town: Town, scale: int) -> int:
    """For benchmarks: ``scale - 1`` times more notices, told by the same verbs; says how many were missing."""
    found = 0
    plain = [words for words in notices(town.today) if words.becomes == "published"]
    for number in range(2, scale + 1):
        for words in plain:
            again = words._replace(
                slug=f"{words.slug}-{number}", title=f"{words.title}(その{number})", corrected=("", "")
            )
            if not NoticePage.objects.filter(slug=again.slug).exists():
                _tell(town, again)
                found += 1
    return found


def _tell(town: Town, words: Words) -> None:
    author = town.acting(words.author)
    with clock.at(_moment(town.today, -words.days_ago, 9)):
        page = _written(town, words, author)
        actions.draft(page, by=author)
        if words.becomes == "draft":
            return
        actions.submit(page, by=author)
    if words.becomes == "in_review":
        return
    approver = town.acting(words.approver)
    with clock.at(_moment(town.today, -words.days_ago, 11)):
        page = _fresh(page)
        actions.approve(page, by=approver, seen=page.words_seen)
    _afterwards(town, words, _fresh(page), author, approver)


def _written(town: Town, words: Words, author: Acting) -> NoticePage:
    """What the editor's form leaves behind when it is saved."""
    later = _moment(town.today, 2, 9) if words.becomes == "scheduled" else None
    page = NoticePage(
        owner=author.person,
        live=False,
        slug=words.slug,
        channel=words.channel,
        department=author.body,
        contact=f"{author.body.name} 0000-00-0000",
        topic=words.topic,
        title=words.title,
        summary=words.summary,
        body=blocks(words.body),
        publish_from=later,
        expires_on=clock.today() + timedelta(days=words.lasts),
    )
    default_index().add_child(instance=page)
    page.save_revision(user=author.person)
    return page


def _afterwards(town: Town, words: Words, page: NoticePage, author: Acting, approver: Acting) -> None:
    """Corrections, withdrawals, translations and the end of a notice's time."""
    if words.corrected[0]:
        with clock.at(_moment(town.today, 1 - words.days_ago, 10)):
            draft = page.get_latest_revision_as_object()
            changed = str(draft.body.raw_data[1]["value"]).replace(*words.corrected)
            assert changed != str(draft.body.raw_data[1]["value"])
            draft.body = blocks(_corrected(words))
            draft.save_revision(user=author.person)
            page = _fresh(page)
            actions.correct(page, by=approver, seen=page.words_seen, line=words.line)
    if words.becomes == "withdrawn":
        with clock.at(_moment(town.today, 3 - words.days_ago, 10)):
            actions.withdraw(page, by=approver, reason=words.line)
    if words.becomes == "archived":
        with clock.at(_moment(town.today, words.lasts + 1 - words.days_ago, 0)):
            actions.archive(page)
    for language, sentences in TRANSLATIONS.items():
        if words.slug in sentences:
            with clock.at(_moment(town.today, -words.days_ago, 15)):
                _translated(page, language, sentences[words.slug], author, approver)


def _corrected(words: Words) -> list[tuple[str, Any]]:
    wrong, right = words.corrected
    return [
        (
            kind,
            [(name.replace(wrong, right), value) for name, value in content] if kind == "facts" else content,
        )
        for kind, content in words.body
    ]


def _translated(
    page: NoticePage, language: str, sentences: dict[str, str], author: Acting, approver: Acting
) -> None:
    version = actions.translate(page, by=author, locale=Locale.objects.get(language_code=language))
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=version.locale
    )
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=version.locale,
            context_id=segment.context_id,
            data=sentences[segment.string.data],
            last_translated_by=author.person,
        )
    version = actions.submit(version, by=author)
    actions.approve(version, by=approver, seen=version.words_seen)


def _standard_pages() -> None:
    home = HomePage.objects.get(locale__language_code="ja")
    for slug, languages in STANDARD.items():
        page = None
        for code, (title, summary, body) in languages.items():
            if page is None:
                page = StandardPage(
                    title=title, slug=slug, summary=summary, body=blocks(body), locale=home.locale
                )
                HomePage.objects.get(pk=home.pk).add_child(instance=page)
                page.save_revision().publish()
                continue
            version = page.copy_for_translation(Locale.objects.get(language_code=code))
            version.title, version.draft_title, version.summary = title, title, summary
            version.body = blocks(body)
            version.save_revision().publish()


def _handbook(town: Town) -> None:
    for slug, question, keywords, sections, answer in HANDBOOK:
        index = HandbookIndexPage.objects.get(locale__language_code="ja")
        page = HandbookPage(
            title=question,
            slug=slug,
            keywords=keywords,
            section_codes=sections,
            body=blocks([("text", answer)]),
            locale=index.locale,
        )
        index.add_child(instance=page)
        page.save_revision().publish()


def blocks(body: list[tuple[str, Any]]) -> list[dict[str, Any]]:
    """The blocks of a text, as Wagtail stores them."""
    return [{"type": kind, "value": _value(kind, content)} for kind, content in body]


def _value(kind: str, content: Any) -> Any:
    if kind == "facts":
        return [{"name": name, "value": value} for name, value in content]
    if kind == "contact":
        return dict(zip(("office", "phone", "hours"), content, strict=True))
    return content


def _moment(today: date, offset: int, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(today + timedelta(days=offset), time(hour)))


def _fresh(page: NoticePage) -> NoticePage:
    return NoticePage.objects.get(pk=page.pk)
