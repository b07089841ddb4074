"""The verbs of a proposed amendment."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.resolutions.models import Resolution
from governance.rules import actions as rules
from governance.rules.lifecycle import VersionKind
from governance.rules.models import Rule, RuleVersion
from governance.rules.standing import not_repealed
from governance.rules.texts import Text
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require

from . import notifications
from .models import Amendment
from .permissions import (
    can_adopt_amendment,
    can_propose_amendment,
    can_reject_amendment,
    can_withdraw_amendment,
)


@transaction.atomic
def propose(
    rule: Rule, *, by: Acting, text: Text, reason: str, kind: str = VersionKind.PARTIAL_AMENDMENT
) -> Amendment:
    """Put a changed wording before the body that may amend the rule; everybody can read it."""
    rule = Rule.objects.select_for_update(of=("self",)).select_related("enacted_by").get(pk=rule.pk)
    require(can_propose_amendment(by, rule))
    base = not_repealed(rule.versions.order_by("number"))[-1]
    require(text != base.main_provision or Denied(_("Nothing in the text has changed.")))
    amendment = Amendment(
        rule=rule,
        base=base,
        kind=kind,
        text=text.to_json(),
        reason=reason,
        proposed_by=by.person,
        proposed_for=by.body,
        proposed_on=clock.today(),
    )
    amendment.step("propose", by=by, reason=reason)
    audit.record("governance.amendment.proposed", by=by, target=amendment, reason=reason, public=True)
    notifications.amendment_proposed(amendment, by)
    return amendment


@transaction.atomic
def adopt(amendment: Amendment, *, by: Acting, effective_from: date, **decision: Any) -> RuleVersion:
    """The enacting body makes the proposed wording its own: the rule is amended from a day on."""
    amendment = _locked(amendment)
    require(can_adopt_amendment(by, amendment, decision.get("resolution")))
    version = rules.amend(
        amendment.rule,
        by=by,
        text=amendment.new_text,
        effective_from=effective_from,
        reason=amendment.reason,
        kind=amendment.kind,
        **decision,
    )
    amendment.step("adopt", by=by, version=version)
    audit.record("governance.amendment.adopted", by=by, target=amendment, public=True)
    notifications.amendment_adopted(amendment, by)
    return version


@transaction.atomic
def reject(
    amendment: Amendment, *, by: Acting, reason: str, resolution: Resolution | None = None
) -> Amendment:
    """The enacting body does not make the wording its own; the proposer is told why."""
    amendment = _locked(amendment)
    require(can_reject_amendment(by, amendment, resolution))
    amendment.step("reject", by=by, reason=reason)
    reference = resolution.printed_number if resolution else ""
    audit.record(
        "governance.amendment.rejected",
        by=by,
        target=amendment,
        reason=reason,
        reference=reference,
        public=True,
    )
    notifications.amendment_rejected(amendment, by)
    return amendment


@transaction.atomic
def withdraw(amendment: Amendment, *, by: Acting, reason: str = "") -> Amendment:
    """Those who proposed it take it back; it stays readable as withdrawn."""
    amendment = _locked(amendment)
    require(can_withdraw_amendment(by, amendment))
    amendment.step("withdraw", by=by, reason=reason)
    audit.record("governance.amendment.withdrawn", by=by, target=amendment, reason=reason, public=True)
    notifications.amendment_withdrawn(amendment, by)
    return amendment


def _locked(amendment: Amendment) -> Amendment:
    amendments = Amendment.objects.select_for_update(of=("self",))
    return amendments.select_related("rule__enacted_by", "base").get(pk=amendment.pk)
