"""藤沢市市民電子会議室実施要領 as the source prints it: its three dates, and the instrument it abolished.

In the demo town the people in charge enter it; in a city's preset it is read in, since nobody left verbs.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from governance.demo import guideline, guideline_supplements, guideline_text
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK
from residents.models import Body
from residents.seeds import Town

from . import actions, seed_texts, transcriptions
from .lifecycle import InstrumentType, VersionKind
from .models import Rule, RuleVersion
from .register_models import Citation, CitedInstrument, PlannedAmendment

NO_TEXT = "附則のみが残っており、本文は資料に印刷されていません。"
AS_PRINTED = "出典のとおり"
ABOLISHES = "附則第2項"
TRIAL_GUIDE = date(2006, 1, 17)
REPEALED = date(2023, 4, 1)
"""On this day the law replaced the ordinances on personal data that municipalities had made."""


def perform(town: Town) -> None:
    """Entered by the secretariat on the days the source names, the abolition decided by the mayor."""
    secretary = town.acting("secretary")
    first, second, third = versions()
    with clock.at(first.effective_from):
        experiment = transcriptions.transcribe(
            by=secretary, versions=[_experiment_version()], **_experiment(town.body("mayor"))
        )
        rule = transcriptions.transcribe(by=secretary, versions=[first], **_guideline(town.body("mayor")))
        for cited in _cited_first(experiment):
            transcriptions.cite(first, by=secretary, **cited)
        actions.abolish(
            experiment,
            by=town.acting("mayor"),
            reason="市民電子会議室を本格的に実施するためです。",
            ends_on=clock.today(),
            reference=ABOLISHES,
            abolished_by=rule,
        )
    with clock.at(second.effective_from):
        transcriptions.transcribe_version(rule, by=secretary, version=second)
    with clock.at(third.effective_from):
        transcriptions.transcribe_version(rule, by=secretary, version=third)
        for cited in _cited_last():
            transcriptions.cite(third, by=secretary, **cited)
    with clock.at(TRIAL_GUIDE):
        transcriptions.announce_amendment(rule, by=secretary, **_planned())


@transaction.atomic
def load(enacted_by: Body) -> Rule:
    """Read in exactly as printed; running it again changes nothing."""
    found = Rule.objects.filter(slug="guideline").first()
    if found is not None:
        return found
    first, *later = versions()
    with clock.at(first.effective_from):
        experiment = _entered(Rule(**_experiment(enacted_by)), _experiment_version())
        rule = _entered(Rule(**_guideline(enacted_by)), first)
        _ended(experiment, first.effective_from, rule)
    for number, version in enumerate(later, start=2):
        with clock.at(version.effective_from):
            rule.step("transcribe_version", by=CLOCK, reason=AS_PRINTED)
            version.rule, version.number = rule, number
            version.save()
    for version, cited in ((first, _cited_first(experiment)), (later[-1], _cited_last())):
        for citation in cited:
            citation["instrument"].save()
            Citation.objects.create(version=version, **citation)
    PlannedAmendment.objects.create(rule=rule, announced_on=TRIAL_GUIDE, **_planned())
    audit.record("governance.rule.read_in", by=CLOCK, target=rule, reason=AS_PRINTED, public=True)
    return rule


def versions() -> list[RuleVersion]:
    """The three, oldest first; only the last one has a text."""
    supplements = guideline_supplements()
    return [
        RuleVersion(
            kind=printed["kind"],
            effective_from=date.fromisoformat(printed["effective_date"]),
            text=guideline_text().to_json() if printed["text_available"] else None,
            supplement=supplements[printed["effective_date"]].to_json(),
            note="" if printed["text_available"] else NO_TEXT,
        )
        for printed in guideline()["versions"]
    ]


def _guideline(enacted_by: Body) -> dict[str, Any]:
    return {
        "slug": "guideline",
        "title": guideline()["instrument"]["title"],
        "instrument_type": InstrumentType.GUIDELINE,
        "enacted_by": enacted_by,
    }


def _experiment(enacted_by: Body) -> dict[str, Any]:
    title = guideline()["versions"][0]["abolishes"]["title"]
    return {**_guideline(enacted_by), "slug": "experiment-guideline", "title": title}


def _experiment_version() -> RuleVersion:
    began = date.fromisoformat(guideline()["versions"][0]["abolishes"]["dated"])
    return RuleVersion(kind=VersionKind.ENACTMENT, effective_from=began, note="本文は資料に残っていません。")


def _entered(rule: Rule, version: RuleVersion) -> Rule:
    rule.step("transcribe", by=CLOCK, reason=AS_PRINTED)
    version.rule, version.number = rule, 1
    version.save()
    return rule


def _ended(rule: Rule, ends_on: date, abolished_by: Rule) -> None:
    rule.step("abolish", by=CLOCK, reason=AS_PRINTED, ends_on=ends_on, abolished_by=abolished_by)
    RuleVersion(
        rule=rule, number=2, kind=VersionKind.ABOLITION, effective_from=ends_on, reference=ABOLISHES
    ).save()
    rule.step("end", by=CLOCK, reason=AS_PRINTED)


def _cited_first(experiment: Rule) -> list[dict[str, Any]]:
    """附則第2項 names the instrument of the experiment."""
    (dated,) = (version.effective_from for version in experiment.versions.filter(number=1))
    instrument = CitedInstrument(
        title=experiment.title,
        number=guideline()["versions"][0]["abolishes"]["dated_wareki"],
        dated_on=dated,
        rule=experiment,
        abolished_on=experiment.ends_on,
    )
    return [{"provision": "suppl-p2", "label": ABOLISHES, "instrument": instrument}]


def _cited_last() -> list[dict[str, Any]]:
    return [
        {
            "provision": provision,
            "label": label,
            "instrument": CitedInstrument(title=title, number=number, remark=remark, abolished_on=REPEALED),
        }
        for provision, label, title, number, remark in seed_texts.GUIDELINE_CITATIONS
    ]


def _planned() -> dict[str, Any]:
    planned = guideline()["planned_amendment"]
    month = date.fromisoformat(f"{planned['expected_month']}-01")
    return {"expected_month": month, "remark": planned["remark"].lstrip("※")}
