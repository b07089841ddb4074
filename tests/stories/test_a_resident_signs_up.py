"""A resident signs up with few fields, confirms by a code, comes back by a code, says where they live."""

import re

import pytest
from django.core import mail
from django.test import Client

from residents import seeds
from residents.models import User

pytestmark = pytest.mark.django_db


def code_in(message) -> str:
    found = re.search(r"^\s*([A-Z0-9]{4}-?[A-Z0-9]{2,4}|\d{6})\s*$", message.body, re.M)
    assert found, message.body
    return found[1]


def test_sign_up_confirm_log_in_by_code_and_state_the_connection(town):
    client = Client()
    page = client.get("/accounts/signup/").content.decode()
    fields = set(re.findall(r'name="(email|display_name|consent|password1|real_name|gender)"', page))
    assert fields == {"email", "display_name", "consent", "password1"}
    assert "required" not in re.search(r"<input[^>]*name=\"password1\"[^>]*>", page)[0]

    answer = client.post("/accounts/signup/", {"email": "umi@example.jp", "display_name": "うみ"})
    assert answer.status_code == 200
    assert "登録しなくても、読むことはできます" in answer.content.decode()
    assert 'value="umi@example.jp"' in answer.content.decode()

    answer = client.post(
        "/accounts/signup/", {"email": "umi@example.jp", "display_name": "うみ", "consent": "on"}
    )
    assert answer.status_code == 302
    assert len(mail.outbox) == 1
    answer = client.post(answer["Location"], {"code": code_in(mail.outbox[0])}, follow=True)
    assert answer.status_code == 200
    person = User.objects.get(email="umi@example.jp")
    assert person.display_name == "うみ"
    assert person.consents.standing().count() == 1
    assert client.get("/accounts/").status_code == 200

    again = Client()
    answer = again.post("/accounts/login/code/", {"email": "umi@example.jp"})
    assert answer.status_code == 302
    answer = again.post(answer["Location"], {"code": code_in(mail.outbox[-1])}, follow=True)
    assert again.get("/accounts/").status_code == 200

    profile = {"display_name": "うみ", "preferred_language": "ja", "wants_mail": "on", "connection": "work"}
    answer = again.post("/accounts/profile/", {**profile, "real_name": "海野 うみ"}, follow=True)
    assert "プロフィールを変更しました" in answer.content.decode()
    person.refresh_from_db()
    assert person.connections.get().kind == "work"
    assert bool(person.real_name)
    assert "海野 うみ" not in again.get("/accounts/profile/").content.decode()
    assert "海野 うみ" not in again.get("/accounts/footprint/").content.decode()


def test_an_address_that_is_taken_is_not_told_to_a_stranger(town):
    known = Client().post(
        "/accounts/signup/",
        {"email": "resident-1@demo.example.jp", "display_name": "だれか", "consent": "on"},
    )
    unknown = Client().post(
        "/accounts/signup/", {"email": "new@demo.example.jp", "display_name": "だれか", "consent": "on"}
    )
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_the_editors_log_in_is_the_same_log_in(town):
    answer = Client().get("/cms/login/")
    assert answer.status_code == 302 and answer["Location"].startswith("/accounts/login/")
    answer = Client().get("/cms/")
    assert answer.status_code == 302 and "/accounts/login/" in answer["Location"]


def test_wrong_passwords_are_slowed_down(town):
    client = Client()
    wrong = {"login": "resident-1@demo.example.jp", "password": "falsch"}
    for _ in range(12):
        client.post("/accounts/login/", wrong)
    right = {"login": "resident-1@demo.example.jp", "password": seeds.DEMO_PASSWORD}
    answer = client.post("/accounts/login/", right)
    assert "ログイン失敗が連続しています" in answer.content.decode()


def test_a_password_works_too(town):
    client = Client()
    answer = client.post(
        "/accounts/login/", {"login": "resident-1@demo.example.jp", "password": seeds.DEMO_PASSWORD}
    )
    assert answer.status_code == 302
    assert client.get("/accounts/").status_code == 200


def test_a_resident_cannot_read_the_kept_mails_and_is_told_why(client_as):
    answer = client_as("resident_1").get("/accounts/mails/")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "「デモのメールの閲覧」の担当だけです" in page
    assert "IT推進課" in page


def test_one_acts_for_a_body_only_while_belonging_to_it(client_as):
    client = client_as("disaster_officer", None)
    assert client.post("/accounts/act-for/", {"body": "mayor"}).status_code == 404
    assert client.post("/accounts/act-for/", {"body": "disaster", "next": "/"}).status_code == 302
    elsewhere = client.post("/accounts/act-for/", {"body": "disaster", "next": "https://evil.example/"})
    assert elsewhere["Location"] == "/"
    assert client.post("/accounts/act-for/", {"body": ""})["Location"] == "/"


@pytest.mark.parametrize(
    "address",
    [
        "/accounts/",
        "/accounts/profile/",
        "/accounts/notices/",
        "/accounts/footprint/",
        "/accounts/mails/",
        "/accounts/ledger/",
    ],
)
def test_a_guest_is_sent_to_the_log_in_and_back(db, address):
    answer = Client().get(address)
    assert answer.status_code == 302
    assert answer["Location"] == f"/accounts/login/?next={address}"


def test_role_table_and_bodies_are_public(town):
    client = Client()
    page = client.get("/roles/").content.decode()
    assert "危機管理防災課" in page and "地域SNS" not in page[:0]
    assert client.get("/roles/?asof=1999-01-01").status_code == 200
    assert client.get("/roles/?asof=unsinn").status_code == 200
    assert "市民提案課" in client.get("/bodies/civic-autonomy/").content.decode()
    assert client.get("/bodies/").status_code == 200
    assert client.get("/bodies/none/").status_code == 404
