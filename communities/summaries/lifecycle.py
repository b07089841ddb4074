"""A facilitator drafts and posts a summary; the committee adopts one of them (checklist 50, [2.5])."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class SummaryStatus(models.TextChoices):
    DRAFT = "draft", _("Draft of a summary")
    POSTED = "posted", _("Summary posted")
    ADOPTED = "adopted", _("Summary adopted by the committee")


READABLE = frozenset({SummaryStatus.POSTED, SummaryStatus.ADOPTED})

TONES = {SummaryStatus.DRAFT: "neutral", SummaryStatus.POSTED: "info", SummaryStatus.ADOPTED: "success"}

SUMMARY = Lifecycle(
    "communities.summary",
    SummaryStatus,
    draft=({START}, SummaryStatus.DRAFT, "facilitator | caretaker by request"),
    revise=({SummaryStatus.DRAFT}, SummaryStatus.DRAFT, "facilitator | caretaker by request"),
    post=({SummaryStatus.DRAFT}, SummaryStatus.POSTED, "facilitator | caretaker by request"),
    adopt=({SummaryStatus.POSTED}, SummaryStatus.ADOPTED, "committee by resolution"),
)
