"""Help from the caretakers (checklist 43, 44): through HTTP, expectations typed by hand."""

from communities.help_requests import actions, permissions
from communities.help_requests.lifecycle import HELP_REQUEST
from communities.help_requests.models import HelpRequest
from portal.foundation.models import OutboxMessage


def text(response):
    return response.content.decode()


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    return sorted(key for key, person in people.items() if str(person.pk) in set(rows))


def test_the_life_of_a_request():
    assert {(verb, source, target) for verb, source, target, _by in HELP_REQUEST.rows()} == {
        ("ask_for_help", "", "asked"),
        ("answer", "asked", "answered"),
        ("close", "asked", "closed"),
        ("close", "answered", "closed"),
    }


WHO = ["resident_1", "resident_2", "resident_9", "caretaker_1", "caretaker_2", "chair", "secretary"]


def test_who_asks_and_who_answers(forums, acting):
    room = forums.citizen_room(by="resident_1", name_rule="nickname")
    forums.join(room, "resident_2")
    assert [who for who in WHO if permissions.can_ask_for_help(acting(who), room)] == [
        "resident_1",
        "resident_2",
    ]
    assert not permissions.can_ask_for_help(acting("resident_1"), forums.general(by="resident_1"))
    request = actions.ask_for_help(room, by=acting("resident_1"), question="困っています。")
    assert [who for who in WHO if permissions.can_answer_help(acting(who), request)] == [
        "caretaker_1",
        "caretaker_2",
    ]
    assert [who for who in WHO if permissions.can_close_help(acting(who), request)] == ["resident_1"]


def test_an_opener_asks_and_a_caretaker_answers(forums, client, client_as, people):
    room = forums.citizen_room(by="resident_1", name_rule="nickname")
    opener, caretaker = client_as("resident_1"), client_as("caretaker_1")
    home = text(opener.get(f"/rooms/{room.slug}/opener/"))
    assert f"/rooms/{room.slug}/help/" in home
    kept = opener.post(f"/rooms/{room.slug}/help/", {"question": ""})
    assert "form-errors" in text(kept) and not HelpRequest.objects.exists()
    for _twice in range(2):
        opener.post(f"/rooms/{room.slug}/help/", {"question": "話題の進め方に迷っています。"})
    request = HelpRequest.objects.get()
    page = request.get_absolute_url()
    assert told("help_asked", people) == ["caretaker_1", "caretaker_2"]
    assert page in text(caretaker.get("/help-requests/"))
    assert "話題の進め方に迷っています。" in text(caretaker.get(page))

    # For everybody else it is as absent as what never was.
    for stranger in (client_as("resident_2"), client_as("chair"), client_as("secretary")):
        assert stranger.get(page).status_code == 404
        assert "話題の進め方" not in text(stranger.get("/help-requests/"))
    assert client.get(page).status_code == 302
    assert opener.post(f"{page}answer/", {"answer": "自答"}).status_code == 403

    caretaker.post(f"{page}answer/", {"answer": "最初の問いを短くしてみましょう。"})
    assert told("help_answered", people) == ["resident_1"]
    assert "最初の問いを短くしてみましょう。" in text(opener.get(page))
    assert caretaker.post(f"{page}answer/", {"answer": "もう一度"}).status_code == 403
    opener.post(f"{page}close/")
    assert told("help_closed", people) == ["caretaker_1"]
    assert opener.post(f"{page}close/").status_code == 403


def test_what_is_settled_without_an_answer_is_told_to_the_caretakers(forums, acting, people):
    room = forums.citizen_room(by="resident_1")
    request = actions.ask_for_help(room, by=acting("resident_1"), question="困っています。")
    actions.close(request, by=acting("resident_1"))
    assert told("help_closed", people) == ["caretaker_1", "caretaker_2"]
