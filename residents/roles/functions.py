"""The fixed codes of functions (役割). Who holds one is data: dated role tables say it."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Function(NamedTuple):
    """What a function is called, and whether every unit of the city hall may hold it."""

    label: Promise
    is_open_ended: bool = False


FUNCTIONS: dict[str, Function] = {
    "common.server_installation": Function(_("Installing and running the servers")),
    "common.server_management_contractor": Function(_("Server management under contract")),
    "sns.sns_system_operation": Function(_("Running the regional SNS")),
    "sns.monitor_recruitment": Function(_("Recruiting general monitors")),
    "sns.official_community_permission": Function(_("Permitting official communities")),
    "sns.official_community_operation": Function(_("Opening and running official communities"), True),
    "sns.general_community_operation": Function(_("Opening and running general communities")),
    "sns.government_notice_draft": Function(_("Drafting notices from the administration"), True),
    "sns.government_notice": Function(_("Publishing notices from the administration")),
    "sns.operator_notice_draft": Function(_("Drafting notices from the operator")),
    "sns.operator_notice": Function(_("Publishing notices from the operator")),
    "sns.disaster_mode_switch": Function(_("Switching disaster mode")),
    "sns.disaster_information": Function(_("Publishing information in a disaster")),
    "survey.jpki_usage_procedure": Function(_("Procedure for using certificates")),
    "survey.privacy_council_procedure": Function(_("Procedure with the privacy council")),
    "survey.survey_system_operation": Function(_("Running the survey system")),
    "survey.monitor_recruitment": Function(_("Recruiting specified monitors")),
    "survey.survey_execution": Function(_("Carrying out surveys")),
    "survey.content_approval": Function(_("Approving the content of surveys")),
    "survey.form_entry": Function(_("Entering survey forms")),
    "survey.tally": Function(_("Tallying surveys")),
    "survey.verification": Function(_("Verifying certificates")),
    "committee.secretariat": Function(_("Secretariat of the committee")),
    "committee.recruitment_announcement": Function(_("Planning and announcing the recruitment of members")),
    "committee.selection": Function(_("Selecting committee members")),
    "committee.steering": Function(_("Steering the citizens' rooms")),
    "rooms.caretaker": Function(_("Taking care of the rooms")),
    "rooms.objections": Function(_("Examining objections to measures")),
    "rooms.adviser": Function(_("Advising the committee")),
    "rules.enact_guideline": Function(_("Enacting the guideline")),
    "rules.enact_room_rules": Function(_("Enacting the room rules")),
    "mayor.decide": Function(_("Deciding in the mayor's name")),
    "proposals.intake": Function(_("Receiving proposals")),
    "proposals.answer": Function(_("Answering proposals"), True),
    "proposals.publish": Function(_("Publishing the answers to proposals")),
    "roles.table_draft": Function(_("Drafting the role table")),
    "roles.table_approve": Function(_("Approving the role table")),
    "contracts.propose": Function(_("Preparing contracts")),
    "contracts.conclude": Function(_("Concluding contracts")),
    "system.operation": Function(_("Running the system")),
    "system.audit_read": Function(_("Reading the ledger")),
    "system.kept_mail_read": Function(_("Reading the demo town's mails")),
}

INCOMPATIBLE_PAIRS: tuple[tuple[str, str], ...] = (
    ("survey.form_entry", "survey.content_approval"),
    ("survey.verification", "survey.tally"),
    ("sns.government_notice", "sns.operator_notice"),
)
"""Functions no one person may hold at once ([2.19]); same-case pairs stand with their verbs."""
