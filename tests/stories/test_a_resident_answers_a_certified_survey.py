"""From the survey's first page to its published result, with a real `openssl cms -sign` in between."""

from __future__ import annotations

import html
import re
import shutil
import subprocess

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils.translation import override

from portal.foundation import clock
from surveys import seeds
from surveys.certificates.reasons import REASONS
from surveys.envelopes.models import InnerEnvelope, OuterEnvelope, Proof, Ticket
from surveys.models import Survey
from tests.factories import surveys as factory

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@pytest.fixture(scope="module")
def card_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("var")


@pytest.fixture
def survey(town, acting, settings, card_folder):
    """A certificate survey, opened by the verbs; test cards as the seed makes them."""
    settings.VAR_DIR = card_folder
    seeds.set_numbers(town)
    seeds.record_standing(town)
    seeds.issue_test_cards(town)
    return factory.opened(acting, mode="certificate")


@pytest.fixture
def resident():
    """A browser nobody is logged in to."""
    return Client()


def words(response) -> str:
    return html.unescape(response.content.decode())


def said(code: str) -> tuple[str, str]:
    """What a refused resident must read: the reason and the next step, in Japanese."""
    with override("ja"):
        return str(REASONS[code].message), str(REASONS[code].next_step)


def receive_text(client, survey, tmp_path):
    """Steps 1: press, be led to the text, save it byte for byte."""
    response = client.post(f"/surveys/{survey.slug}/prove/")
    assert response.status_code == 302
    address = response.url
    page = words(client.get(address))
    assert survey.title in page and "openssl cms -sign -binary -md sha256" in page
    assert set(client.post(address, {"pasted": ""}).context["form"].errors) == {
        "file"
    }  # this uses up nothing
    saved = tmp_path / "challenge.txt"
    saved.write_bytes(client.get(address + "text/").content)
    assert survey.title in saved.read_text() and "http://testserver" in saved.read_text()
    return address, saved


def sign(card, text, settings):
    """Step 2: the command of the page, word for word."""
    folder = settings.VAR_DIR / "testcards" / card
    signature = text.with_suffix(".cms")
    subprocess.run(
        ["openssl", "cms", "-sign", "-binary", "-md", "sha256", "-in", text, "-signer", folder / "cert.pem"]
        + ["-inkey", folder / "key.pem", "-outform", "DER", "-out", signature],
        check=True,
        capture_output=True,
    )
    return signature


def hand_in(client, address, signature):
    """Step 3."""
    with signature.open("rb") as file:
        return client.post(address, {"file": file})


def prove(client, survey, card, tmp_path, settings):
    address, text = receive_text(client, survey, tmp_path)
    return hand_in(client, address, sign(card, text, settings))


def ticket_in(response) -> str:
    return re.search(r'name="ticket" value="([A-Z2-7-]+)"', words(response))[1]


def fill(survey, **changes):
    single, multiple, scale, text = survey.questions.prefetch_related("choices")
    answers = {
        f"q{single.pk}": single.choices.all()[0].pk,
        f"q{multiple.pk}": [choice.pk for choice in multiple.choices.all()[:2]],
        f"q{scale.pk}": "declined",
        f"q{text.pk}": "夜も読めるのが助かります。",
    }
    return {**answers, **changes}


def test_a_resident_proves_themselves_answers_once_and_reads_the_result(
    survey, resident, tmp_path, settings, acting, client_as
):
    first_page = words(resident.get(f"/surveys/{survey.slug}/"))
    assert "prove/" in first_page and "anonymity/" in first_page

    proven = prove(resident, survey, "hanako", tmp_path, settings)
    assert proven.status_code == 200
    ticket = ticket_in(proven)
    assert "no-store" in proven["Cache-Control"]

    # Later, on another device that knows nothing of the proof.
    elsewhere, answer = Client(), f"/surveys/{survey.slug}/answer/"
    form = elsewhere.post(answer, {"ticket": ticket, "step": "open"})
    assert "市の情報を主に何で知りますか。" in words(form)

    sheet = fill(survey)
    single = survey.questions.first()
    unfinished = elsewhere.post(answer, {**sheet, f"q{single.pk}": "", "ticket": ticket, "step": "check"})
    assert "form-errors" in words(unfinished) and "夜も読めるのが助かります。" in words(unfinished)

    check = elsewhere.post(answer, {**sheet, "ticket": ticket, "step": "check"})
    assert "図書館" in words(check) and InnerEnvelope.objects.count() == 0
    back = elsewhere.post(answer, {**sheet, "ticket": ticket, "step": "back"})
    assert "夜も読めるのが助かります。" in words(back)

    sent = elsewhere.post(answer, {**sheet, "ticket": ticket, "step": "send"})
    assert sent.status_code == 200
    number = re.search(r"<pre[^>]*>([A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4})</pre>", words(sent))[1]
    assert "図書館" not in words(sent)
    assert InnerEnvelope.objects.count() == 1 and Ticket.objects.count() == 0

    again = elsewhere.post(answer, {**sheet, "ticket": ticket, "step": "send"})
    assert again.status_code == 403 and InnerEnvelope.objects.count() == 1

    # A second proof by the same card gives no second ticket.
    second = prove(resident, survey, "hanako", tmp_path, settings)
    assert second.status_code == 403
    assert all(sentence in words(second) for sentence in said("already-drawn"))

    receipt = f"/surveys/{survey.slug}/receipt/"
    found = words(elsewhere.post(receipt, {"receipt": number.lower()}))
    lost = words(elsewhere.post(receipt, {"receipt": "AAAA-BBBB-CCCC"}))
    assert 'data-tone="success"' in found and 'data-tone="warning"' in lost

    result = f"/surveys/{survey.slug}/result/"
    assert resident.get(result).status_code == 403
    chief = client_as("planner_chief")
    for verb in ("close", "tally", "publish"):
        assert chief.post(f"/surveys/{survey.slug}/manage/{verb}/").status_code == 302
    page = words(resident.get(result))
    assert "n = 1" in page and "bar-chart" in page
    assert OuterEnvelope.objects.count() == 0


REFUSED = {
    "revoked": "revoked",
    "expired": "expired",
    "neighbour": "municipality",
    "authentication": "key-usage",
}


@pytest.mark.parametrize("card", REFUSED)
def test_an_unfit_card_is_refused_with_its_reason_and_a_next_step(survey, resident, tmp_path, settings, card):
    refused = prove(resident, survey, card, tmp_path, settings)
    assert refused.status_code == 403
    for sentence in said(REFUSED[card]):
        assert sentence in words(refused)
    assert OuterEnvelope.objects.count() == 0 and Ticket.objects.count() == 0
    assert [p.reason for p in Proof.objects.all()] == [REFUSED[card]]


def test_a_signature_handed_in_twice_is_refused(survey, resident, tmp_path, settings):
    address, text = receive_text(resident, survey, tmp_path)
    signature = sign("taro", text, settings)
    assert hand_in(resident, address, signature).status_code == 200
    replayed = hand_in(Client(), address, signature)
    assert replayed.status_code == 403
    assert all(sentence in words(replayed) for sentence in said("replayed"))
    assert Ticket.objects.count() == 1


def test_a_refused_signature_uses_its_text_up_too(survey, resident, tmp_path, settings):
    address, text = receive_text(resident, survey, tmp_path)
    assert hand_in(resident, address, sign("revoked", text, settings)).status_code == 403
    honest = hand_in(resident, address, sign("hanako", text, settings))
    assert honest.status_code == 403 and said("replayed")[0] in words(honest)


def test_a_text_past_its_hour_is_refused(survey, resident, tmp_path, settings):
    address, text = receive_text(resident, survey, tmp_path)
    signature = sign("hanako", text, settings)
    with clock.at(clock.now() + clock.ONE_DAY / 20):
        late = hand_in(resident, address, signature)
    assert late.status_code == 403 and said("replayed")[1] in words(late)


def test_an_altered_text_is_refused(survey, resident, tmp_path, settings):
    address, text = receive_text(resident, survey, tmp_path)
    text.write_text(text.read_text().replace(survey.title, "別のアンケート"))
    altered = hand_in(resident, address, sign("hanako", text, settings))
    assert altered.status_code == 403 and said("challenge")[0] in words(altered)


def test_a_general_monitor_is_told_that_an_account_is_not_enough(survey, client_as):
    monitor = client_as("resident_1")
    page = monitor.get(f"/surveys/{survey.slug}/answer/")
    assert "prove/" in words(page) and 'name="q1"' not in words(page)
    begun = monitor.post(f"/surveys/{survey.slug}/answer/", {"step": "begin"})
    assert begun.status_code == 403
    guessed = monitor.post(f"/surveys/{survey.slug}/answer/", {"step": "open", "ticket": "AAAA-BBBB"})
    assert guessed.status_code == 403 and Ticket.objects.count() == 0


def test_the_documented_command_makes_a_card_and_a_signature(survey, resident, tmp_path, settings, capsys):
    address, text = receive_text(resident, survey, tmp_path)
    call_command("testcard", "natsu", "--holder", "夏野　みどり", "--sign", str(text))
    assert capsys.readouterr().out.strip() == f"{text}.cms"
    assert hand_in(resident, address, text.with_name("challenge.txt.cms")).status_code == 200

    call_command("testcard", "fuyu", "--revoked", "--holder", "冬野　そら")
    address, text = receive_text(resident, survey, tmp_path)
    call_command("testcard", "fuyu", "--sign", str(text))
    refused = hand_in(resident, address, text.with_name("challenge.txt.cms"))
    assert refused.status_code == 403 and said("revoked")[0] in words(refused)
    assert Survey.objects.get(pk=survey.pk).is_collecting
