"""Themes that people or units want the city area to discuss."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Room
from governance.resolutions.models import Resolution
from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import PersonalData
from portal.foundation.sealing import SealedTextField
from residents.models import Body

from . import querysets
from .lifecycle import THEME, TONES, Destination, Origin, Source, ThemeStatus


class ThemeProposal(Stepped):
    """テーマの提起: a matter of city affairs somebody wants discussed (第4条, 第9条第2号)."""

    lifecycle = THEME
    personal_data = PersonalData(
        controller="city",
        purpose="to tell the raiser what became of the theme",
        fields=("raised_by",),
        retention="as long as the theme is published",
        on_erasure="the name is neutralised, the theme stays",
    )

    status = models.CharField(max_length=20, choices=ThemeStatus, editable=False)
    title = models.CharField(_("title"), max_length=80)
    description = models.TextField(_("what should be discussed, and why"), max_length=2000)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin)
    source = models.CharField(_("how it arrived"), max_length=10, choices=Source)
    supporters = models.PositiveIntegerField(_("people who asked for it"), default=1)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="themes_raised",
    )
    raising_unit = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="themes_raised"
    )
    raised_at = models.DateTimeField()
    destination = models.CharField(_("passed on to"), max_length=20, choices=Destination, blank=True)
    passed_on_to = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="themes_passed_on"
    )
    answer = models.TextField(_("answer to the raiser"), blank=True)
    resolution = models.ForeignKey(
        Resolution, null=True, blank=True, on_delete=models.PROTECT, related_name="themes"
    )
    room = models.OneToOneField(
        Room, null=True, blank=True, on_delete=models.PROTECT, related_name="theme_proposal"
    )

    objects = querysets.ThemeProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(origin=Origin.CITY) | Q(raising_unit__isnull=False),
                name="city_raised_theme_names_its_unit",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[ThemeStatus.ADOPTED, ThemeStatus.IN_ROOM])
                | Q(resolution__isnull=False),
                name="adopted_theme_has_a_resolution",
            ),
            models.CheckConstraint(
                condition=~Q(
                    status__in=[ThemeStatus.NOT_ADOPTED, ThemeStatus.REDIRECTED, ThemeStatus.DEFERRED]
                )
                | ~Q(answer=""),
                name="refused_theme_has_an_answer",
            ),
            models.CheckConstraint(
                condition=~Q(destination=Destination.CONSULTATION) | Q(passed_on_to__isnull=False),
                name="theme_passed_on_to_a_section",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    def get_absolute_url(self) -> str:
        return reverse("governance:theme-detail", args=[self.pk])


class ThemeProposalStep(Step):
    subject = models.ForeignKey(ThemeProposal, on_delete=models.CASCADE, related_name="steps")


class ThemeReceipt(Uuid):
    """What a raiser without an account keeps: an address that shows what became of the theme."""

    personal_data = PersonalData(
        controller="city",
        purpose="to tell a raiser without an account what became of the theme",
        fields=("contact",),
        retention="until the theme has been answered and its room is closed",
        on_erasure="the contact is deleted, the theme stays",
    )

    theme = models.OneToOneField(ThemeProposal, on_delete=models.CASCADE, related_name="receipt")
    contact = SealedTextField(
        _("how the raiser is reached"), purpose="governance.theme_contact", given_by="theme__raised_by_id"
    )

    def __str__(self):
        return self.theme.title

    def get_absolute_url(self) -> str:
        return reverse("governance:theme-receipt", args=[self.pk])
