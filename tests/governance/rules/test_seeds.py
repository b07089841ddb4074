"""The demo town's rules and proposals tell the story they should, on every day of domain 6.2."""

from datetime import date, timedelta

import pytest

from governance import seeds
from governance.models import Amendment, Proposal, Rule
from portal.foundation import clock, parameters
from portal.foundation.models import Parameter

pytestmark = pytest.mark.django_db


def in_force_on(day):
    return {rule.title for rule in Rule.objects.guidelines().in_force(on=date.fromisoformat(day))}


def guideline_on(day):
    standing = Rule.objects.with_versions().get(slug="guideline").on(date.fromisoformat(day))
    return standing.state, standing.version.number if standing.version else None


def test_the_town_has_the_rules_of_the_source_and_a_history_of_its_own(seeded):
    assert in_force_on("1997-06-30") == set()
    assert in_force_on("2001-03-31") == {"市民電子会議室実験実施要領"}
    assert in_force_on("2001-04-01") == {"藤沢市市民電子会議室実施要領"}
    assert guideline_on("2001-03-31") == ("not_yet", None)
    assert guideline_on("2001-04-01") == ("without_text", 1)
    assert guideline_on("2003-03-31") == ("without_text", 1)
    assert guideline_on("2003-04-01") == ("without_text", 2)
    assert guideline_on("2004-01-25") == ("without_text", 2)
    assert guideline_on("2004-01-26") == ("with_text", 3)
    guideline = Rule.objects.get(slug="guideline")
    assert guideline.planned_amendments.get().remark == "2006年3月改正予定"
    cited = guideline.latest.citations.get().instrument
    assert (cited.title, cited.is_abolished(date(2023, 4, 1))) == ("藤沢市個人情報の保護に関する条例", True)
    assert Rule.objects.get(slug="experiment-guideline").abolished_by == guideline

    rule = Rule.objects.with_versions().get(slug="room-rules")
    assert (rule.status, rule.delegated_from, rule.delegating_provision) == (
        "in_force",
        guideline,
        "art-9-p1-i4",
    )
    assert [v.kind for v in rule.versions.order_by("number")] == ["enactment", "partial_amendment"]
    assert parameters.value("room.inactivity_days") == 365
    assert parameters.value("room.inactivity_days", on=rule.latest.effective_from - timedelta(days=1)) == 180
    city = Rule.objects.get(slug="proposal-handling")
    assert (city.status, city.instrument_type, city.delegating_provision) == (
        "in_force",
        "delegated",
        "art-16",
    )
    assert [c.instrument.rule for c in city.latest.citations.all()] == [guideline]
    assert Parameter.objects.get(name="proposal.answer_days", rests_on__gt="").basis == city.title
    old = Rule.objects.get(slug="offline-meetings")
    assert old.status == "ending" and old.ends_on > clock.today()
    assert Rule.objects.get(slug="photographs").status == "proposed"
    assert set(Amendment.objects.values_list("status", flat=True)) == {"adopted", "proposed"}
    statuses = dict(Proposal.objects.exclude(number=None).values_list("number", "status"))
    assert statuses == {
        1: "closed",
        2: "withdrawn",
        3: "routed",
        4: "tracked",
        5: "routed",
        6: "adopted",
        7: "handed_over",
        8: "returned",
        9: "received",
        10: "presented",
        11: "answered",
    }
    assert all(item.answer.reason for item in Proposal.objects.get(number=1).items.all())

    before = Rule.objects.count(), Proposal.objects.count()
    seeds.seed(seeded)
    assert (Rule.objects.count(), Proposal.objects.count()) == before
