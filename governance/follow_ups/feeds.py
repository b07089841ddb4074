"""Every public step of the proposals for feed readers: /feeds/proposals.atom."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import OPENLY_ANSWERED, ProposalStatus
from governance.proposals.models import ProposalStep
from governance.proposals.presenting import INTERNAL, step_in_words

LATEST = 50


class ProposalsFeed(Feed):
    """The latest steps; a published answer stands in its entry word for word."""

    feed_type = Atom1Feed
    language = settings.LANGUAGE_CODE
    link = "/proposals/"
    feed_guid = f"tag:{settings.TOWN_NAME},2026:proposals"

    def title(self) -> str:
        return str(_("Proposals and answers of %(town)s") % {"town": settings.TOWN_NAME})

    def items(self) -> Any:
        steps = ProposalStep.objects.exclude(verb__in=INTERNAL).exclude(
            subject__status=ProposalStatus.DRAFTING
        )
        return (
            steps.select_related("subject__proposed_by")
            .prefetch_related("subject__items__answer", "subject__items__unit")
            .order_by("-at", "-pk")[:LATEST]
        )

    def item_title(self, item: ProposalStep) -> str:
        proposal = item.subject
        return f"{proposal.printed_number} {proposal.title}: {step_in_words(item.verb, item.reason)}".strip()

    def item_description(self, item: ProposalStep) -> str:
        proposal = item.subject
        if item.verb != "publish" or proposal.status not in OPENLY_ANSWERED:
            return item.reason if item.verb != "report" else ""
        return "\n\n".join(
            f"{row.number}. {row.title} – {row.answer.get_result_display()}\n{row.answer.text}\n{row.answer.reason}"
            for row in proposal.items.all()
            if row.answer
        )

    def item_link(self, item: ProposalStep) -> str:
        return item.subject.get_absolute_url()

    def item_guid(self, item: ProposalStep) -> str:
        """The same for ever: a step is never changed."""
        return f"tag:{settings.TOWN_NAME},2026:proposal-step:{item.pk}"

    def item_pubdate(self, item: ProposalStep) -> datetime:
        return item.at

    def item_updateddate(self, item: ProposalStep) -> datetime:
        return item.at

    def item_author_name(self, item: ProposalStep) -> str:
        return item.subject.proposed_by.name

    def item_categories(self, item: ProposalStep) -> list[str]:
        return [item.verb, item.to_status]
