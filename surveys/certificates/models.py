"""Authorities the portal trusts, their revocation lists, and who may verify certificates at all."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.privacy import NoPersonalData
from residents.models import Body

from . import reach
from .querysets import (
    RevocationListQuerySet,
    RevocationServiceQuerySet,
    TrustAnchorQuerySet,
    UsageProcedureQuerySet,
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
    further_policies = models.JSONField(default=list, blank=True)
    distrusted_from = models.DateField(null=True, blank=True)
    """The first day on which nothing it issued is believed any more, however long it says it is valid."""

    objects = TrustAnchorQuerySet.as_manager()
    personal_data = NoPersonalData

    def __str__(self) -> str:
        return f"{self.name} ({self.fingerprint[:8]})"

    @property
    def anchor(self) -> Anchor:
        return Anchor(
            bytes(self.der),
            self.kind,
            self.policy,
            self.valid_from,
            self._trusted_until(),
            self.is_test,
            tuple(self.further_policies),
        )

    def _trusted_until(self) -> datetime:
        if self.distrusted_from is None:
            return self.valid_until
        last = make_aware(datetime.combine(self.distrusted_from, time.min)) - timedelta(seconds=1)
        return min(self.valid_until, last)

    @property
    def is_trusted_today(self) -> bool:
        return self.anchor.trusted_at(clock.now())


class RevocationList(models.Model):
    """A list of revoked certificates as received (失効情報); used only to check validity, never to look around."""

    class Covers(models.TextChoices):
        """Of whom the list speaks (RFC 5280 5.2.5)."""

        ALL = reach.ALL, _("everybody")
        RESIDENTS = reach.RESIDENTS, _("residents only")
        AUTHORITIES = reach.AUTHORITIES, _("authorities only")

    key_id = models.CharField(max_length=64)
    scope = models.CharField(max_length=1000, blank=True)
    covers = models.CharField(max_length=20, choices=Covers, default=Covers.ALL)
    der = models.BinaryField()
    this_update = models.DateTimeField()
    next_update = models.DateTimeField()
    fingerprint = models.CharField(max_length=64, unique=True)
    warned_on = models.DateField(null=True, blank=True)
    """When those in charge were told that it has lapsed and no newer one came."""

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

    class Kind(models.TextChoices):
        """As what the Act lets a body verify: signing certificates (17条) or authentication ones (36条)."""

        SIGNATURES = "signatures", _("verifier of signatures (Article 17, paragraph 1)")
        GROUP = "group", _("verifier of signatures for a group (Article 17, paragraph 5)")
        AUTHENTICATION = "authentication", _("verifier of user authentication (Article 36)")

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="verifier_standings", verbose_name=_("body")
    )
    kind = models.CharField(_("kind of standing"), max_length=20, choices=Kind, default=Kind.SIGNATURES)
    ground = models.CharField(_("legal ground"), max_length=200)
    notification_number = models.CharField(_("notification number"), max_length=80)
    valid_from = models.DateField(_("from"))
    valid_until = models.DateField(_("until"), null=True, blank=True)
    withdrawn_from = models.DateField(null=True, blank=True)
    """The first day on which it does not hold any more, whatever was recorded before."""

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


class UsageProcedure(models.Model):
    """What a body must have been through before it may use certificates (公的個人認証利用手続, 個人情報の審議会)."""

    class Kind(models.TextChoices):
        """With whom: the certification service, or those who watch over personal data."""

        SERVICE = "service", _("procedure of use with the certification service")
        PRIVACY = (
            "privacy",
            _("procedure for the protection of personal data (privacy council or its successor)"),
        )

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="usage_procedures", verbose_name=_("body")
    )
    kind = models.CharField(_("kind of procedure"), max_length=20, choices=Kind)
    counterpart = models.CharField(_("with whom"), max_length=200)
    begun_on = models.DateField(_("begun on"))
    finished_on = models.DateField(_("finished on"), null=True, blank=True)
    reference = models.CharField(_("document number"), max_length=80, blank=True)
    valid_until = models.DateField(_("until"), null=True, blank=True)

    objects = UsageProcedureQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_on__isnull=True, valid_until__isnull=True)
                | Q(finished_on__gte=F("begun_on")) & ~Q(reference=""),
                name="usage_procedure_finishes_with_a_document",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("finished_on")),
                name="usage_procedure_ends_after_it_finished",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_kind_display()}"
