"""Designated shelters, with the columns of the municipal standard open data set (指定緊急避難場所)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData

from .lifecycle import SHELTER, ShelterStatus
from .querysets import ShelterQuerySet


class Hazard(models.TextChoices):
    FLOOD = "flood", _("Flood")
    LANDSLIDE = "landslide", _("Landslide")
    STORM_SURGE = "storm_surge", _("Storm surge")
    EARTHQUAKE = "earthquake", _("Earthquake")
    TSUNAMI = "tsunami", _("Tsunami")
    FIRE = "fire", _("Large fire")
    INLAND_FLOOD = "inland_flood", _("Inland flooding")
    VOLCANO = "volcano", _("Volcano")


class Shelter(Stepped):
    """A place the mayor designated to flee to (災害対策基本法 49条の4); which hazards it is safe from is its own."""

    lifecycle = SHELTER
    code = models.CharField(_("shelter code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=80)
    kana = models.CharField(_("reading"), max_length=160)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    district = models.CharField(_("district"), max_length=40, blank=True)
    address = models.CharField(_("address"), max_length=160)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)
    hazards = models.JSONField(_("safe from"), default=list)
    status = models.CharField(max_length=20, choices=ShelterStatus)

    objects = ShelterQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        verbose_name = _("shelter")
        ordering = ("district", "kana", "pk")

    def __str__(self) -> str:
        return self.name


class ShelterStep(Step):
    """History of a shelter."""

    subject = models.ForeignKey(Shelter, on_delete=models.CASCADE, related_name="steps")
