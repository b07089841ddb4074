"""Records of committees of other days and other towns, taken in from Popolo files; they are only read."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.foundation.privacy import NoPersonalData, Open, PersonalData

from .querysets import ImportedMembershipQuerySet

A_DAY = 10
"""Days of a Popolo file may be a year, a month or a day: ``1970``, ``1970-01``, ``1970-01-01``."""


class Kind(models.TextChoices):
    """What an identifier of another data set names."""

    ORGANISATION = "organisation", _("organisation")
    PERSON = "person", _("person")
    MEMBERSHIP = "membership", _("membership")


class ImportedOrganisation(models.Model):
    """A committee, assembly or group of a data set that was taken in."""

    name = models.CharField(_("name"), max_length=300)
    other_names = models.JSONField(_("other names"), default=list, blank=True)
    classification = models.CharField(_("kind"), max_length=200, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    founded = models.CharField(_("founded"), max_length=A_DAY, blank=True)
    dissolved = models.CharField(_("dissolved"), max_length=A_DAY, blank=True)

    personal_data = NoPersonalData

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class ImportedPerson(models.Model):
    """Somebody who held an office; of all a file may say of a person, only the name is kept."""

    name = models.CharField(_("name"), max_length=300)

    personal_data = PersonalData(
        controller="city",
        purpose="to show who sat on committees of earlier days, as published elsewhere",
        fields=("name",),
        open={"name": Open.PUBLIC},
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the membership stays",
    )

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class ImportedMembership(models.Model):
    """Who belonged to what, in which office, for whom and when."""

    organisation = models.ForeignKey(
        ImportedOrganisation, on_delete=models.PROTECT, related_name="memberships"
    )
    person = models.ForeignKey(
        ImportedPerson, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    member = models.ForeignKey(
        ImportedOrganisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    on_behalf_of = models.ForeignKey(
        ImportedOrganisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    label = models.CharField(_("label"), max_length=300, blank=True)
    role = models.CharField(_("role"), max_length=300, blank=True)
    post = models.CharField(_("post"), max_length=300, blank=True)
    area = models.CharField(_("area"), max_length=300, blank=True)
    period = models.CharField(_("term"), max_length=300, blank=True)
    begun = models.CharField(_("first day"), max_length=A_DAY, blank=True)
    ended = models.CharField(_("last day"), max_length=A_DAY, blank=True)
    end_reason = models.CharField(_("why it ended"), max_length=300, blank=True)

    personal_data = PersonalData(
        controller="city",
        purpose="to show who sat on committees of earlier days, as published elsewhere",
        fields=("person",),
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the membership stays",
    )
    objects = ImportedMembershipQuerySet.as_manager()

    class Meta:
        ordering = ["organisation", "begun", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, member__isnull=True)
                | Q(person__isnull=True, member__isnull=False),
                name="imported_membership_has_one_member",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person or self.member} – {self.organisation}"


class ExternalIdentifier(models.Model):
    """By what name another data set knows one of these records; a record taken in twice is found by it."""

    scheme = models.CharField(_("data set"), max_length=200)
    kind = models.CharField(_("what it names"), max_length=20, choices=Kind)
    identifier = models.CharField(_("identifier"), max_length=300)
    record = models.PositiveBigIntegerField(_("local record"))

    personal_data = PersonalData(
        controller="city",
        purpose="to find a record again when its source is taken in once more",
        fields=("identifier",),
        open={"identifier": Open.PUBLIC},
        retention="as long as the record it names",
        on_erasure="deleted with the name of the person",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "kind", "identifier"], name="external_identifier_once")
        ]
        indexes = [models.Index(fields=["kind", "record"], name="external_identifier_record")]

    def __str__(self) -> str:
        return f"{self.scheme}: {self.identifier}"
