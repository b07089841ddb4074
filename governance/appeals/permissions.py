"""Who objects, and who examines: never anybody who took part before (2.11, M4)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.suspensions.permissions import EXAMINERS
from governance.sanctions.lifecycle import (
    MILDER,
    ON_THE_PERSON,
    ON_THE_ROOM,
    SANCTION,
    SEVERITY,
    WITH_DAYS,
    SanctionKind,
)
from governance.sanctions.models import Sanction
from governance.violations.involved import is_involved
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.lifecycles import START
from portal.foundation.printed_dates import japanese_date
from residents.roles.holdings import holds

from .lifecycle import APPEAL
from .models import Appeal


def can_file(by: Acting, sanction: Sanction) -> Decision:
    """The person the decision is about, within the days it names, once."""
    return (
        _is_the_person(by, sanction)
        and _is_first_instance(sanction)
        and _is_in_time(sanction)
        and SANCTION.allows("lift", sanction.status)
        and APPEAL.allows("file", START)
    )


def can_withdraw(by: Acting, appeal: Appeal) -> Decision:
    return _is_the_person(by, appeal.sanction) and APPEAL.allows("withdraw", appeal.status)


def can_examine(by: Acting, appeal: Appeal) -> Decision:
    return _examines(by, appeal) and APPEAL.allows("examine", appeal.status)


def can_uphold(by: Acting, appeal: Appeal) -> Decision:
    return _examines(by, appeal) and APPEAL.allows("uphold", appeal.status)


def can_vary(by: Acting, appeal: Appeal, kind: str = "", days: int | None = None) -> Decision:
    """Only towards something milder; asked without a kind, whether one may vary at all."""
    return (
        _examines(by, appeal)
        and APPEAL.allows("vary", appeal.status)
        and (not kind or _is_milder(appeal.sanction, kind, days))
    )


def can_annul(by: Acting, appeal: Appeal) -> Decision:
    return _examines(by, appeal) and APPEAL.allows("annul", appeal.status)


def can_read_grounds(by: Acting, appeal: Appeal) -> Decision:
    """The person who objects, and those who may examine it or have to know the outcome."""
    if by.person is not None and by.person.pk == appeal.sanction.case.subject_id:
        return True
    return _is_an_examiner(by)


def _examines(by: Acting, appeal: Appeal) -> Decision:
    return _is_an_examiner(by) and _was_not_involved(by, appeal.sanction)


def _is_an_examiner(by: Acting) -> Decision:
    answers = [holds(by, function) for function in EXAMINERS]
    return any(answers) or answers[0]


def _was_not_involved(by: Acting, sanction: Sanction) -> Decision:
    """Whoever acted on the case, reported it or voted on it does not judge the decision again."""
    if not is_involved(by.person, sanction.case):
        return True
    return Denied(
        _("You took part in this case, so somebody else examines the objection."),
        _("Members who were not involved examine it, or whoever the committee has lent the examination to."),
    )


def _is_the_person(by: Acting, sanction: Sanction) -> Decision:
    if by.person is not None and by.person.pk == sanction.case.subject_id:
        return True
    return Denied(_("Only the person concerned may do this."))


def _is_first_instance(sanction: Sanction) -> Decision:
    if sanction.replaces_id is not None or Appeal.objects.filter(sanction=sanction).exists():
        return Denied(_("An objection to this decision was already filed; there is one instance."))
    return True


def _is_in_time(sanction: Sanction) -> Decision:
    if clock.today() <= sanction.object_until:
        return True
    return Denied(_("The time to object ended on %(day)s.") % {"day": japanese_date(sanction.object_until)})


def _is_milder(sanction: Sanction, kind: str, days: int | None) -> Decision:
    """No objection makes things worse."""
    if kind not in MILDER or not _is_of_the_same_sort(sanction, kind):
        return Denied(_("This cannot stand in the place of the decision."))
    if kind in WITH_DAYS and not days:
        return Denied(_("Please say for how many days."))
    here, there = SEVERITY[SanctionKind(sanction.kind)], SEVERITY[SanctionKind(kind)]
    if there < here and _is_no_longer(sanction, days):
        return True
    if there == here and sanction.days is not None and days is not None and days < sanction.days:
        return True
    return Denied(_("An objection can only make the decision milder."))


def _is_of_the_same_sort(sanction: Sanction, kind: str) -> bool:
    """What was decided about a room is not turned against the person, nor the other way round."""
    if sanction.kind in ON_THE_ROOM:
        return kind not in ON_THE_PERSON
    return kind not in ON_THE_ROOM


def _is_no_longer(sanction: Sanction, days: int | None) -> bool:
    return days is None or sanction.days is None or days <= sanction.days
