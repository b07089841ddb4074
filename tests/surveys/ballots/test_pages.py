"""Through HTTP, as a browser and as a journalist: draw, answer, find, count again."""

from __future__ import annotations

import base64
import html
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as portal
from django.test import Client

from portal.foundation import parameters
from surveys.ballots import actions, keys, tasks, tokens
from surveys.ballots.holder import Holder
from surveys.envelopes import actions as envelopes
from surveys.models import InnerEnvelope, SpentToken, Survey
from surveys.surveys import actions as surveys
from surveys.tallies import actions as tallies

from .conftest import drawn, ticket_of

RECOUNT = Path(portal.BASE_DIR) / "static" / "recount.py"


def words(response):
    return html.unescape(response.content.decode())


def sheet(survey, text="夜も読めるのが助かります。"):
    single, multiple, scale, free = survey.questions.prefetch_related("choices")
    return {
        f"q{single.pk}": single.choices.first().pk,
        f"q{multiple.pk}": [multiple.choices.first().pk],
        f"q{scale.pk}": scale.choices.last().pk,
        f"q{free.pk}": text,
    }


def test_drawing_answers_in_data_and_says_why_not(blind_survey):
    ticket = ticket_of(blind_survey, 1)
    holder = Holder.begin(keys.public(blind_survey.ballot_key), blind_survey.slug)
    client, address = Client(enforce_csrf_checks=True), f"/surveys/{blind_survey.slug}/ballot/draw/"
    data = {"ticket": ticket, "blinded": base64.b64encode(holder.blinded.message).decode()}
    reply = client.post(address, data)
    assert reply.status_code == 200 and not reply.cookies and "no-store" in reply["Cache-Control"]
    assert holder.finish(base64.b64decode(reply.json()["signature"]))
    assert client.post(address, data).json() == reply.json()
    for wrong in ({"blinded": "!"}, {"blinded": base64.b64encode(b"\x05" * 192).decode()}):
        refused = client.post(address, {**data, **wrong})
        assert refused.status_code == 403 and "ほかの無記名券" in refused.json()["reason"]
        assert refused.json()["next_step"]
    assert client.get(address).status_code == 405


def test_a_token_is_spent_without_cookies_and_nothing_entered_is_lost(blind_survey):
    token = drawn(blind_survey, 1)
    client, address = Client(enforce_csrf_checks=True), f"/surveys/{blind_survey.slug}/ballot/"
    client.cookies["sessionid"] = "somebody"
    page = client.get(address)
    assert "無記名券" in words(page) and page["Referrer-Policy"] == "no-referrer"
    assert "csrfmiddlewaretoken" not in words(page)
    broken = client.post(address, {"token": token.code[:40], "step": "open"})
    assert (
        broken.status_code == 403
        and "完全ではありません" in words(broken)
        and token.code[:40] in words(broken)
    )

    form = client.post(address, {"token": f"{token.code[:60]}\n {token.code[60:]}", "step": "open"})
    assert "市の情報を主に何で知りますか。" in words(form) and f'action="{address}"' in words(form)
    given = sheet(blind_survey)
    single = blind_survey.questions.first()
    unfinished = client.post(address, {**given, f"q{single.pk}": "", "token": token.code, "step": "check"})
    assert "form-errors" in words(unfinished) and "夜も読めるのが助かります。" in words(unfinished)
    check = client.post(address, {**given, "token": token.code, "step": "check"})
    assert "図書館" in words(check) and not InnerEnvelope.objects.exists()
    sent = client.post(address, {**given, "token": token.code, "step": "send"})
    assert sent.status_code == 200 and token.receipt in words(sent) and "図書館" not in words(sent)
    assert InnerEnvelope.objects.count() == SpentToken.objects.count() == 1

    again = client.post(address, {**given, "token": token.code, "step": "send"})
    assert again.status_code == 403 and "使用済み" in words(again)
    assert "夜も読めるのが助かります。" in words(again) and InnerEnvelope.objects.count() == 1
    for answer in (page, broken, form, check, sent, again):
        assert not answer.cookies and answer["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer["Cache-Control"]


def test_the_ticket_page_offers_both_and_the_first_page_names_the_key(
    blind_survey, gated, monkeypatch, settings
):
    monkeypatch.setattr(
        envelopes, "prove", lambda survey, **kw: envelopes.Outcome(ticket=ticket_of(survey, 9))
    )
    for survey, offered in ((blind_survey, True), (gated, False)):
        text = envelopes.challenge.issue(survey, origin="http://testserver")
        page = words(Client().post(f"/surveys/{survey.slug}/prove/{text.nonce}/", {"pasted": "AA=="}))
        assert ("data-ballot-offer" in page, "<noscript>" in page) == (offered, offered)
        assert 'name="ticket"' in page
        first = words(Client().get(f"/surveys/{survey.slug}/"))
        assert ("無記名券を持っています" in first) is offered
    print_ = blind_survey.ballot_key.fingerprint
    assert print_ in words(Client().get(f"/surveys/{blind_survey.slug}/"))
    assert print_ in words(Client().get("/surveys/keys/"))
    entry = Client().get("/surveys/keys.json").json()["keys"][-1]
    assert (entry["survey"], entry["fingerprint"]) == (blind_survey.slug, print_)
    explained = words(Client().get("/surveys/anonymity/"))
    assert all(
        said in explained
        for said in ("時刻：", "ネットワークのアドレス：", "ページのプログラム：", "どこに何を")
    )
    assert "別のプログラム" not in explained, "said only where it is so"
    settings.ANSWERING_URL = "http://127.0.0.1:9"
    assert "回答は別のプログラムが受け取ります" in words(Client().get("/surveys/anonymity/"))


@pytest.fixture
def counted(blind_survey, acting):
    """Forty answered by token, two by ticket, three drew and did not answer; closed, counted, published."""
    for number in range(40):
        token = drawn(blind_survey, number)
        single, multiple, scale, free = blind_survey.questions.prefetch_related("choices")
        places = [choice.pk for choice in single.choices.all()]
        answers = {
            str(single.pk): {"choices": [places[0] if number < 25 else places[1]]},
            str(multiple.pk): {"choices": [multiple.choices.all()[number % 2].pk]},
            str(scale.pk): {"declined": True} if number < 2 else {"choices": [scale.choices.last().pk]},
        }
        answers |= {str(free.pk): {"text": "駅前に図書館を"}} if number % 2 else {}
        actions.spend(blind_survey, token=token, answers=answers)
    for number in range(40, 42):
        envelopes.answer(blind_survey, ticket=ticket_of(blind_survey, number), answers={})
    for number in range(42, 45):
        drawn(blind_survey, number)
    tasks.post_pages()
    survey = envelopes.close(blind_survey, by=acting("planner_chief"))
    tasks.post_last_pages()
    tallies.tally(survey, by=acting("planner_chief"))
    survey = Survey.objects.get(pk=survey.pk)
    surveys.publish(survey, by=acting("planner_chief"))
    return Survey.objects.get(pk=survey.pk)


def test_everybody_finds_receipts_and_counts_again(counted, tmp_path, acting):
    base = f"/surveys/{counted.slug}"
    page = words(Client().get(f"{base}/receipts/"))
    figures = re.findall(r'class="key-value">([\d,]+)<', page)
    assert figures == ["42", "45", "45,000"]
    assert "最後のページ" in page
    receipts, papers = (Client().get(f"{base}/{name}.json") for name in ("receipts", "recount"))
    listed = receipts.json()["receipts"]
    assert len(listed) == 42 and receipts.json()["pages"][-1]["drawn"] == 45

    found = words(Client().post(f"{base}/ballot/find/", {"receipt": listed[3].upper()}))
    lost = words(Client().post(f"{base}/ballot/find/", {"receipt": "f" * 64}))
    assert "控えは一覧に載っています" in found and "控えは一覧に載っていません" in lost
    assert "受付の控え" in words(Client().post(f"{base}/ballot/find/", {"receipt": ""}))

    single, multiple, scale, free = papers.json()["questions"]
    assert (single["slips"].count("1"), single["slips"].count("2")) == (25, 0)
    assert single["slips"].count("withheld") == 17  # 15 second choices, to hide the 2 who said nothing
    assert multiple["slips"] == ["1"] * 20 + ["2"] * 20 and not multiple["one_slip_each"]
    assert len(scale["slips"]) == len(free["slips"]) == 42
    assert free["slips"].count("wrote") == 20
    assert "図書館を" not in words(papers) and not any(line in words(papers) for line in listed)
    shown = words(Client().get(f"{base}/recount/"))
    assert "recount.py" in shown and "伏せた票" in shown

    for name in ("receipts", "recount"):
        (tmp_path / f"{name}.json").write_bytes(Client().get(f"{base}/{name}.json").content)
    (tmp_path / "keys.json").write_bytes(Client().get("/surveys/keys.json").content)
    assert recounted(tmp_path) == (0, "Everything fits.")
    by = acting("it_chief")
    parameters.set_value("survey.open_ballots_from", 43, valid_from=counted.opens_on, basis="試験", by=by)
    assert Client().get(f"{base}/recount.json").status_code == 403
    assert "43人に満たない" in words(Client().get(f"{base}/recount/"))


def recounted(folder):
    """The journalist's program, on a Python that sees nothing of ours."""
    files = [str(folder / f"{name}.json") for name in ("receipts", "recount", "keys")]
    ran = subprocess.run(
        [sys.executable, "-I", "-S", str(RECOUNT), *files], capture_output=True, text=True, cwd=folder
    )
    return ran.returncode, ran.stdout.strip().splitlines()[-1]


TAMPERED = {
    "a receipt taken out": ("receipts", lambda data: data["receipts"].pop()),
    "an answer put in": ("receipts", lambda data: data["receipts"].append("f" * 64)),
    "fewer people drew": ("receipts", lambda data: data["pages"][-1].update(drawn=41)),
    "an old page rewritten": ("receipts", lambda data: data["pages"][0]["added"].pop()),
    "the last page missing": ("receipts", lambda data: data["pages"].pop()),
    "more drew than may answer": ("receipts", lambda data: data.update(eligible=44)),
    "a slip thrown away": ("recount", lambda data: data["questions"][0]["slips"].pop()),
    "a table that says otherwise": (
        "recount",
        lambda data: data["questions"][1]["table"][0].update(count=21),
    ),
    "another key": ("keys", lambda data: data["keys"][0].update(fingerprint="0" * 64)),
    "a second key": ("keys", lambda data: data["keys"].append(data["keys"][0])),
}


def test_the_program_notices_whatever_was_changed(counted, tmp_path):
    base = f"/surveys/{counted.slug}"
    addresses = {"receipts": f"{base}/receipts.json", "recount": f"{base}/recount.json"}
    addresses["keys"] = "/surveys/keys.json"
    honest = {name: Client().get(address).json() for name, address in addresses.items()}
    missed = []
    for what, (name, change) in TAMPERED.items():
        for each, content in honest.items():
            changed = json.loads(json.dumps(content))
            if each == name:
                change(changed)
            (tmp_path / f"{each}.json").write_text(json.dumps(changed))
        status, last = recounted(tmp_path)
        if status != 1 or "failed" not in last:
            missed.append(what)
    assert missed == []


def test_before_the_result_nothing_is_laid_open(blind_survey):
    actions.spend(blind_survey, token=drawn(blind_survey, 1), answers={})
    base = f"/surveys/{blind_survey.slug}"
    assert Client().get(f"{base}/receipts.json").json()["receipts"] == []
    assert Client().get(f"{base}/recount.json").status_code == 403
    assert "公表後に公開" in words(Client().get(f"{base}/recount/"))
    assert Client().get("/surveys/no-such/ballot/").status_code == 404
    assert tokens.read("") is None
