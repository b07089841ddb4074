"""A committee's terms, and the mayor's decisions about its size."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.models import Body

from . import querysets


class CommitteeTerm(models.Model):
    """第n期: the container of the seats commissioned together (第10条第2項)."""

    personal_data = NoPersonalData

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="committee_terms", verbose_name=_("body")
    )
    number = models.PositiveSmallIntegerField(_("number of the term"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    target_seats = models.PositiveSmallIntegerField(_("seats aimed at"))

    objects = querysets.TermQuerySet.as_manager()

    class Meta:
        ordering = ["body", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="one_term_per_number"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="term_ends_after_it_begins"),
        ]

    def __str__(self):
        return _("Term %(number)s") % {"number": self.number}


class SizeDecision(models.Model):
    """The mayor lets a committee have more members than the guideline's maximum (第8条第2項)."""

    personal_data = PersonalData(
        controller="city",
        purpose="to show who took the decision",
        fields=("decided_by",),
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the decision stays",
    )

    term = models.ForeignKey(CommitteeTerm, on_delete=models.PROTECT, related_name="size_decisions")
    maximum = models.PositiveSmallIntegerField(_("new maximum of members"))
    reason = models.TextField(_("reason"))
    decided_on = models.DateField(_("decided on"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-decided_on", "-id"]

    def __str__(self):
        return _("Up to %(maximum)s members") % {"maximum": self.maximum}
