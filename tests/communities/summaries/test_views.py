"""Writing a summary on screen; a draft is absent for those it does not concern."""

import pytest

from communities.summaries.models import Summary


@pytest.fixture
def room(forums):
    return forums.city_room("open")


def test_a_facilitator_writes_cites_and_posts(room, forums, client_as, client):
    post, elsewhere = forums.post(room), forums.post(forums.citizen_room())
    facilitator = client_as("facilitator_other")
    assert f"/rooms/{room.slug}/summaries/draft/" in facilitator.get(room.get_absolute_url()).content.decode()
    typed = {"text": "夕方の見守りが足りません。", "cited": elsewhere.get_absolute_url()}
    wrong = facilitator.post(f"/rooms/{room.slug}/summaries/draft/", typed)
    assert "この会議室の発言ではありません" in wrong.content.decode()
    typed["cited"] = f"https://town.example{post.get_absolute_url()}"
    url = facilitator.post(f"/rooms/{room.slug}/summaries/draft/", typed)["Location"]
    assert client.get(url).status_code == 404
    assert client_as("resident_5").get(url).status_code == 404
    assert facilitator.get(url).status_code == 200
    typed["text"] = "夕方の見守りが足りないという声が多くありました。"
    assert facilitator.post(f"{url}revise/", typed).status_code == 302
    assert facilitator.post(f"{url}post/").status_code == 302
    html = client.get(url).content.decode()
    assert typed["text"] in html and post.body in html
    assert typed["text"] in client.get(room.get_absolute_url()).content.decode()


def test_somebody_who_does_not_chair_is_told_why(room, client_as):
    answer = client_as("resident_2").get(f"/rooms/{room.slug}/summaries/draft/")
    assert answer.status_code == 403
    assert "進行役" in answer.content.decode()
    answer = client_as("resident_2").post(f"/rooms/{room.slug}/summaries/ask/", {"reason": "x"})
    assert answer.status_code == 403
    assert not Summary.objects.exists()


def test_a_facilitator_asks_the_caretakers(room, client_as):
    answer = client_as("facilitator_other").post(
        f"/rooms/{room.slug}/summaries/ask/", {"reason": "入院します"}
    )
    assert answer.status_code == 302
    assert client_as("caretaker_1").get(f"/rooms/{room.slug}/summaries/draft/").status_code == 200
