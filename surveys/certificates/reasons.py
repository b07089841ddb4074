"""Why a proof was refused: stable codes, each with a sentence and a next step for the resident."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Reason:
    """One way a proof fails; the code is what is recorded, the words are what the resident reads."""

    code: str
    message: str | Promise
    next_step: str | Promise


class Refused(Exception):
    """Raised inside the checks and caught once in `verification.verify`; never leaves this shelf."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


_SIGN_AGAIN = _("Start again, download the new text and sign exactly that file.")
_ASK_COUNTER = _("Please ask the citizens' counter of your city hall about your certificate.")
_ASK_US = _("Please tell the survey's contact; nothing you did was wrong.")
_SIGN_AS_SHOWN = _("Make the signature again with the command shown on the page.")
_TRY_LATER = _("Please try again later; your certificate was not refused.")
_OTHER_CERTIFICATE = _("Start again with the signing certificate of your own card.")
_START_APP_AGAIN = _("Start again. If it happens twice, choose another way and tell the survey's contact.")
_OTHER_WAY = _("Please try again later or choose another way; you were not refused.")

_ALL = [
    Reason("cms-too-big", _("The file is too large to be a signature."), _SIGN_AS_SHOWN),
    Reason("cms-malformed", _("The file is not a signature we can read."), _SIGN_AS_SHOWN),
    Reason("cms", _("The signature is not of the form this portal accepts."), _SIGN_AS_SHOWN),
    Reason("cms-content", _("The signature contains a different text from the one shown."), _SIGN_AGAIN),
    Reason("challenge", _("The signed text is not the text this page showed."), _SIGN_AGAIN),
    Reason("signature", _("The signature does not belong to the attached certificate."), _SIGN_AGAIN),
    Reason("weak-hash", _("The signature uses an outdated calculation (such as SHA-1)."), _SIGN_AS_SHOWN),
    Reason("weak-key", _("The certificate's key is too weak to be trusted."), _ASK_COUNTER),
    Reason("profile", _("This is not a certificate of a resident's card."), _OTHER_CERTIFICATE),
    Reason(
        "unknown-critical",
        _("The certificate carries a mandatory condition this portal does not know."),
        _ASK_COUNTER,
    ),
    Reason(
        "key-usage",
        _("This kind of certificate cannot be used for this survey."),
        _("Use the certificate named on the page; the signing one has the longer password."),
    ),
    Reason("policy", _("The certificate was issued for another purpose."), _OTHER_CERTIFICATE),
    Reason("attributes", _("The details inside the certificate cannot be read."), _ASK_COUNTER),
    Reason(
        "expired",
        _("The certificate has expired."),
        _("You can renew it free of charge at the citizens' counter of your city hall."),
    ),
    Reason(
        "not-yet-valid",
        _("The certificate is not valid yet."),
        _("Please try again on or after the day its validity begins."),
    ),
    Reason(
        "revoked",
        _("The certificate has been revoked."),
        _("After moving or changing your name you receive a new one at the citizens' counter."),
    ),
    Reason(
        "path",
        _("The certificate was not issued by an authority this portal trusts."),
        _OTHER_CERTIFICATE,
    ),
    Reason(
        "municipality",
        _("The address in the certificate is not in the area of this survey."),
        _("This survey is for residents of the area named on its page; other surveys may be open to you."),
    ),
    Reason(
        "crl-missing",
        _("Whether the certificate is still valid could not be checked."),
        _TRY_LATER,
    ),
    Reason("crl-stale", _("The list of revoked certificates we hold is out of date."), _ASK_US),
    Reason("crl-future", _("The list of revoked certificates we hold is dated in the future."), _ASK_US),
    Reason("crl-signature", _("The list of revoked certificates we hold is not genuine."), _ASK_US),
    Reason("crl-scope", _("We hold no list of revoked certificates for your municipality."), _ASK_US),
    Reason("crl-critical", _("The list of revoked certificates has a condition we do not know."), _ASK_US),
    Reason("crl-malformed", _("The list of revoked certificates we hold cannot be read."), _ASK_US),
    Reason(
        "ocsp-down",
        _("The service that knows revoked certificates does not answer."),
        _TRY_LATER,
    ),
    Reason(
        "ocsp-status",
        _("The service that knows revoked certificates cannot answer at the moment."),
        _TRY_LATER,
    ),
    Reason("ocsp-malformed", _("The answer about revocation cannot be read."), _ASK_US),
    Reason("ocsp-signer", _("The answer about revocation is not from the issuing authority."), _ASK_US),
    Reason("ocsp-nonce", _("The answer about revocation is not the answer to our question."), _TRY_LATER),
    Reason("ocsp-wrong-cert", _("The answer about revocation is about another certificate."), _ASK_US),
    Reason("ocsp-future", _("The answer about revocation is dated in the future."), _ASK_US),
    Reason("ocsp-stale", _("The answer about revocation is out of date."), _TRY_LATER),
    Reason(
        "ocsp-unknown",
        _("The issuing authority does not know this certificate."),
        _ASK_COUNTER,
    ),
    Reason("certificate-malformed", _("The file is not a certificate we can read."), _ASK_COUNTER),
    Reason(
        "input",
        _("The check could not be made with what was handed in."),
        _("See the detail, correct the command or the file, and check again."),
    ),
    # The gate's own refusals, around the certificate rather than in it.
    Reason(
        "replayed",
        _("This text for signing was already used, or its time has passed."),
        _("Start again: each text works once and for a limited time."),
    ),
    Reason(
        "already-drawn",
        _("An answer ticket for this survey was already handed out to you."),
        _(
            "Each person answers once. If you never received it, please turn to the counter: namesakes are told apart there."
        ),
    ),
    # The ways beside the certificate.
    Reason(
        "app-state",
        _("This return from the app was already used, has lapsed, or began in another browser."),
        _("Start again, and begin and end in the same browser."),
    ),
    Reason("app-declined", _("You stopped in the app."), _("You can start again or choose another way.")),
    Reason("app-token", _("The answer of the app could not be trusted."), _START_APP_AGAIN),
    Reason(
        "app-attributes",
        _("The app handed over no readable name, date of birth, sex and address."),
        _ASK_COUNTER,
    ),
    Reason(
        "voucher-waiting",
        _("The check has not been made yet; the authority is still silent."),
        _("Please come back later with the same code. Nothing is lost."),
    ),
    Reason(
        "voucher-unknown",
        _("There is no ticket to be collected with this code."),
        _("Please compare it with your note. A code works once, and only for the survey it was given for."),
    ),
    Reason("app-down", _("The service of the app does not answer."), _OTHER_WAY),
]

REASONS: dict[str, Reason] = {reason.code: reason for reason in _ALL}

# The authority was silent or our own lists are at fault: the resident is deferred, not rejected [2.14].
DEFERRED = frozenset(
    {
        "crl-missing",
        "crl-stale",
        "crl-future",
        "crl-signature",
        "crl-scope",
        "crl-critical",
        "crl-malformed",
        "ocsp-down",
        "ocsp-status",
        "ocsp-malformed",
        "ocsp-signer",
        "ocsp-nonce",
        "ocsp-wrong-cert",
        "ocsp-future",
        "ocsp-stale",
        "ocsp-unknown",
        "app-down",
    }
)

# The checks in the order they are made, as the resident reads them.
STEP_LABELS: dict[str, str | Promise] = {
    "form": _("The file is a signature"),
    "content": _("The signed text is the one shown"),
    "profile": _("The certificate is of a resident's card"),
    "signature": _("The signature belongs to the certificate"),
    "validity": _("The certificate is within its validity"),
    "issuer": _("A trusted authority issued it"),
    "revocation": _("It has not been revoked"),
    "path": _("A second, independent validator agrees"),
    "attributes": _("The address can be read"),
    "municipality": _("The address is in the area of the survey"),
}
