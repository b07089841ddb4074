"""What governs and what was decided: rules article by article, resolutions, themes, proposals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from governance.models import Proposal, Resolution, Rule, ThemeProposal
from governance.rules.lifecycle import RuleStatus
from governance.rules.provisions import Article
from governance.rules.texts import Text
from portal.foundation import clock
from search.documents import Document

from .adapter import Adapter

NOT_IN_FORCE = {
    RuleStatus.PROPOSED: "proposed",
    RuleStatus.ENACTED: "coming",
    RuleStatus.ABOLISHED: "abolished",
    RuleStatus.LAPSED: "lapsed",
    RuleStatus.REPEALED: "repealed",
    RuleStatus.REJECTED: "not_adopted",
    RuleStatus.WITHDRAWN: "withdrawn",
}


def moment(day: date | None) -> datetime:
    """The beginning of a day in the town."""
    return timezone.make_aware(datetime.combine(day or clock.today(), time()))


class RuleAdapter(Adapter):
    """One document an article, leading to it; an abolished rule stays findable and says what it is."""

    model = Rule
    kinds = frozenset({"rule"})

    def everything(self) -> Any:
        return Rule.objects.prefetch_related("versions")

    def document(self, row: Any) -> Iterator[Document]:
        text, since = self._words(row)
        yield self._document(row, "", row.title, "", since)
        for article in text.articles if text else ():
            title = f"{row.title} {article.label}" + (f"（{article.caption}）" if article.caption else "")
            yield self._document(row, article.id, title, _words_of(article), since)

    def _words(self, rule: Any) -> tuple[Text | None, date | None]:
        """The text in force today; of what is not in force, the draft or the last text there was."""
        standing = rule.on(clock.today())
        version = standing.version
        if version is None and rule.draft_text:
            return rule.draft_text, None
        if version is None or not version.text:
            version = max((v for v in rule.versions.all() if v.text), key=lambda v: v.number, default=version)
        return (version.main_provision, version.effective_from) if version else (None, None)

    def _document(self, rule: Any, place: str, title: str, text: str, since: date | None) -> Document:
        return Document(
            kind="rule",
            object_id=str(rule.pk),
            place=place,
            title=title,
            text=text,
            url=rule.get_absolute_url() + (f"#{place}" if place else ""),
            created_at=moment(since),
            label=NOT_IN_FORCE.get(RuleStatus(rule.status), ""),
        )


def _words_of(article: Article) -> str:
    return "\n".join(words for _id, _label, words in article.lines())


class ResolutionAdapter(Adapter):
    """Adopted resolutions of a committee."""

    model = Resolution
    kinds = frozenset({"resolution"})

    def everything(self) -> Any:
        return Resolution.objects.searchable_by(None).select_related("body", "term")

    def document(self, row: Any) -> Iterator[Document]:
        yield Document(
            kind="resolution",
            object_id=str(row.pk),
            title=str(row),
            text=row.text,
            url=row.get_absolute_url(),
            created_at=moment(row.adopted_on),
        )


class ThemeAdapter(Adapter):
    """Themes that are before the committee or were decided."""

    model = ThemeProposal
    kinds = frozenset({"theme"})

    def everything(self) -> Any:
        return ThemeProposal.objects.searchable_by(None)

    def document(self, row: Any) -> Iterator[Document]:
        yield Document(
            kind="theme",
            object_id=str(row.pk),
            title=row.title,
            text=row.description,
            url=row.get_absolute_url(),
            created_at=row.raised_at,
        )


class ProposalAdapter(Adapter):
    """Proposals to the mayor with their items, and the answers once they are published."""

    model = Proposal
    kinds = frozenset({"proposal"})

    def everything(self) -> Any:
        return Proposal.objects.searchable_by(None).prefetch_related("items__answer")

    def document(self, row: Any) -> Iterator[Document]:
        words = [row.background]
        for item in row.items.all():
            words += [item.title, item.text]
            if row.is_openly_answered and item.answer:
                words += [item.answer.text, item.answer.reason]
        yield Document(
            kind="proposal",
            object_id=str(row.pk),
            title=row.title,
            text="\n".join(part for part in words if part),
            url=row.get_absolute_url(),
            created_at=moment(row.published_on or row.adopted_on),
        )
