"""Pitfalls of a real town's settings: limits that count together, lasting connections, stores, second factors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django_q.models import Schedule

from portal.settings import base as base_settings
from residents.seeds import DEMO_PASSWORD

BASE = Path(__file__).resolve().parents[2]
REAL = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "k" * 64,
    "SEALING_KEYS": "bm90LXRoZS1kZW1vLWtleS0wMDAwMDAwMDAwMDAwMDA=",
    "ALLOWED_HOSTS": "sankaku.example.jp",
    "EMAIL_URL": "smtp+tls://user:secret@mail.example.jp:587",
    "ANSWERING_URL": "http://127.0.0.1:8001",
}
READ = """
import json, importlib
found = vars(importlib.import_module("portal.settings.production"))
names = ["CACHES", "DATABASES", "Q_CLUSTER", "STORAGES", "CONN_HEALTH_CHECKS", "MEDIA_URL"]
print(json.dumps({name: found[name] for name in names}, default=lambda value: type(value).__name__))
"""


@pytest.fixture
def production(tmp_path):
    """What production's settings become in an environment; read by a process of its own."""

    def read(**environment: str) -> dict:
        values = {**REAL, "VAR_DIR": str(tmp_path), "PATH": os.environ["PATH"], **environment}
        done = subprocess.run(
            [sys.executable, "-c", READ], cwd=BASE, env=values, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return read


def test_files_go_to_a_bucket_named_by_its_address(production):
    store = "s3://town-files/portal?endpoint=https://objects.example.jp&region=ap-northeast-1"
    assert production(MEDIA_URL=store)["STORAGES"]["default"] == {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": "town-files",
            "location": "portal",
            "endpoint_url": "https://objects.example.jp",
            "region_name": "ap-northeast-1",
        },
    }


def test_a_bucket_needs_no_more_than_its_name_and_files_stay_here_without_one(production):
    bucket = production(MEDIA_URL="s3://town-files")["STORAGES"]["default"]["OPTIONS"]
    assert bucket == {"bucket_name": "town-files", "location": "", "endpoint_url": None, "region_name": None}
    here = production()
    assert here["STORAGES"]["default"]["BACKEND"] == "django.core.files.storage.FileSystemStorage"
    assert here["MEDIA_URL"] == "/media/"


def test_the_store_of_the_bucket_can_be_opened(production):
    from django.utils.module_loading import import_string

    chosen = production(MEDIA_URL="s3://town-files?region=ap-northeast-1")["STORAGES"]["default"]
    assert import_string(chosen["BACKEND"])(**chosen["OPTIONS"]).bucket_name == "town-files"


def test_redis_is_cache_and_broker_where_it_is_named(production):
    found = production(REDIS_URL="redis://127.0.0.1:6379/3")
    assert found["CACHES"]["default"] == {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://127.0.0.1:6379/3",
    }
    assert found["Q_CLUSTER"]["redis"] == "redis://127.0.0.1:6379/3"
    assert "orm" not in found["Q_CLUSTER"]


def test_without_redis_the_limits_still_count_in_one_place_for_all_workers(production):
    """In memory every worker would count for itself, and four workers allow four times as much."""
    found = production()
    assert found["CACHES"]["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
    assert found["Q_CLUSTER"]["orm"] == "default"
    assert list(found["CACHES"]) == ["default"]


def test_the_log_in_counts_in_that_cache(db):
    client, wrong = Client(), {"login": "nobody@example.jp", "password": "wrong"}
    answers = [client.post("/accounts/login/", wrong) for _try in range(12)]
    assert "429" in str([answer.status_code for answer in answers]) or _too_many(answers[-1])
    cache.clear()
    assert client.post("/accounts/login/", wrong).status_code == 200
    assert not _too_many(client.post("/accounts/login/", wrong))


def _too_many(answer) -> bool:
    return "ログイン失敗が連続しています" in answer.content.decode()


def test_postgresql_keeps_its_connections_and_asks_whether_they_live(production):
    found = production(DATABASE_URL="postgres://town:secret@db.example.jp:5432/town")
    assert found["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert found["DATABASES"]["default"]["CONN_MAX_AGE"] == 60
    assert found["CONN_HEALTH_CHECKS"] is True
    assert base_settings.database("postgres://h/x").get("OPTIONS", {}).get("init_command") is None


def test_no_schedule_needs_a_package_for_cron(db):
    kinds = set(Schedule.objects.values_list("schedule_type", flat=True))
    assert kinds == {Schedule.MINUTES, Schedule.DAILY}
    assert not Schedule.objects.exclude(cron=None).exclude(cron="").exists()


PAGES_OF_A_SECOND_FACTOR = [
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/reauthenticate/",
    "/accounts/email/",
]


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", PAGES_OF_A_SECOND_FACTOR)
def test_staff_can_add_an_app_or_a_passkey(client_as, path, language):
    """Without django.contrib.humanize some of these pages answer 500, and no check says so."""
    client = client_as("pr_author")
    client.post("/accounts/reauthenticate/", {"password": DEMO_PASSWORD})
    assert client.get(f"{language}{path}").status_code == 200
    assert Client().get(f"{language}{path}").status_code == 302


def test_the_log_in_offers_the_passkey(db):
    assert settings.MFA_PASSKEY_LOGIN_ENABLED
    assert Client().get("/accounts/2fa/webauthn/login/").status_code in (200, 302)
    assert "webauthn" in Client().get("/accounts/login/").content.decode()
