"""Who decides which authorities are trusted and who may verify; the technical administrator does not."""

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision
from residents.roles.holdings import holds


def can_trust_authority(by: Acting) -> Decision:
    return by.is_clock or holds(by, "survey.verification")


def can_load_revocation_list(by: Acting) -> Decision:
    return by.is_clock or holds(by, "survey.verification")


def can_record_verifier_standing(by: Acting) -> Decision:
    return by.is_clock or holds(by, "survey.jpki_usage_procedure")


def can_choose_revocation_service(by: Acting) -> Decision:
    return by.is_clock or holds(by, "survey.verification")
