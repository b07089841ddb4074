"""One verb, one thread, to its ends: a question of its own, an address to cause it, and news of it.

What a verb does without stands here by hand, with the reason. A new verb that lacks a part fails until it has it,
or until somebody writes down why it needs none.
"""

from __future__ import annotations

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from portal.foundation import lifecycles
from tests.architecture.test_every_verb_is_whole import (
    BASE,
    NOUNS,
    VERBS,
    _files,
    _functions,
    _takes,
    _with_what_it_calls,
    shelf,
)

ASKED_BY = {
    "governance.proposal.return_for_correction": "can_return_proposal",
    "governance.sanction.impose": "can_sanction",  # the case's verb; it makes the sanction
    "governance.sanction.lift": "can_annul",  # the objection's verb; it lifts the sanction
    "governance.sanction.replace": "can_vary",  # the objection's verb; it replaces the sanction
}

REACHED_BY = {
    "communities.facilitator.begin": "caused: the room opens, or the nominee accepts in an open one",
    "communities.facilitator.designate": "caused: resolution-adopt and room-found name facilitators",
    "communities.membership.ask": "membership-join, where a forum admits its members",
    "communities.membership.enrol": "caused: the verb that makes somebody manager or facilitator",
    "communities.membership.invite": "member-list: the form on the list of members",
    "communities.post.delete": "violation-take-measure: a caretaker deletes within a case",
    "communities.post.hold": "violation-report and violation-hide-urgently: held as long as the case lasts",
    "communities.room.refuse_objection": "room-objection: both answers stand on one page",
    "communities.room.revive": "post-write: a post wakes a sleeping room",
    "communities.room.shut": "violation-sanction",
    "communities.room.uphold_objection": "room-objection: both answers stand on one page",
    "communities.suspension.impose": "violation-take-measure and violation-sanction",
    "disaster.notice.replace": "notice-publish: the notice that follows replaces the one before",
    "disaster.shelter.designate": "the list of shelters comes from the city's plan, by the seeds, not by a form",
    "governance.event.hold": "event-attendance",
    "governance.issue.raise_issue": "issue-raise",
    "governance.meeting.check_minutes": "minutes-check",
    "governance.meeting.confirm_minutes": "minutes-confirm",
    "governance.meeting.correct_minutes": "minutes-correct",
    "governance.meeting.draft_minutes": "minutes-draft",
    "governance.meeting.publish_minutes": "minutes-publish",
    "governance.proposal.return_for_correction": "proposal-return",
    "governance.rule.amend": "amendment-adopt",
    "governance.rule.transcribe": "manage.py import_rule: rules of before the portal arrive as a file of the national law XML",
    "governance.rule.transcribe_version": "manage.py import_rule: rules of before the portal arrive as a file of the national law XML",
    "governance.sanction.impose": "violation-take-measure and violation-sanction",
    "governance.sanction.replace": "appeal-vary",
    "governance.seat.disqualify": "seat-dismiss: both ways to end a seat early stand on one page",
    "governance.theme.raise_theme": "theme-raise",
    "governance.violation.take_over": "violation-report: a caretaker takes over what was hidden for a check",
    "governance.violation.find": "violation-report: a caretaker's own find is entered on the same page",
    "home.notice.publish_now": "Wagtail's editor: the button of the disaster unit",
    "home.notice.schedule": "Wagtail's editor: approving words with a later day schedules them",
    "surveys.sponsor.resume": "sponsor-decide",
    "surveys.survey.resume": "survey-act",
    "surveys.survey.tally": "survey-act",
}

DRAFT = "words nobody but their author has been shown yet"
OWN = "one's own act about oneself; nobody else waits for it"
SEEN = "stands on every page the moment it is done; no mail is quicker"
STEP = "an inner step of the desk; those who wait are told by the verb that ends it"
FOLLOWS = "told by the verb that causes it"
PUBLIC = "read in the public ledger on the front page"

QUIET = {
    "communities.community.draft": DRAFT,
    "communities.community.found": OWN,
    "communities.community.hand_over": "told by the handover, which names both managers",
    "communities.facilitator.begin": FOLLOWS,
    "communities.membership.enrol": FOLLOWS,
    "communities.membership.join": OWN,
    "communities.membership.leave": OWN,
    "communities.post.edit": "marked as edited where it stands; a mail for each comma would be noise",
    "communities.room.confirm_closure": "the closing itself tells everybody who takes part",
    "communities.room.found": OWN,
    "communities.room.refuse_objection": "the closing that follows tells everybody who takes part",
    "communities.room.revive": "caused by a new post, of which the members are told",
    "communities.summary.adopt": "told by the room, whose summary it becomes",
    "communities.summary.draft": DRAFT,
    "communities.summary.revise": DRAFT,
    "disaster.information.post": SEEN,
    "disaster.information.retract": SEEN,
    "disaster.notice.publish": SEEN,
    "disaster.notice.replace": SEEN,
    "disaster.notice.withdraw": SEEN,
    "disaster.shelter.close": SEEN,
    "disaster.shelter.designate": PUBLIC,
    "disaster.shelter.fill": SEEN,
    "disaster.shelter.open": SEEN,
    "governance.event.hold": "counted by those who stood there; the report tells everybody",
    "governance.event.plan": DRAFT,
    "governance.event.replan": DRAFT,
    "governance.honorarium_list.discard": DRAFT,
    "governance.meeting.adjourn": "everybody concerned sits in the room",
    "governance.meeting.check_minutes": STEP,
    "governance.meeting.confirm_minutes": STEP,
    "governance.meeting.convene": "everybody concerned sits in the room; they were told by announcing it",
    "governance.meeting.plan": DRAFT,
    "governance.meeting.replan": DRAFT,
    "governance.office.vacate": "the seat's end tells; an office ends with its seat",
    "governance.proposal.correct": STEP,
    "governance.recruitment.extend": PUBLIC,
    "governance.recruitment.open": PUBLIC,
    "governance.recruitment.plan": DRAFT,
    "governance.resolution.close_voting": "told by the result, which follows at once",
    "governance.resolution.recuse": "printed beside the motion; everybody concerned sits in the room",
    "governance.rule.transcribe": "the rule is in force since years; only its text arrives",
    "governance.sanction.impose": FOLLOWS,
    "governance.sanction.lift": FOLLOWS,
    "governance.sanction.replace": FOLLOWS,
    "governance.seat.begin": "told with the commission, which names the day",
    "governance.seat_application.assess": STEP,
    "governance.seat_application.interview": STEP,
    "governance.seat_application.recommend": STEP,
    "governance.seat_application.reserve": STEP,
    "governance.seat_application.set_aside": STEP,
    "governance.violation.investigate": STEP,
    "home.notice.archive": "its last day was printed on it; the author was told a week before",
    "home.notice.confirm": STEP,
    "home.notice.correct": "printed as a correction on the notice itself",
    "home.notice.discard": DRAFT,
    "home.notice.draft": DRAFT,
    "home.notice.schedule": "the author is told when it is out",
    "residents.contract.drop": DRAFT,
    "residents.contract.inspect": STEP,
    "residents.contract.propose": DRAFT,
    "residents.contract.resolve_incident": STEP,
    "residents.contract.revise": DRAFT,
    "residents.contract.settle": STEP,
    "residents.role_table.discard": DRAFT,
    "residents.role_table.draft": DRAFT,
    "residents.role_table.reopen": STEP,
    "residents.role_table.revise": DRAFT,
    "residents.role_table.revoke": STEP,
    "surveys.counter_check.confirm": "the resident stands at the counter and is handed the slip",
    "surveys.counter_check.drop": "the resident stands at the counter",
    "surveys.counter_check.record": STEP,
    "surveys.series.add_wave": STEP,
    "surveys.series.start": PUBLIC,
    "surveys.survey.cancel": "who was to answer has no account the survey knows [2.15]",
    "surveys.survey.design": DRAFT,
    "surveys.survey.extend": "who is to answer has no account the survey knows [2.15]; printed on its page",
    "surveys.survey.open": "who is to answer has no account the survey knows [2.15]; printed on its page",
    "surveys.survey.plan": DRAFT,
    "surveys.survey.tally": STEP,
}


def by_clock(name: str, verb: str) -> bool:
    return lifecycles.REGISTRY[name].verbs[verb].by == "clock"


def addresses() -> set[str]:
    found: set[str] = set()

    def walk(patterns: list[URLPattern | URLResolver]) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns)
            elif pattern.name:
                found.add(pattern.name)

    walk(get_resolver().url_patterns)
    return found


def room_of(name: str):
    return BASE / shelf(NOUNS[name]).relative_to(BASE).parts[0]


ids = [f"{name}.{verb}" for name, verb in VERBS]


@pytest.mark.parametrize(("name", "verb"), VERBS, ids=ids)
def test_a_verb_has_its_question(name, verb):
    if by_clock(name, verb):
        return
    asked = ASKED_BY.get(f"{name}.{verb}", rf"can_{verb}(?:_\w+)?")
    questions = "\n".join(path.read_text(encoding="utf-8") for path in room_of(name).rglob("permissions.py"))
    assert re.search(rf"^def {asked}\(", questions, re.M), f"nobody can be asked who may {verb} a {name}"


def test_a_verb_is_reached_by_an_address_by_the_clock_or_by_another_verb():
    known = addresses()
    unreached = {
        f"{name}.{verb}"
        for name, verb in VERBS
        if not by_clock(name, verb)
        and not any(address.endswith(f"-{verb.replace('_', '-')}") for address in known)
    }
    assert unreached == set(REACHED_BY), sorted(unreached ^ set(REACHED_BY))


def test_the_addresses_named_instead_exist():
    named = {word for reason in REACHED_BY.values() for word in re.findall(r"\b[a-z]+(?:-[a-z]+)+\b", reason)}
    assert named - addresses() == set()


def test_a_verb_tells_somebody_or_says_why_not():
    silent = {f"{name}.{verb}" for name, verb in VERBS if not _tells(name, verb)}
    assert silent == set(QUIET), f"news or a line with its reason: {sorted(silent ^ set(QUIET))}"


def _tells(name: str, verb: str) -> bool:
    for path in _files(room_of(name)):
        if path.parent != shelf(NOUNS[name]) and path.name != "actions.py":
            continue
        functions = _functions(path)
        for node in functions.values():
            if _takes(node, verb, functions):
                text = _with_what_it_calls(node, functions)
                if "notifications." in text or "tell" in text:
                    return True
    return False
