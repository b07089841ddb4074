"""Units of the city hall, committees, offices and organisations: whoever a person may act for."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.privacy import NoPersonalData, Open, PersonalData

from .querysets import BodyQuerySet, MembershipQuerySet


class Body(models.Model):
    """A unit, committee, office or organisation, from the day it was set up to the day it ended.

    A body keeps its record when it is renamed; when it is merged or replaced, its successor is
    another record (2000年4月組織改正: 市民提案課 + 市民活動課 → 市民自治推進課).
    """

    class Kind(models.TextChoices):
        OFFICE = "office", _("Office")
        UNIT = "unit", _("Unit of the city hall")
        COMMITTEE = "committee", _("Committee")
        ORGANISATION = "organisation", _("Outside organisation")

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    legal_basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    duties = models.JSONField(_("duties"), default=list, blank=True)
    profile = models.TextField(_("profile"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    objects = BodyQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        verbose_name = _("unit or body")
        verbose_name_plural = _("bodies")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="body_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(kind="committee") | ~Q(legal_basis=""), name="committee_has_a_legal_basis"
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name for a reader: an English page says the English one where there is one."""
        return self.name_en if self.name_en and get_language() == "en" else self.name

    def name_on(self, day: Any) -> str:
        """What it was called on a day, in the language of the reader where that name is on record."""
        former = self.names.filter(until_on__gte=day).order_by("until_on").first()
        if former is None:
            return self.shown_name
        return former.shown_name

    def exists_on(self, day: Any) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def members_on(self, day: Any = None, post: str = "") -> Any:
        """The people who belong to it on a day; where a position is named, those who have it."""
        memberships = BodyMembership.objects.on(day or clock.today()).filter(body=self)
        if post:
            memberships = memberships.filter(post=post)
        return get_user_model().objects.filter(pk__in=memberships.values("person"), is_active=True)


class BodyName(models.Model):
    """Another name a body has or had: an alias as printed, or its name until a day."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    until_on = models.DateField(null=True, blank=True)

    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"], condition=Q(until_on__isnull=True), name="body_alias_once"
            ),
            models.UniqueConstraint(
                fields=["body", "until_on"],
                condition=Q(until_on__isnull=False),
                name="one_body_name_until_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        return self.name_en if self.name_en and get_language() == "en" else self.name


class BodySuccession(models.Model):
    """On a day one body followed another (統廃合, 改称)."""

    predecessor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="followed_by")
    successor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="follows")
    on = models.DateField()

    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="body_succession_once")
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class BodyMembership(models.Model):
    """A person belongs to a body from a day to a day; nothing stays with the person afterwards."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    post = models.CharField(_("position"), max_length=80, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    basis = models.CharField(max_length=200, blank=True)

    objects = MembershipQuerySet.as_manager()
    personal_data = PersonalData(
        controller="city",
        purpose="Who may act for a body on a day.",
        fields=("person", "post"),
        open={"post": Open.PUBLIC},
        retention="Permanent for committee seats, else five years after the end.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="membership_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.body}"

    @property
    def has_ended(self) -> bool:
        """Its last day has passed."""
        return self.until_on is not None and self.until_on < clock.today()
