"""What a reader sees of minutes, and the difference a correction made."""

from django.urls import reverse

from governance.minutes import actions
from governance.minutes.difference import difference

CODE = "steering-committee"


def page(name: str, meeting) -> str:
    return reverse(f"governance:{name}", args=[CODE, meeting.pk])


def published(meeting, acting, **words):
    act = actions.correct_minutes if words.get("reason") else actions.draft_minutes
    act(meeting, by=acting("secretary"), **words)
    actions.check_minutes(meeting, by=acting("member_1"))
    actions.confirm_minutes(meeting, by=acting("chair"))
    return actions.publish_minutes(meeting, by=acting("secretary"))


def test_minutes_are_absent_until_they_are_published(adjourned, acting, client, client_as):
    meeting = adjourned()
    actions.draft_minutes(meeting, by=acting("secretary"), text="下書きの文")
    here = page("minutes-detail", meeting)
    assert client.get(here).status_code == 404
    assert client_as("resident_1").get(here).status_code == 404
    assert "下書きの文" not in client.get(meeting.get_absolute_url()).content.decode()
    assert "下書きの文" in client_as("member_1").get(here).content.decode()


def test_everybody_sees_what_a_correction_changed_and_why(adjourned, acting, client):
    meeting = published(adjourned(), acting, text="出席委員は6人。\n会費を決めた。")
    meeting = published(meeting, acting, text="出席委員は7人。\n会費を決めた。", reason="人数の誤り")
    html = client.get(page("minutes-detail", meeting)).content.decode()
    assert "人数の誤り" in html
    assert "<del>" in html and "6人" in html.split("<del>")[1].split("</del>")[0]
    assert "<ins>" in html and "7人" in html.split("<ins>")[1].split("</ins>")[0]


def test_a_correction_on_its_way_is_said_but_not_shown(adjourned, acting, client):
    meeting = published(adjourned(), acting, text="出席委員は6人。")
    actions.correct_minutes(meeting, by=acting("secretary"), text="出席委員は7人。", reason="人数の誤り")
    html = client.get(page("minutes-detail", meeting)).content.decode()
    assert "訂正を準備しています" in html
    assert "出席委員は6人。" in html and "7人" not in html


def test_of_a_closed_meeting_only_the_text_for_the_public_is_shown(adjourned, acting, client, client_as):
    meeting = adjourned(is_open=False)
    published(meeting, acting, text="氏名を挙げて話し合った。", public_text="措置を決めた。")
    for who in ("guest", "resident_1", "caretaker_1", "mayor"):
        reader = client if who == "guest" else client_as(who)
        for address in (page("minutes-detail", meeting), meeting.get_absolute_url()):
            html = reader.get(address).content.decode()
            assert "措置を決めた。" in html
            assert "氏名を挙げて話し合った。" not in html
    assert (
        "氏名を挙げて話し合った。" in client_as("chair").get(page("minutes-detail", meeting)).content.decode()
    )


def test_words_that_hide_too_little_come_back_with_the_reason(adjourned, client_as):
    meeting = adjourned(is_open=False)
    secretary = client_as("secretary")
    answer = secretary.post(page("minutes-draft", meeting), {"text": "全文", "public_text": "全文"})
    assert answer.status_code == 200
    assert "非公開の会議の全文は、公開用の文にできません。" in answer.content.decode()
    assert not meeting.minutes_versions.exists()


def test_only_the_chair_finds_the_button_that_confirms(adjourned, acting, client_as):
    meeting = adjourned()
    actions.draft_minutes(meeting, by=acting("secretary"), text="摘録")
    actions.check_minutes(meeting, by=acting("member_1"))
    button = page("minutes-confirm", meeting)
    for who, finds in (("chair", True), ("secretary", False), ("member_1", False), ("caretaker_1", False)):
        html = client_as(who).get(page("minutes-detail", meeting)).content.decode()
        assert (button in html) is finds, who
    assert client_as("secretary").post(button).status_code == 403


def test_a_member_asks_for_a_correction_on_the_page(adjourned, acting, client_as):
    meeting = adjourned()
    actions.draft_minutes(meeting, by=acting("secretary"), text="摘録")
    client_as("member_1").post(page("minutes-ask-correction", meeting), {"note": "出席は7人でした。"})
    html = client_as("chair").get(page("minutes-detail", meeting)).content.decode()
    assert "出席は7人でした。" in html
    assert client_as("resident_1").get(page("minutes-ask-correction", meeting)).status_code == 200


def test_paragraphs_that_stay_are_folded_and_only_changed_words_are_marked():
    rows = difference("一。\n出席は6人。\n三。", "一。\n出席は7人。\n三。")
    assert [row.get("unchanged", False) for row in rows] == [True, False, True]
    assert [part for part in rows[1]["before"] if part["kind"] == "removed"] == [
        {"kind": "removed", "text": "6人"}
    ]
    assert [part for part in rows[1]["after"] if part["kind"] == "added"] == [
        {"kind": "added", "text": "7人"}
    ]
    assert difference("", "新しい。")[0]["before"] == []
