"""What each act leaves behind: status, history, ledger line, news; and nothing when it is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from surveys import checks, seeds
from surveys.certificates import actions as certificates
from surveys.certificates import testca
from surveys.certificates.models import RevocationList, TrustAnchor, VerifierStanding
from surveys.certificates.reasons import Refused
from surveys.certificates.testcards import CardOrder
from surveys.certificates.trust import SIGNING
from surveys.envelopes import actions as envelopes
from surveys.models import OuterEnvelope, Proof, Question, Survey
from surveys.surveys import actions, requirements
from surveys.surveys.actions import QuestionDraft
from tests.factories import surveys as factory


def verbs(survey):
    return list(survey.steps.values_list("verb", flat=True))


def ledger():
    return [
        verb for verb in AuditEntry.objects.order_by("pk").values_list("verb", flat=True) if "survey." in verb
    ]


def test_the_way_from_plan_to_result_is_written_down(numbers, acting):
    survey = factory.in_status(acting, "published")
    assert verbs(survey) == ["plan", "submit", "approve", "permit", "open", "close", "tally", "publish"]
    assert ledger() == [
        f"surveys.survey.{past}"
        for past in [
            "planned",
            "submitted",
            "approved",
            "permitted",
            "opened",
            "closed",
            "tallied",
            "published",
        ]
    ]
    public = AuditEntry.objects.filter(is_public=True, target_id=str(survey.pk))
    assert [e.verb.split(".")[-1] for e in public.order_by("pk")] == ["opened", "closed", "published"]


def test_each_step_tells_those_who_come_next_and_never_the_actor(numbers, acting, people):
    factory.in_status(acting, "published")
    heard = {}
    for message in OutboxMessage.objects.filter(kind__startswith="surveys."):
        heard.setdefault(message.kind.split(".")[1], set()).add(message.recipient_id)
    ids = {str(user.pk): key for key, user in people.items()}
    names = {kind: {ids[pk] for pk in who} for kind, who in heard.items()}
    assert {"pr_author", "pr_approver"} <= names["survey_submitted"]
    assert {"planner_author", "it_chief"} <= names["survey_approved"] and "pr_approver" not in names[
        "survey_approved"
    ]
    assert "it_chief" not in names["survey_permitted"] and "planner_author" in names["survey_permitted"]
    assert "planner_chief" not in names["survey_published"]


def test_news_is_written_in_words(numbers, acting, deliver):
    survey = factory.in_status(acting, "review")
    actions.send_back(survey, by=acting("pr_approver"), reason="問2の選択肢が重なっています。")
    deliver()
    texts = [m.body for m in mail.outbox if survey.title in m.subject]
    assert any("問2の選択肢が重なっています。" in text for text in texts)
    assert all("http" in text and "{" not in text for text in texts)


def test_a_refused_act_changes_nothing(numbers, acting):
    survey = factory.in_status(acting, "review")
    before = verbs(survey), ledger(), OutboxMessage.objects.count()
    for who in ("planner_author", "it_chief", "resident_1"):
        with pytest.raises(Denied):
            actions.approve(survey, by=acting(who))
    survey.refresh_from_db()
    assert survey.status == "review"
    assert (verbs(survey), ledger(), OutboxMessage.objects.count()) == before


def test_a_form_sent_back_can_be_changed_and_submitted_again(numbers, acting):
    survey = factory.in_status(acting, "approved")
    with pytest.raises(Denied):
        actions.design(survey, QuestionDraft("text", "ほかに"), by=acting("planner_author"))
    survey = actions.send_back(survey, by=acting("pr_approver"), reason="問を一つ足してください。")
    actions.design(survey, QuestionDraft("text", "ほかに"), by=acting("planner_author"))
    assert [q.position for q in survey.questions.all()] == [1, 2, 3, 4, 5]
    assert actions.submit(survey, by=acting("planner_author")).status == "review"


def test_nobody_changes_a_question_after_the_opening(unlocked, acting):
    with pytest.raises(Denied):
        actions.design(unlocked, QuestionDraft("text", "ほかに"), by=acting("planner_author"))
    with pytest.raises(Denied):
        actions.strike(unlocked.questions.first(), by=acting("planner_author"))


def test_a_struck_question_is_gone(numbers, acting):
    survey = factory.planned(acting)
    actions.strike(survey.questions.first(), by=acting("planner_author"))
    assert Question.objects.filter(survey=survey).count() == 3


def test_a_form_without_choices_cannot_be_submitted(numbers, acting):
    survey = factory.planned(acting, questions=(QuestionDraft("single", "どちらですか。", ("はい",)),))
    with pytest.raises(Denied):
        actions.submit(survey, by=acting("planner_author"))


def test_interruption_extension_and_giving_up(numbers, acting):
    survey = factory.in_status(acting, "suspended")
    survey = actions.resume(survey, by=acting("planner_chief"))
    later = survey.closes_on + timedelta(days=7)
    survey = actions.extend(survey, by=acting("planner_chief"), reason="台風のため", closes_on=later)
    assert survey.closes_on == later
    with pytest.raises(Denied):
        actions.extend(survey, by=acting("planner_chief"), reason="短縮", closes_on=later - timedelta(days=1))
    plan = factory.planned(acting)
    assert (
        actions.cancel(plan, by=acting("planner_author"), reason="予算の見直しのため").status == "cancelled"
    )


# --- the gate [31] ------------------------------------------------------------------------------------


def test_a_gate_needs_a_body_with_recorded_standing(numbers, acting, town):
    assert not VerifierStanding.objects.exists()
    with pytest.raises(Denied):
        factory.planned(acting, mode="certificate")
    seeds.record_standing(town)
    assert factory.planned(acting, mode="certificate").is_gated
    with pytest.raises(Denied):
        factory.planned(acting, mode="certificate", verifying_body=town.body("planning-section"))


def missing(survey):
    return [str(line.text) for line in requirements.missing(survey)]


def test_a_standing_that_ends_too_early_keeps_the_survey_shut(office, acting):
    survey = factory.in_status(acting, "permitted", mode="certificate")
    assert missing(survey) == []
    VerifierStanding.objects.update(valid_until=survey.closes_on - timedelta(days=1))
    assert len(missing(survey)) == 1
    with pytest.raises(Denied) as refused:
        actions.open(survey, by=acting("planner_chief"))
    assert missing(survey)[0] in str(refused.value.next_step)


def test_the_time_is_not_extended_beyond_the_standing(gated, acting):
    VerifierStanding.objects.update(valid_until=gated.closes_on)
    later = gated.closes_on + timedelta(days=1)
    with pytest.raises(Denied):
        actions.extend(gated, by=acting("planner_chief"), reason="台風のため", closes_on=later)


@pytest.mark.parametrize(
    "spoil, lines",
    [
        (lambda s: TrustAnchor.objects.all().delete(), 2),
        (lambda s: RevocationList.objects.all().delete(), 1),
        (lambda s: Survey.objects.filter(pk=s.pk).update(municipality="デモ県どこか市"), 1),
        (lambda s: Survey.objects.filter(pk=s.pk).update(verifying_body=None), 1),
        (lambda s: s.questions.all().delete(), 1),
        (lambda s: Survey.objects.filter(pk=s.pk).update(opens_on=s.closes_on), 1),
    ],
)
def test_the_checklist_names_everything_that_is_missing(office, acting, spoil, lines):
    survey = factory.in_status(acting, "permitted", mode="certificate")
    spoil(survey)
    survey = Survey.objects.get(pk=survey.pk)
    assert len(missing(survey)) == lines
    with pytest.raises(Denied):
        actions.open(survey, by=acting("planner_chief"))


def test_stale_lists_keep_the_gate_shut(office, acting):
    survey = factory.in_status(
        acting, "permitted", mode="certificate", closes_on=clock.today() + timedelta(days=99)
    )
    with clock.at(clock.now() + timedelta(days=40)):
        assert len(missing(survey)) == 1


def test_test_anchors_are_no_anchors_where_test_cards_are_refused(office, acting, settings):
    survey = factory.in_status(acting, "permitted", mode="certificate")
    settings.TEST_CERTIFICATES_ALLOWED = False
    assert len(missing(survey)) == 2
    with pytest.raises(CommandError):
        call_command("testcard", "hanako")


def test_production_refuses_test_authorities(office, settings):
    assert [found.id for found in checks.no_test_authorities(None)] == ["surveys.E001", "surveys.E002"]
    settings.TEST_CERTIFICATES_ALLOWED = False
    assert [found.id for found in checks.no_test_authorities(None)] == ["surveys.E002"]
    TrustAnchor.objects.all().delete()
    assert checks.no_test_authorities(None) == []
    settings.TEST_CERTIFICATES_ALLOWED = True
    certificates.choose_revocation_service(SIGNING, "simulator", valid_from=clock.today(), by=CLOCK)
    settings.TEST_CERTIFICATES_ALLOWED = False
    assert [found.id for found in checks.no_test_authorities(None)] == ["surveys.E003"]


# --- authorities and lists ----------------------------------------------------------------------------


@pytest.fixture
def root(numbers, acting):
    root = testca.Root.create(SIGNING, clock.now() - timedelta(days=30))
    certificates.trust(root.anchor, name="試験", by=acting("it_chief"))
    return root


def load(root, acting, **ago):
    return certificates.load_list(root.list(clock.now() - timedelta(**ago)), by=acting("it_chief"))


def test_a_newer_list_takes_the_older_ones_place(root, acting):
    load(root, acting, hours=5)
    newer = load(root, acting, hours=1)
    assert RevocationList.objects.get() == newer
    with pytest.raises(Denied):
        load(root, acting, hours=3)
    assert RevocationList.objects.get() == newer


def test_a_list_of_the_future_waits_beside_the_present_one(root, acting):
    load(root, acting, hours=1)
    load(root, acting, hours=-5)
    assert RevocationList.objects.count() == 2


def test_a_strangers_or_forged_list_is_not_taken_in(root, acting):
    stranger = testca.Root.create(SIGNING, clock.now() - timedelta(days=30))
    with pytest.raises(Denied):
        certificates.load_list(stranger.list(clock.now()), by=acting("it_chief"))
    forged = testca.Root(SIGNING, stranger.key, root.certificate)
    with pytest.raises(Denied):
        certificates.load_list(forged.list(clock.now()), by=acting("it_chief"))
    assert not RevocationList.objects.exists()


def test_only_the_verifying_unit_touches_authorities(root, acting):
    for who in ("planner_author", "system_admin", "resident_1", "guest"):
        with pytest.raises(Denied):
            certificates.trust(root.anchor, name="x", by=acting(who))
        with pytest.raises(Denied):
            certificates.load_list(root.list(clock.now()), by=acting(who))


def test_a_source_that_is_silent_defers_and_grants_nothing(gated, office, acting):
    """The port lets another source answer; whatever it is, no answer means no ticket."""

    class Silent:
        def check(self, certificate, issuer, at):
            raise Refused("crl-missing")

    card = office.issue(CardOrder("silent"))
    made = envelopes.challenge.issue(gated, origin="https://example.jp")
    text = card / "text"
    text.write_text(made.text)
    testca.sign(text, card, card / "text.cms")
    upload = (card / "text.cms").read_bytes()
    outcome = envelopes.prove(gated, nonce=made.nonce, upload=upload, source=Silent())
    assert not outcome and outcome.reason.code == "crl-missing"
    assert Proof.objects.get().result == "deferred" and not OuterEnvelope.objects.exists()
