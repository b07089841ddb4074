"""Authorities the portal trusts, their revocation lists, and who may verify certificates at all."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.foundation.privacy import NoPersonalData
from residents.models import Body

from .querysets import (
    RevocationListQuerySet,
    RevocationServiceQuerySet,
    TrustAnchorQuerySet,
    VerifierStandingQuerySet,
)
from .trust import AUTHENTICATION, SIGNING, Anchor


class CertificateKind(models.TextChoices):
    """署名用 / 利用者証明用: the one names its holder, the other only knows them again."""

    SIGNING = SIGNING, _("signing certificate")
    AUTHENTICATION = AUTHENTICATION, _("user-authentication certificate")


class TrustAnchor(models.Model):
    """One root generation of the certification service, pinned by its whole certificate (認証局)."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=CertificateKind)
    policy = models.CharField(max_length=80)
    der = models.BinaryField()
    fingerprint = models.CharField(max_length=64, unique=True)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    is_test = models.BooleanField(default=False)

    objects = TrustAnchorQuerySet.as_manager()
    personal_data = NoPersonalData

    def __str__(self) -> str:
        return f"{self.name} ({self.fingerprint[:8]})"

    @property
    def anchor(self) -> Anchor:
        return Anchor(
            bytes(self.der), self.kind, self.policy, self.valid_from, self.valid_until, self.is_test
        )


class RevocationList(models.Model):
    """A list of revoked certificates as received (失効情報); used only to check validity, never to look around."""

    key_id = models.CharField(max_length=64)
    scope = models.CharField(max_length=1000, blank=True)
    der = models.BinaryField()
    this_update = models.DateTimeField()
    next_update = models.DateTimeField()
    fingerprint = models.CharField(max_length=64, unique=True)

    objects = RevocationListQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        indexes = [models.Index(fields=["key_id", "scope", "-this_update"], name="revocation_list_newest")]

    def __str__(self) -> str:
        return f"{self.key_id[:8]} {self.this_update:%Y-%m-%d %H:%M}"


class RevocationService(models.Model):
    """Where the portal asks for revocation information (失効情報の照会先), from which day to which.

    Without one in force for a kind, the lists the portal holds are asked.
    """

    class Means(models.TextChoices):
        """照会の方法."""

        LISTS = "lists", _("lists held by the portal (CRL)")
        RESPONDER = "responder", _("responder of the authority (OCSP)")
        SIMULATOR = "simulator", _("simulator for drills")

    kind = models.CharField(_("kind of certificate"), max_length=20, choices=CertificateKind)
    means = models.CharField(_("means"), max_length=20, choices=Means)
    url = models.URLField(_("address of the responder"), max_length=300, blank=True)
    sends_nonce = models.BooleanField(_("number each question"), default=True)
    valid_from = models.DateField(_("from"))
    valid_until = models.DateField(_("until"), null=True, blank=True)

    objects = RevocationServiceQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="revocation_service_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(means="responder") & ~Q(url="") | ~Q(means="responder") & Q(url=""),
                name="only_a_responder_has_an_address",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_means_display()}"


class VerifierStanding(models.Model):
    """On what legal ground a body may ask whether a certificate is valid (公的個人認証法17条・36条)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="verifier_standings")
    ground = models.CharField(_("legal ground"), max_length=200)
    notification_number = models.CharField(_("notification number"), max_length=80)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    objects = VerifierStandingQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="verifier_standing_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(ground="") & ~Q(notification_number=""), name="verifier_standing_is_recorded"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.ground}"
