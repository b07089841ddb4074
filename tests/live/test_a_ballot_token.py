"""A ballot token is drawn and spent in Chromium, under the portal's own content security policy."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Route, expect

from tests.live.conftest import Visitor
from tests.live.test_the_six_threads import press
from tests.realdata import realdata

pytestmark = pytest.mark.browser
SURVEY = "/surveys/town-planning/"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}

VECTOR = """async ([vector, address]) => {
  const ballot = await import(address);
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));
  const hex = (all) => Array.from(all, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const word = (text) => btoa(String.fromCharCode(...bytes(text.replace(/^0x/, "").replace(/^0+(?=(..)+$)/, ""))))
    .replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
  const scheme = { name: "RSA-PSS", hash: "SHA-384" };
  const jwk = { kty: "RSA", n: word(vector.n), e: "AQAB", ext: true };
  const imported = await crypto.subtle.importKey("jwk", jwk, scheme, true, ["verify"]);
  const key = await ballot.readKey(await crypto.subtle.exportKey("spki", imported));
  const message = bytes(vector.input_msg);
  const made = await ballot.blind(key, message, bytes(vector.salt), BigInt(vector.factor));
  const signature = await ballot.finalize(key, message, bytes(vector.blind_sig), made.inverse);
  return [hex(made.blinded), hex(signature)];
}"""


@pytest.fixture
def prove(visitor, town_environment, tmp_path) -> Callable[..., Visitor]:
    """Prove oneself with a test card made for the occasion; ends on the page with the answer ticket."""

    def go(card: str, holder: str, **options) -> Visitor:
        made = [sys.executable, "manage.py", "testcard", card, "--holder", holder]
        subprocess.run(made, check=True, capture_output=True, env=town_environment)
        folder = Path(town_environment["VAR_DIR"]) / "testcards" / card
        someone = visitor(390, **options)
        page = someone.go(f"{SURVEY}prove/")
        press(page, "署名用の文書を受け取る")
        text, signed = tmp_path / "challenge.txt", tmp_path / "signed.cms"
        text.write_bytes(someone.context.request.get(page.url + "text/").body())
        subprocess.run(
            ["openssl", "cms", "-sign", "-binary", "-md", "sha256", "-in", text, "-outform", "DER"]
            + ["-signer", folder / "cert.pem", "-inkey", folder / "key.pem", "-out", signed],
            check=True,
            capture_output=True,
        )
        page.set_input_files("input[type=file]", signed)
        press(page, "提出して回答券を受け取る")
        return someone

    return go


def test_the_browser_computes_the_vectors_of_the_rfc(visitor):
    """The two variants whose salt WebCrypto can check at 48 bytes; the prefix is part of the message there."""
    vectors = json.loads(realdata("rfc9474", "rfc9474.json").read_text())
    page = visitor().go("/surveys/keys/")
    address = page.get_by_role("link", name="ブラウザで動く引き換えプログラム").get_attribute("href")
    done = 0
    for vector in vectors:
        if int(vector["sLen"], 16) != 48:
            continue
        factor = str(pow(int(vector["inv"], 16), -1, int(vector["n"], 16)))
        blinded, signature = page.evaluate(VECTOR, [{**vector, "factor": factor}, address])
        assert (blinded, signature) == (vector["blinded_msg"], vector["sig"])
        done += 1
    assert done == 2


def test_a_token_is_drawn_kept_and_spent_apart(visitor, prove):
    someone = prove("token-holder", "無記名　花子")
    page = someone.page
    ticket = page.locator("input[name=ticket]").first.input_value()
    expect(page.get_by_role("heading", name="さらに匿名性の高い「無記名券」")).to_be_visible()
    asked = []
    page.on("request", lambda request: asked.append(request))

    # The reply gets lost once: the page stays, and the same number is asked for again.
    lost = []

    def lose_the_first(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.request.post_data)
            route.fetch()
            route.abort()

    page.route("**/ballot/draw/", lose_the_first)
    page.get_by_role("button", name="無記名券に引き換える").click()
    expect(page.locator("[data-ballot-status]")).to_contain_text("もう一度押して")
    assert [error for error in someone.errors if "ERR_FAILED" not in error] == [] and someone.errors
    someone.errors.clear()
    page.get_by_role("button", name="無記名券に引き換える").click()
    expect(page.locator("[data-ballot-status]")).to_contain_text("無記名券ができました")
    drawing = [request for request in asked if request.url.endswith("/ballot/draw/")]
    assert {request.post_data for request in drawing} == set(lost) and len(drawing) == 2
    assert all("cookie" not in request.all_headers() for request in drawing)
    assert all("referer" not in request.all_headers() for request in drawing)

    code = page.locator("#ballot-code").input_value()
    receipt = page.locator("[data-ballot-receipt]").inner_text()
    assert re.fullmatch(r"ballot1\.town-planning\.[-\w]{43}\.[-\w]{512}", code)
    assert re.fullmatch(r"[0-9a-f]{64}", receipt)
    assert page.locator("input[name=ticket]").count() == 0, "the ticket is good no more"
    with page.expect_download() as saved:
        page.get_by_role("link", name="無記名券をファイルに保存する").click()
    assert Path(saved.value.path()).read_text().strip() == code
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert Axe().run(page, options=RULES).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

    refused = visitor().go(f"{SURVEY}answer/")
    refused.fill("input[name=ticket]", ticket)
    press(refused, "設問へ進む")
    assert "まだ使っていない回答券" in refused.inner_text("main")

    spend(visitor, code, receipt)


def spend(visitor, code, receipt):
    """Another browser, JavaScript off: the token alone counts."""
    someone = visitor(java_script_enabled=False)
    page = someone.go(f"{SURVEY}ballot/")
    headers = []
    page.on("response", lambda answer: headers.append(answer.all_headers()))
    page.fill("textarea[name=token]", code)
    press(page, "設問へ進む")
    for group in page.locator("main form fieldset:has(input)").all():
        group.locator("input[type=radio], input[type=checkbox]").first.check()
    page.locator("button[name=step][value=check]").click()
    page.wait_for_load_state()
    page.locator("button[name=step][value=send]").click()
    page.wait_for_load_state()
    assert receipt in page.inner_text("main")
    pages = [told for told in headers if "text/html" in told.get("content-type", "")]
    assert len(pages) == 3
    for told in pages:
        assert told["referrer-policy"] == "no-referrer" and "set-cookie" not in told
        assert "default-src 'self'" in told["content-security-policy"]
    assert someone.context.cookies() == []

    page = someone.go(f"{SURVEY}ballot/")
    page.fill("textarea[name=token]", code)
    press(page, "設問へ進む")
    assert "使用済み" in page.inner_text("main")


def test_the_browser_refuses_a_key_that_is_not_in_the_list(prove):
    """The operator shows this person alone another key, or rewrites the list: no token, and the ticket stays good."""
    page = prove("watched", "見張　次郎").page
    listed = page.context.request.get(page.url.split("/surveys/")[0] + "/surveys/keys.json").json()
    button, status = (
        page.get_by_role("button", name="無記名券に引き換える"),
        page.locator("[data-ballot-status]"),
    )

    def serve(change):
        data = json.loads(json.dumps(listed))
        change(data["keys"])
        page.unroute("**/surveys/keys.json")
        page.route("**/surveys/keys.json", lambda route: route.fulfill(json=data))
        page.evaluate("document.querySelector('#ballot-draw').disabled = false")
        button.click()
        expect(status).to_contain_text("公開の鍵の一覧と一致しません")
        status.evaluate("place => { place.textContent = ''; }")

    drawing = []
    page.on("request", lambda request: drawing.append(request.url) if "/draw/" in request.url else None)
    serve(lambda keys: keys[-1].update(fingerprint="0" * 64))
    serve(lambda keys: keys[-1].update(public_key=keys[0]["public_key"]))
    serve(lambda keys: keys.pop(0))
    serve(lambda keys: keys.pop())
    serve(lambda keys: keys.append(keys[-1]))
    assert drawing == []
    page.unroute("**/surveys/keys.json")
    page.evaluate("document.querySelector('[data-ballot]').dataset.fingerprint = 'f'.repeat(64)")
    page.evaluate("document.querySelector('#ballot-draw').disabled = false")
    button.click()
    expect(status).to_contain_text("公開の鍵の一覧と一致しません")
    assert drawing == [] and page.locator("input[name=ticket]").count() == 1


def test_without_javascript_the_answer_ticket_is_all_there_is(prove):
    page = prove("plain", "素朴　三郎", java_script_enabled=False).page
    assert page.locator("input[name=ticket]").count() == 1
    assert not page.locator("[data-ballot]").is_visible()
    assert "JavaScriptを使えるようにすると" in page.inner_text("main")
