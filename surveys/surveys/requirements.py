"""What a survey still needs before it may open: everything at once, not the first thing only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from residents.models import Body
from surveys.certificates.models import (
    CertificateKind,
    RevocationList,
    RevocationService,
    TrustAnchor,
)
from surveys.certificates.municipalities import official_municipalities
from surveys.certificates.permissions import may_verify
from surveys.sponsors.permissions import is_eligible

from .lifecycle import SurveyStatus
from .models import Anonymity, Mode, Question, Survey

AFTER_APPROVAL = frozenset({SurveyStatus.APPROVED, SurveyStatus.PERMITTED})


@dataclass(frozen=True)
class Requirement:
    """One line of the checklist."""

    text: str | Promise
    is_met: bool


def for_opening(survey: Survey) -> list[Requirement]:
    """The whole checklist, in the order in which it is usually met."""
    today = clock.today()
    lines = [
        Requirement(_("The form has questions, and each has its choices."), form_is_complete(survey)),
        Requirement(_("The sponsor may run surveys on this day."), sponsor_is_eligible(survey)),
        Requirement(_("The content was approved by somebody other than its author."), _is_approved(survey)),
        Requirement(_("The system management body permitted the use."), _is_permitted(survey)),
        Requirement(
            _("The time for answers has begun and not ended."), survey.opens_on <= today <= survey.closes_on
        ),
    ]
    return lines + (_for_the_gate(survey) if survey.is_gated else [])


def missing(survey: Survey) -> list[Requirement]:
    return [line for line in for_opening(survey) if not line.is_met]


def form_is_complete(survey: Survey) -> bool:
    questions = list(Question.objects.filter(survey=survey).prefetch_related("choices"))
    return bool(questions) and all(not q.has_choices or len(q.choices.all()) >= 2 for q in questions)


def sponsor_is_eligible(survey: Survey) -> bool:
    if survey.sponsor.kind != Body.Kind.ORGANISATION:
        return survey.sponsor.exists_on(clock.today())
    return bool(is_eligible(survey.sponsor, clock.today()))


def verifier_has_standing(survey: Survey, until: date) -> bool:
    """A hard rule [31]: standing and procedures, in order today and on the last day."""
    days = (clock.today(), until)
    return all(bool(may_verify(survey.verifying_body, survey.certificate_kind, day)) for day in days)


def _is_approved(survey: Survey) -> bool:
    return survey.status in AFTER_APPROVAL


def _is_permitted(survey: Survey) -> bool:
    return survey.status == SurveyStatus.PERMITTED


def _for_the_gate(survey: Survey) -> list[Requirement]:
    now = clock.now()
    anchors = TrustAnchor.objects.usable().filter(
        kind=survey.certificate_kind, valid_from__lte=now, valid_until__gte=now
    )
    key_ids = [row.anchor.key_id.hex() for row in anchors]
    lists = RevocationList.objects.filter(key_id__in=key_ids, this_update__lte=now, next_update__gt=now)
    signing = survey.certificate_kind == CertificateKind.SIGNING
    town_fits = survey.municipality in official_municipalities()
    pseudonyms = [
        Requirement(
            _("It is a wave of a running series, whose pseudonyms its answers bear."), _is_wave(survey)
        )
    ]
    return (pseudonyms if survey.anonymity == Anonymity.PSEUDONYMOUS else []) + [
        Requirement(
            _(
                "The verifying body's standing is recorded and its procedures are finished, for the whole time."
            ),
            verifier_has_standing(survey, survey.closes_on),
        ),
        Requirement(_("The certificate tells one person from another, even when it is renewed."), signing),
        Requirement(_("An authority for this kind of certificate is trusted."), bool(key_ids)),
        Requirement(
            _("It is known which certificates were revoked: by a current list or by asking the authority."),
            lists.exists() or _asks_elsewhere(survey.certificate_kind),
        ),
        Requirement(_("The municipality is one of the official list and fits the certificate."), town_fits),
    ]


def _is_wave(survey: Survey) -> bool:
    """Series stand on surveys and are found from below by the name they gave this relation."""
    return Survey.objects.filter(pk=survey.pk, wave__series__status="running").exists()


def _asks_elsewhere(kind: str) -> bool:
    chosen = RevocationService.objects.usable().filter(kind=kind).on(clock.today()).first()
    return chosen is not None and chosen.means != RevocationService.Means.LISTS


def gate_is_wanted_lawfully(
    mode: str, verifying_body: Body | None, kind: str = CertificateKind.SIGNING
) -> bool:
    """May the gate be switched on at all? Only with a verifying body that may verify today."""
    return mode != Mode.CERTIFICATE or bool(may_verify(verifying_body, kind, clock.today()))
