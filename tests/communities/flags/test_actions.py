"""A report is raised, looked into, answered; its reporter sees how it stands (M4)."""

import pytest

from communities.flags import actions, permissions
from communities.flags.lifecycle import FLAG
from communities.flags.models import Flag
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage

PEOPLE = [
    "guest",
    "resident_3",
    "resident_1",
    "chair",
    "vice_chair_1",
    "member_4",
    "caretaker_1",
    "secretary",
    "pr_author",
    "it_chief",
    "disaster_officer",
    "npo_author",
]
MAY_REPORT = {"guest", "resident_3", "resident_1", "chair", "vice_chair_1", "member_4"}


def test_every_step_of_a_report():
    assert {(verb, source, target) for verb, source, target, _by in FLAG.rows()} == {
        ("report", "", "raised"),
        ("take_up", "raised", "in_review"),
        ("pass_on", "raised", "passed_on"),
        ("pass_on", "in_review", "passed_on"),
        ("uphold", "passed_on", "upheld"),
        ("dismiss", "passed_on", "dismissed"),
        ("uphold", "raised", "upheld"),
        ("uphold", "in_review", "upheld"),
        ("dismiss", "raised", "dismissed"),
        ("dismiss", "in_review", "dismissed"),
    }


def test_who_may_report(forums, acting):
    post = forums.post(forums.general())
    assert {who for who in PEOPLE if permissions.can_report(acting(who), post)} == MAY_REPORT


def test_a_report_reaches_the_manager_and_in_rooms_there_is_another_way(forums, people, client_as):
    actions.report(forums.post(forums.general()), by=forums.person("resident_3"), concern="abuse")
    recipients = set(OutboxMessage.objects.values_list("kind", "recipient_id"))
    assert ("communities.flag_reported", str(people["resident_1"].pk)) in recipients
    post = forums.post(forums.city_room())
    with pytest.raises(Denied):
        actions.report(post, by=forums.person("resident_3"), concern="abuse")
    old = f"/rooms/{post.forum.slug}/posts/{post.pk}/report/"
    assert client_as("resident_3").get(old)["Location"] == f"/violations/report/{post.pk}/"
    assert client_as("resident_3").get("/en" + old)["Location"] == f"/en/violations/report/{post.pk}/"


def test_a_manager_passes_a_report_on_to_the_caretakers(forums, people, client_as):
    post = forums.post(forums.general())
    flag = actions.report(post, by=forums.person("resident_3"), concern="abuse")
    path = f"/flags/{flag.pk}/pass-on/"
    for who in ("resident_4", "guest"):
        assert client_as(who).post(path, {"reason": "x"}).status_code in (302, 404)
    assert client_as("caretaker_1").post(path, {"reason": "x"}).status_code == 403
    client_as("resident_1").post(path, {"reason": "私では決められません"})
    flag.refresh_from_db()
    assert flag.status == "passed_on"
    recipients = set(OutboxMessage.objects.values_list("kind", "recipient_id"))
    assert ("communities.flag_passed_on", str(people["caretaker_1"].pk)) in recipients
    assert ("communities.flag_with_caretakers", str(people["resident_3"].pk)) in recipients
    page = client_as("caretaker_1").get(flag.get_absolute_url()).content.decode()
    assert f"/violations/report/{post.pk}/" in page
    answered = actions.uphold(flag, by=forums.acting("caretaker_1"), answer="案件として扱います")
    assert answered.status == "upheld"


def test_the_same_person_reports_a_post_once(forums):
    post = forums.post(forums.general())
    first = actions.report(post, by=forums.person("resident_3"), concern="abuse")
    assert actions.report(post, by=forums.person("resident_3"), concern="other") == first
    assert Flag.objects.count() == 1


def test_take_up_uphold_and_dismiss_answer_the_reporter(forums, people):
    post = forums.post(forums.general())
    flag = actions.report(post, by=forums.person("resident_3"), concern="abuse")
    with pytest.raises(Denied):
        actions.take_up(flag, by=forums.person("resident_3"))
    actions.take_up(flag, by=forums.person("resident_1"))
    flag = actions.uphold(flag, by=forums.person("resident_1"), answer="表示を止めました")
    assert (flag.status, flag.answer) == ("upheld", "表示を止めました")
    other = actions.report(post, by=forums.person("resident_4"), concern="other")
    assert (
        actions.dismiss(other, by=forums.person("resident_1"), answer="問題ありません").status == "dismissed"
    )
    kinds = set(
        OutboxMessage.objects.filter(recipient_id=str(people["resident_3"].pk)).values_list("kind", flat=True)
    )
    assert kinds >= {"communities.flag_taken_up", "communities.flag_upheld"}


def test_a_guest_reports_and_reads_the_receipt(forums, client):
    post = forums.post(forums.general())
    path = f"/communities/{post.forum.slug}/posts/{post.pk}/report/"
    assert client.get(path).status_code == 200
    assert client.post(path, {}).status_code == 200
    answer = client.post(path, {"concern": "privacy", "note": "電話番号です"})
    flag = Flag.objects.get()
    assert answer["Location"] == flag.get_absolute_url()
    page = client.get(flag.get_absolute_url()).content.decode()
    assert flag.receipt in page and "電話番号です" not in page


def test_a_residents_receipt_is_theirs_and_the_moderators(forums, client_as):
    post = forums.post(forums.general())
    flag = actions.report(post, by=forums.person("resident_3"), concern="abuse", note="ひどい")
    page = flag.get_absolute_url()
    assert client_as("resident_3").get(page).status_code == 200
    assert client_as("resident_1").get(page).status_code == 200
    assert client_as("resident_4").get(page).status_code == 404
    assert client_as("guest").get(page).status_code == 404
    reports = f"/communities/{post.forum.slug}/flags/"
    assert client_as("resident_1").get(reports).status_code == 200
    assert client_as("resident_4").get(reports).status_code == 403
