"""Nobody can try out whether an address has an account, and nobody goes astray through ``next``."""

import re

import pytest
from django.core import mail
from django.test import Client

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "resident-1@demo.example.jp", "nobody@demo.example.jp"


def said(client, path, data, address):
    """What somebody sees after sending a form, without what differs from visit to visit."""
    answer = client.post(path, data, follow=True)
    text = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", answer.content.decode())
    return answer.status_code, [where for where, _code in answer.redirect_chain], text.replace(address, "@")


@pytest.mark.parametrize(
    ("path", "field", "more"),
    [
        ("/accounts/login/code/", "email", {}),
        ("/accounts/password/reset/", "email", {}),
        ("/accounts/login/", "login", {"password": "wrong"}),
        ("/accounts/signup/", "email", {"display_name": "新しい人", "consent": "on", "password1": ""}),
        ("/en/accounts/login/code/", "email", {}),
    ],
)
def test_a_known_and_an_unknown_address_get_the_same_answer(town, path, field, more):
    known = said(Client(), path, {field: KNOWN, **more}, KNOWN)
    unknown = said(Client(), path, {field: UNKNOWN, **more}, UNKNOWN)
    assert known == unknown


def test_the_owner_of_a_known_address_is_told_by_mail(town):
    said(Client(), "/accounts/signup/", {"email": KNOWN, "display_name": "他人", "consent": "on"}, KNOWN)
    assert [message.to for message in mail.outbox] == [[KNOWN]]


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"]
)
def test_next_never_leads_to_another_site(town, client_as, target):
    acted = client_as("pr_author").post("/accounts/act-for/", {"body": "", "next": target})
    assert acted["Location"] == "/"
    logged_in = Client().post(
        f"/accounts/login/?next={target}", {"login": KNOWN, "password": "sankaku-demo", "next": target}
    )
    assert "evil" not in logged_in.get("Location", "") and "javascript" not in logged_in.get("Location", "")


@pytest.mark.parametrize("code", ["mayor", "steering-committee", "sns-operator"])
def test_the_chooser_takes_only_a_body_one_belongs_to(client_as, code):
    client = client_as("pr_author")
    assert client.post("/accounts/act-for/", {"body": code}).status_code == 404
    assert client.get("/accounts/act-for/").status_code == 405
