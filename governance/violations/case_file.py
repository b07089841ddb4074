"""What rests sealed in a case: looking into it, and erasing it when the years of keeping are over."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Decision, require
from portal.foundation.looks import look

from . import permissions
from .actions import again
from .models import Evidence, ViolationCase


@transaction.atomic
def read_file(case: ViolationCase, *, by: Acting, may: Decision) -> dict[str, Any]:
    """Open what rests sealed in a case; each look is a line in the ledger, the person's own look included."""
    require(may)
    reason = _("Dealing with the case %(number)s") % {"number": case.number}
    if case.erased_on is not None:
        return {"content": "", "author": "", "is_whole": False, "earlier": "", "statement": ""}
    evidence, reads_notes = case.evidence, permissions.can_read_file(by, case)
    notes = [report.note for report in case.reports.all()] if reads_notes else []
    envelopes = [evidence.content, evidence.author_name, evidence.earlier, case.statement, *notes]
    content, author, earlier, statement, *said = look(envelopes, by=by, matter=case, reason=reason)
    found = {
        "content": content,
        "author": author,
        "is_whole": evidence.is_whole(content, author),
        "earlier": earlier,
        "statement": statement,
    }
    return {**found, "notes": said} if reads_notes else found


@transaction.atomic
def erase(case: ViolationCase) -> None:
    """The years of keeping are over: evidence, reports and statement go; the decision stays under its number."""
    case = again(case)
    require(permissions.can_erase(case))
    Evidence.objects.filter(case=case).delete()
    case.reports.all().delete()
    case.statement, case.hearing_question, case.erased_on = "", "", clock.today()
    case.save(update_fields=["statement", "hearing_question", "erased_on"])
    audit.record("governance.violation.erased", by=CLOCK, target=case, reference=case.number)
