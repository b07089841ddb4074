"""The light page: small, alone, without cookie or script; and its static copy."""

import functools
import gzip
import http.server
import re
import threading
import urllib.request
from datetime import timedelta

import pytest
from django.db import connection

from disaster import light
from disaster.context import emergency
from disaster.information import actions as information
from disaster.shelters import actions as shelters
from portal import snapshot
from portal.foundation import clock
from tests.factories.disaster import bring_to, many_shelters, perform, publish

PATHS = {"ja": "/emergency/", "en": "/en/emergency/", "ja-simple": "/ja-simple/emergency/"}


@pytest.mark.parametrize("path", PATHS.values())
def test_390_shelters_fit_in_one_round_trip(client, acting, path):
    by = acting("disaster_officer")
    bring_to("active", by)
    publish(by, title_en="[Emergency] Earthquake", body_en="Protect yourself.")
    for n in range(6):
        information.post(title=f"{n}番目のお知らせ", body="くわしいことは次の発表をお待ちください。", by=by)
    many_shelters(390)
    page = client.get(path)
    assert page.content.count(b"<li") > 390
    assert len(gzip.compress(page.content)) <= 14_000


@pytest.mark.parametrize("path", PATHS.values())
def test_it_sets_no_cookie_runs_no_script_asks_for_nothing_else(client, acting, path):
    bring_to("active", acting("disaster_officer"))
    page = client.get(path)
    html = page.content.decode()
    assert page.status_code == 200
    assert not page.cookies
    assert "csrfmiddlewaretoken" not in html
    assert "<form" not in html
    assert "<script" not in html
    assert not re.search(r"<(img|link|iframe|object)|@import|url\(", html)
    assert "Cookie" not in page.get("Vary", "")


def test_only_its_own_style_is_allowed(client, town):
    page = client.get("/emergency/")
    assert f"style-src '{light.CSS_HASH}'" in page["Content-Security-Policy"]
    assert "default-src 'none'" in page["Content-Security-Policy"]
    assert "unsafe" not in page["Content-Security-Policy"]
    assert light.CSS_HASH in page.content.decode()


def test_it_asks_the_same_number_of_questions_for_many_shelters(client, acting, django_assert_num_queries):
    bring_to("active", acting("disaster_officer"))
    information.post(title="一つ目", by=acting("pr_author"))
    with django_assert_num_queries(4):
        client.get("/emergency/")
    many_shelters(40)
    for title in ("二つ目", "三つ目"):
        information.post(title=title, by=acting("pr_author"))
    with django_assert_num_queries(4):
        client.get("/emergency/")


def test_before_the_first_news_it_says_so_with_the_time(client, acting, frozen):
    frozen("2026-11-22 09:07")
    bring_to("active", acting("disaster_officer"))
    assert "まだ情報がありません（09:07時点）" in client.get("/emergency/").content.decode()


def test_in_normal_times_it_says_that_nothing_is_wrong(client, town):
    html = client.get("/emergency/").content.decode()
    assert "いま、災害モードではありません" in html
    assert 'href="tel:171"' in html
    assert "/?normal=1" in html


def test_after_half_an_hour_without_confirmation_it_says_its_age_in_words(client, acting, frozen):
    now = frozen("2026-11-22 09:00")
    by = acting("disaster_officer")
    bring_to("active", by)
    with clock.at(now + timedelta(minutes=30)):
        assert "たっています" not in client.get("/emergency/").content.decode()
    with clock.at(now + timedelta(minutes=95)):
        assert "最後の確認から1時間35分たっています" in client.get("/emergency/").content.decode()
        assert "1 h 35 min ago" in client.get("/en/emergency/").content.decode()
        information.confirm(by=by)
        assert "たっています" not in client.get("/emergency/").content.decode()


def test_a_drill_is_marked_in_every_language_and_in_its_title(client, acting):
    by = acting("disaster_officer")
    bring_to("drill", by)
    publish(by, title_en="[Emergency] Earthquake", body_en="Protect yourself.")
    information.post(title="訓練の情報", by=by)
    for path in PATHS.values():
        html = client.get(path).content.decode()
        assert "<title>【訓練】" in html
        assert "【緊急】" not in html
        assert html.count("【訓練】") >= 4


def test_open_shelters_are_said_to_be_open(client, acting):
    by = acting("disaster_officer")
    shelter = shelters.designate(
        by=by, code="1", name="中央小学校", kana="ちゅうおう", address="中央1", name_en="Central"
    )
    assert "【開設】" not in client.get("/emergency/").content.decode()
    shelters.open(shelter, by=by)
    assert "<strong>【開設】</strong>中央小学校" in client.get("/emergency/").content.decode()
    assert "【open】</strong>Central" in client.get("/en/emergency/").content.decode()


def test_the_banner_costs_one_question(acting, django_assert_num_queries):
    by = acting("disaster_officer")
    assert emergency() is None
    bring_to("active", by)
    with django_assert_num_queries(1):
        assert emergency()["title"]
    publish(by)
    with django_assert_num_queries(1):
        found = emergency()
    assert found["title"] == "地震です"
    assert found["kind"] == "life"
    assert found["is_drill"] is False
    assert found["since"] is not None


@pytest.mark.parametrize("status", ["normal", "alert", "recovery", "after_action"])
def test_without_a_notice_the_banner_shows_only_in_a_disaster_or_a_drill(acting, status):
    bring_to(status, acting("disaster_officer"))
    assert emergency() is None


# --- the static copy ------------------------------------------------------------------------------


def test_the_copy_equals_the_page(client, acting, media, settings, frozen):
    frozen("2026-11-22 09:00")
    by = acting("disaster_officer")
    bring_to("active", by)
    publish(by)
    snapshot.write()
    for language, path in PATHS.items():
        copy = settings.SNAPSHOT_DIR / path.strip("/") / "index.html"
        assert copy.read_bytes() == client.get(path).content
        name = {"ja": "index.html"}.get(language, f"{language}.html")
        assert (settings.SNAPSHOT_DIR / name).read_bytes() == copy.read_bytes()


def test_each_change_writes_the_copy_anew(acting, media, settings, django_capture_on_commit_callbacks):
    by = acting("disaster_officer")
    read = lambda: (settings.SNAPSHOT_DIR / "index.html").read_text()  # noqa: E731
    with django_capture_on_commit_callbacks(execute=True):
        bring_to("active", by)
    assert "災害モードです（地震）" in read()
    with django_capture_on_commit_callbacks(execute=True):
        publish(by, title="【緊急】写しに出ること")
    assert "【緊急】写しに出ること" in read()
    with django_capture_on_commit_callbacks(execute=True):
        information.post(title="一行目の情報", by=by)
    assert "一行目の情報" in read()
    with django_capture_on_commit_callbacks(execute=True):
        perform("deactivate", by)
    assert "いま、災害モードではありません" in read()


def test_the_command_writes_it_too(town, media, settings, capsys):
    from django.core.management import call_command

    call_command("write_snapshot")
    assert (settings.SNAPSHOT_DIR / "en.html").exists()


def test_any_static_server_serves_it_without_application_and_database(acting, media, settings, monkeypatch):
    bring_to("active", acting("disaster_officer"))
    snapshot.write()

    def is_down(*args, **kwargs):
        raise RuntimeError("the database is stopped")

    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(settings.SNAPSHOT_DIR))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for path in ("/", *PATHS.values()):
            with monkeypatch.context() as stopped:
                stopped.setattr(connection, "cursor", is_down)
                with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{path}") as answer:
                    html = answer.read().decode()
            assert answer.status == 200
            assert "時点の画面です" in html or "This page shows the state of" in html or "の 画面です" in html
    finally:
        server.shutdown()


def test_a_reader_never_meets_half_a_file(town, media, settings, monkeypatch):
    snapshot.write()
    before = (settings.SNAPSHOT_DIR / "index.html").read_bytes()
    monkeypatch.setattr(snapshot.os, "fsync", lambda _handle: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        snapshot.write()
    assert (settings.SNAPSHOT_DIR / "index.html").read_bytes() == before
    assert list(settings.SNAPSHOT_DIR.rglob("*.part")) == []


@pytest.mark.parametrize("path", PATHS.values())
def test_the_state_stands_in_red_only_in_a_real_disaster(client, acting, path):
    by = acting("disaster_officer")
    bring_to("drill", by)
    assert '<div class="s">' in client.get(path).content.decode()
    perform("end_drill", by)
    bring_to("active", by)
    assert '<div class="s a">' in client.get(path).content.decode()
    assert ".s.a{border:6px solid #ce0000}" in light.CSS
