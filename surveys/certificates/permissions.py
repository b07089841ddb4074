"""Who decides which authorities are trusted and who may verify; the technical administrator does not."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import holds

from .models import CertificateKind, TrustAnchor, UsageProcedure, VerifierStanding

FITTING = {
    CertificateKind.SIGNING: (VerifierStanding.Kind.SIGNATURES, VerifierStanding.Kind.GROUP),
    CertificateKind.AUTHENTICATION: (VerifierStanding.Kind.AUTHENTICATION,),
}
IN_CHARGE = {
    UsageProcedure.Kind.SERVICE: "survey.jpki_usage_procedure",
    UsageProcedure.Kind.PRIVACY: "survey.privacy_council_procedure",
}


def can_read_trust(by: Acting) -> Decision:
    """The pages about trust, for whoever has a part in it."""
    return (
        holds(by, "survey.verification")
        or holds(by, "survey.jpki_usage_procedure")
        or holds(by, "survey.privacy_council_procedure")
    )


def can_trust_authority(by: Acting) -> Decision:
    return by.is_clock or holds(by, "survey.verification")


def can_distrust_authority(by: Acting, anchor: TrustAnchor) -> Decision:
    if anchor.distrusted_from is not None and anchor.distrusted_from <= clock.today():
        return Denied(_("This authority is not trusted any more."))
    return holds(by, "survey.verification")


def can_accept_further_policy(by: Acting, anchor: TrustAnchor) -> Decision:
    if not anchor.is_trusted_today:
        return Denied(_("This authority is not trusted any more."))
    return holds(by, "survey.verification")


def can_load_revocation_list(by: Acting) -> Decision:
    return by.is_clock or holds(by, "survey.verification")


def can_record_verifier_standing(by: Acting) -> Decision:
    return by.is_clock or holds(by, "survey.jpki_usage_procedure")


def can_withdraw_verifier_standing(by: Acting, standing: VerifierStanding) -> Decision:
    if standing.withdrawn_from is not None:
        return Denied(_("This standing was withdrawn already."))
    return holds(by, "survey.jpki_usage_procedure")


def can_begin_usage_procedure(by: Acting, kind: str) -> Decision:
    return by.is_clock or holds(by, IN_CHARGE[UsageProcedure.Kind(kind)])


def can_finish_usage_procedure(by: Acting, procedure: UsageProcedure) -> Decision:
    if procedure.finished_on is not None:
        return Denied(_("This procedure is finished already."))
    return can_begin_usage_procedure(by, procedure.kind)


def can_choose_revocation_service(by: Acting) -> Decision:
    return by.is_clock or holds(by, "survey.verification")


def may_verify(body: Body | None, kind: str, on: date) -> Decision:
    """A hard rule [31]: may this body verify certificates of this kind on that day (公的個人認証法17条・36条)?

    Needed are a standing that fits the kind and both procedures: with the certification service [131] and
    for the protection of personal data [132].
    """
    lacking = _lacking(body, kind, on)
    if not lacking:
        return True
    return Denied(
        _(
            "Certificates cannot be checked at present: the right of the body that checks them is not recorded."
        ),
        " / ".join(str(line) for line in lacking),
    )


def _lacking(body: Body | None, kind: str, on: date) -> list[str | Promise]:
    if body is None:
        return [_("A body that verifies certificates is named.")]
    lacking: list[str | Promise] = []
    fitting = FITTING[CertificateKind(kind)]
    if not VerifierStanding.objects.on(on).filter(body=body, kind__in=fitting).exists():
        lacking.append(_("Its legal standing for this kind of certificate is recorded and valid."))
    finished = set(UsageProcedure.objects.finished_on(on).filter(body=body).values_list("kind", flat=True))
    if UsageProcedure.Kind.SERVICE not in finished:
        lacking.append(_("The procedure of use with the certification service is finished."))
    if UsageProcedure.Kind.PRIVACY not in finished:
        lacking.append(_("The procedure for the protection of personal data is finished."))
    return lacking
