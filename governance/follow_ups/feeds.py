"""Every public step of the proposals for feed readers: /feeds/proposals.atom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import OPENLY_ANSWERED, ProposalStatus
from governance.proposals.models import Proposal, ProposalStep
from governance.proposals.presenting import INTERNAL, extension_in_words, step_in_words
from governance.proposals.record_models import Extension

LATEST = 50


@dataclass(frozen=True)
class Entry:
    """One public step, or one extension of the time for an answer; neither is ever changed."""

    guid: str
    proposal: Proposal
    at: datetime
    words: str
    text: str
    categories: list[str]


class ProposalsFeed(Feed):
    """The latest steps and extensions; a published answer stands in its entry word for word."""

    feed_type = Atom1Feed
    language = settings.LANGUAGE_CODE
    link = "/proposals/"
    feed_guid = f"tag:{settings.TOWN_NAME},2026:proposals"

    def title(self) -> str:
        return str(_("Proposals and answers of %(town)s") % {"town": settings.TOWN_NAME})

    def items(self) -> list[Entry]:
        steps = ProposalStep.objects.exclude(verb__in=INTERNAL).exclude(
            subject__status=ProposalStatus.DRAFTING
        )
        answered = steps.select_related("subject__proposed_by").prefetch_related(
            "subject__items__answer", "subject__items__unit"
        )
        extensions = Extension.objects.select_related("proposal__proposed_by").order_by("-at", "-pk")
        entries = [_of_step(step) for step in answered.order_by("-at", "-pk")[:LATEST]]
        entries += [_of_extension(extension) for extension in extensions[:LATEST]]
        return sorted(entries, key=lambda entry: entry.at, reverse=True)[:LATEST]

    def item_title(self, item: Entry) -> str:
        return f"{item.proposal.printed_number} {item.proposal.title}: {item.words}".strip()

    def item_description(self, item: Entry) -> str:
        return item.text

    def item_link(self, item: Entry) -> str:
        return item.proposal.get_absolute_url()

    def item_guid(self, item: Entry) -> str:
        return item.guid

    def item_pubdate(self, item: Entry) -> datetime:
        return item.at

    def item_updateddate(self, item: Entry) -> datetime:
        return item.at

    def item_author_name(self, item: Entry) -> str:
        return item.proposal.proposed_by.name

    def item_categories(self, item: Entry) -> list[str]:
        return item.categories


def _of_step(step: ProposalStep) -> Entry:
    return Entry(
        guid=f"tag:{settings.TOWN_NAME},2026:proposal-step:{step.pk}",
        proposal=step.subject,
        at=step.at,
        words=step_in_words(step.verb, step.reason),
        text=_told(step),
        categories=[step.verb, step.to_status],
    )


def _of_extension(extension: Extension) -> Entry:
    return Entry(
        guid=f"tag:{settings.TOWN_NAME},2026:proposal-extension:{extension.pk}",
        proposal=extension.proposal,
        at=extension.at,
        words=extension_in_words(extension),
        text=extension.reason,
        categories=["extend"],
    )


def _told(step: ProposalStep) -> str:
    if step.verb != "publish" or step.subject.status not in OPENLY_ANSWERED:
        return step.reason if step.verb != "report" else ""
    return "\n\n".join(
        f"{row.number}. {row.title} – {row.answer.get_result_display()}\n{row.answer.text}\n{row.answer.reason}"
        for row in step.subject.items.all()
        if row.answer
    )
