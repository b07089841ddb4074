"""The public call for members of one term."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData

from . import querysets
from .lifecycle import RECRUITMENT, RecruitmentStatus


class Recruitment(Stepped):
    """公募: the public call for members of one term, with the items it must announce (第10条第1項)."""

    personal_data = NoPersonalData
    lifecycle = RECRUITMENT

    status = models.CharField(max_length=20, choices=RecruitmentStatus, editable=False)
    term = models.ForeignKey(CommitteeTerm, on_delete=models.PROTECT, related_name="recruitments")
    seats = models.PositiveSmallIntegerField(_("seats to fill"))
    opens_on = models.DateField(_("applications from"))
    closes_on = models.DateField(_("applications until"))
    duties = models.TextField(_("what members do"), blank=True)
    remuneration = models.TextField(_("what members are paid"), blank=True, default="")
    selection_method = models.TextField(_("how members are selected"), blank=True)
    how_to_apply = models.TextField(_("how to apply"), blank=True, default="")
    required_items = models.TextField(
        _("what to hand in"), blank=True, help_text=_("Article 12: the items the mayor asks for.")
    )
    asked_items = models.JSONField(_("items each applicant answers"), default=list, blank=True)
    finished_on = models.DateField(_("completed or called off on"), null=True, blank=True)
    erased = models.PositiveSmallIntegerField(_("applications destroyed"), default=0)

    objects = querysets.RecruitmentQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="recruitment_window_not_reversed"
            ),
        ]

    def __str__(self):
        return _("Recruitment for %(term)s") % {"term": self.term}


class RecruitmentStep(Step):
    subject = models.ForeignKey(Recruitment, on_delete=models.CASCADE, related_name="steps")
