"""Each of the portal's jobs, done once in a real browser, in Japanese, on a phone-sized window."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
COMMITTEE = ["chair", "vice_chair_1", "vice_chair_2", *[f"member_{n}" for n in range(1, 6)]]


def press(page: Page, name: str) -> None:
    """Press the button with these words."""
    page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def follow(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def test_a_notice_is_written_approved_and_read(visitor):
    author = visitor(1280, "pr_author")
    page = author.go("/cms/")
    page.get_by_role("link", name="お知らせを書く").first.click()
    page.fill("#id_title", "冬の市民まつりのお知らせ")
    page.get_by_role("button", name="承認に回す").click()
    page.wait_for_load_state()
    assert "本文がありません" in page.inner_text("body")
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type("中央公園で12月20日に開きます。")
    page.wait_for_timeout(600)  # the editor hands its text to the form a quarter of a second later
    page.get_by_role("button", name="承認に回す").click()
    page.wait_for_load_state()
    assert "本文がありません" not in page.inner_text("body")
    assert "冬の市民まつり" not in visitor().go("/").inner_text("main")

    approver = visitor(390, "pr_approver").go("/cms/notices/waiting/")
    approver.get_by_role("link", name="冬の市民まつりのお知らせ").first.click()
    approver.wait_for_load_state()
    press(approver, "承認して公開する")
    press(approver, "翻訳を始める：英語")
    expect(approver.get_by_role("heading", name="日本語から英語への翻訳")).to_be_visible()
    approver.get_by_role("button", name="翻訳する").first.click()
    approver.locator(".js-translation-editor textarea").first.fill("市民まつり")
    approver.get_by_role("button", name="保存").first.click()
    expect(approver.get_by_text("手作業で翻訳")).to_be_visible()
    assert re.findall(r"[A-Z][a-z]{2,}", approver.inner_text(".js-translation-editor")) == []

    guest = visitor()
    page = guest.go("/")
    page.get_by_role("link", name="冬の市民まつりのお知らせ").first.click()
    expect(page.locator("h1")).to_have_text("冬の市民まつりのお知らせ")
    feed = guest.context.request.get(guest.url + "/feeds/notices.atom").text()
    assert "冬の市民まつりのお知らせ" in feed


def test_an_official_community_opens_and_is_lived_in(visitor):
    department = visitor(1280, "disaster_officer")
    page = department.go("/communities/apply/")
    page.fill("input[name=title]", "避難路を歩く会")
    page.fill("input[name=slug]", "hinanro")
    page.fill("textarea[name=purpose]", "避難路を一緒に歩いて、危ないところを確かめます。")
    page.check("input[name=visibility][value=sns]")
    page.check("input[name=joining][value=open]")
    press(page, "下書きを保存する")
    application = re.sub(r"^https?://[^/]+", "", page.url)
    follow(page, "申請する")
    press(page, "申請する")

    page = visitor(390, "it_chief").go(application)
    follow(page, "許可する")
    page.fill("input[name=number]", "情政第21号")
    page.fill("input[name=review_on]", "2030-03-31")
    press(page, "許可する")

    page = department.go(application)
    follow(page, "コミュニティを開設する")
    page.fill("textarea[name=joining_condition]", "どなたでも")
    page.fill("textarea[name=policy]", "ほかの人の個人情報は書かないでください。")
    press(page, "コミュニティを開設する")
    assert page.url.endswith("/communities/hinanro/")

    stranger = visitor().go("/communities/hinanro/")
    assert "避難路" not in stranger.inner_text("main")

    resident = visitor(390, "resident_5")
    follow(resident.go("/communities/hinanro/"), "参加する")
    press(resident.page, "参加する")
    page = resident.go("/communities/hinanro/posts/new/")
    page.fill("input[name=title]", "川沿いの道")
    page.fill("textarea[name=body]", "大雨のあとは水たまりが残っています。")
    press(page, "送信する")
    assert "大雨のあとは水たまりが残っています。" in page.inner_text("main")
    page = department.go(re.sub(r"^https?://[^/]+|#.*$", "", page.url))
    page.fill("textarea[name=body]", "ありがとうございます。明日見に行きます。")
    press(page, "送信する")
    thread = page.url.split("#")[0].replace(resident.url, "")
    assert "明日見に行きます" in resident.go(thread).inner_text("main")
    mails = visitor(390, "system_admin")
    for _ in range(60):
        if f"{mails.url}/communities/hinanro/" in mails.go("/accounts/mails/").inner_text("main"):
            break
        mails.page.wait_for_timeout(500)
    assert f"{mails.url}/communities/hinanro/" in mails.page.inner_text("main")


def test_a_committee_resolution_amends_a_room_rule(visitor):
    reader = visitor()
    page = reader.go("/rules/guideline/?asof=2003-05-01")
    shown = page.inner_text("main")
    assert "本文は資料に残っていません" in shown and "15人以内" not in shown
    assert "委員15人以内" in reader.go("/rules/guideline/?asof=2004-01-26").inner_text("main")
    waiting = reader.go("/rules/offline-meetings/").inner_text("main")
    assert "廃止" in waiting

    page = visitor(390, "resident_6").go("/rules/room-rules/amend/")
    text = page.input_value("textarea[name=body_art-6]")
    assert "12か月" in text
    page.locator("details:has(textarea[name=body_art-6]) > summary").click()
    page.fill("textarea[name=body_art-6]", text.replace("12か月", "10か月"))
    page.fill("textarea[name=reason]", "一年では長すぎるという声がありました。")
    press(page, "改正の内容を確認する")
    assert "「12か月」を「10か月」に改める" in (page.text_content("main") or "")
    page.locator("button[name=propose]").click()
    page.wait_for_load_state()
    proposal = page.url.replace(reader.url, "").split("?")[0]

    chair = visitor(1280, "chair")
    sitting = sitting_of_today(chair)
    press(chair.go(sitting), "開会する")
    members = [chair, *[visitor(390, key) for key in COMMITTEE[1:]]]
    for member in members:
        press(member.go(sitting), "出席を登録する")
    page = chair.go(f"{sitting}propose/")
    page.fill("input[name=title]", "「市民電子会議室利用ルール(デモ)」の一部改正(10か月)")
    page.fill("textarea[name=text]", "第6条第1項中「12か月」を「10か月」に改める。")
    page.select_option("select[name=competence]", "4")
    press(page, "議案を提出する")
    motion = page.url.replace(reader.url, "")
    for member in members:
        member.go(motion).check("input[value=for]")
        press(member.page, "投票する")
    press(chair.go(motion), "可決を宣言する")

    page = visitor(390, "member_1").go(f"{proposal}adopt/")
    page.get_by_label(re.compile("10か月")).check()
    page.fill("input[name=effective_from]", "2030-01-01")
    page.locator("details:has(input[name='room.inactivity_days'])").evaluate("group => group.open = true")
    page.fill("input[name='room.inactivity_days']", "300")
    page.locator("main form:has(input[name=effective_from]) button[type=submit]").first.click()
    page.wait_for_load_state()
    assert "10か月" in reader.go("/rules/room-rules/?asof=2030-01-01").inner_text("main")
    assert "12か月" in reader.go("/rules/room-rules/").inner_text("main")


def sitting_of_today(someone) -> str:
    page = someone.go("/committees/steering-committee/meetings/")
    page.locator("main").get_by_role("link", name=re.compile("利用ルールの見直し")).first.click()
    return page.url.replace(someone.url, "")


def test_a_certified_survey_is_answered_once(visitor, town_environment, tmp_path):
    cards = Path(town_environment["VAR_DIR"]) / "testcards"

    def prove(card: str) -> Page:
        someone = visitor(390)
        page = someone.go("/surveys/town-planning/prove/")
        press(page, "署名用の文書を受け取る")
        text = tmp_path / f"{card}.txt"
        text.write_bytes(someone.context.request.get(page.url + "text/").body())
        signed = tmp_path / f"{card}.cms"
        subprocess.run(
            ["openssl", "cms", "-sign", "-binary", "-md", "sha256", "-in", text]
            + ["-signer", cards / card / "cert.pem", "-inkey", cards / card / "key.pem"]
            + ["-outform", "DER", "-out", signed],
            check=True,
            capture_output=True,
        )
        page.set_input_files("input[type=file]", signed)
        press(page, "提出して回答券を受け取る")
        return page

    assert "失効" in prove("revoked").inner_text("main")
    assert "有効期限" in prove("expired").inner_text("main")
    page = prove("hanako")
    ticket = page.locator("input[name=ticket]").first.input_value()
    assert len(ticket) > 40
    press(page, "いま回答する")
    for group in page.locator("main form fieldset:has(input)").all():
        group.locator("input[type=radio], input[type=checkbox]").first.check()
    page.locator("button[name=step][value=check]").click()
    page.wait_for_load_state()
    page.locator("button[name=step][value=send]").click()
    page.wait_for_load_state()
    assert "受付番号" in page.inner_text("main")
    assert "すでに" in prove("hanako").inner_text("main")
    results = visitor().go("/surveys/lifelong-learning-2006/")
    follow(results, "結果を読む")
    assert "50" in results.inner_text("main") and results.locator("main table").count() > 0


def test_only_the_disaster_unit_switches_the_screen(visitor, town_environment):
    refused = visitor(390, "it_staff").go("/emergency/switch/").inner_text("main")
    assert "危機管理防災課" in refused

    officer = visitor(390, "disaster_officer")
    page = officer.go("/emergency/switch/")
    page.select_option("select[name=kind]", index=1)
    page.fill("input[name=area]", "川辺地区")
    page.fill("textarea[name=ground]", "川の水位が避難判断水位に達したため")
    press(page, "確認へ進む")
    press(page, "災害モードに切り替える")
    guest = visitor()
    assert "災害モード" in guest.go("/").inner_text("body")
    assert Axe().run(guest.page).response["violations"] == []
    assert "災害モード" in guest.go("/rules/").inner_text("body")
    snapshot = Path(town_environment["VAR_DIR"]) / "snapshot" / "index.html"
    for _ in range(60):
        if snapshot.exists() and "川辺地区" in snapshot.read_text(encoding="utf-8"):
            break
        officer.page.wait_for_timeout(500)
    assert "川辺地区" in snapshot.read_text(encoding="utf-8")
    stand_down(officer)
    assert "川辺地区" in guest.go("/emergency/history/").inner_text("main")
    assert "災害モードに入っています" not in guest.go("/rules/").inner_text("body")


def stand_down(officer) -> None:
    page = officer.go("/emergency/switch/")
    follow(page, "災害モードを終える")
    page.fill("textarea[name=ground]", "水位が下がったため")
    press(page, "災害モードを終える")


def test_search_finds_a_word_inside_a_compound_and_hides_what_is_hidden(visitor):
    guest = visitor()
    page = guest.go("/")
    guest.go("/search/?q=会議室")
    found = page.inner_text("main")
    assert "市民電子会議室" in found
    assert "避難路を歩く会" not in guest.go("/search/?q=避難路").inner_text("main")
