"""`check --deploy` with a real town's environment: silent; with a demo value in it: a refusal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal.foundation import checks

BASE = Path(__file__).resolve().parents[2]
REAL = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "".join(chr(33 + (7 * n) % 90) for n in range(64)),
    "SEALING_KEYS": "bm90LXRoZS1kZW1vLWtleS0wMDAwMDAwMDAwMDAwMDA=",
    "ALLOWED_HOSTS": "sankaku.example.jp,.town.example.jp",
    "EMAIL_URL": "smtp+tls://user:secret@mail.example.jp:587",
    "ANSWERING_URL": "http://127.0.0.1:8001",
}


@pytest.fixture
def check(tmp_path):
    def run(**changes: str | None) -> subprocess.CompletedProcess[str]:
        values = {
            **REAL,
            "DATABASE_URL": f"sqlite:///{tmp_path}/town.sqlite3",
            "VAR_DIR": str(tmp_path),
            **changes,
        }
        environment = {"PATH": os.environ["PATH"], **{k: v for k, v in values.items() if v is not None}}
        command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
        return subprocess.run(command, cwd=BASE, env=environment, capture_output=True, text=True, timeout=120)

    return run


def test_a_real_town_passes_without_a_warning(check):
    done = check()
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout


def test_demo_values_are_refused_by_name(check):
    done = check(
        SECRET_KEY="demo-town-only-not-for-production",
        SEALING_KEYS="c2Fua2FrdS1kZW1vLXNlYWxpbmcta2V5LTAwMDAwMDE=",
        DEMO="1",
        ALLOWED_HOSTS="*",
        TEST_CERTIFICATES_ALLOWED="1",
        SECURE_SSL_REDIRECT="0",
    )
    assert done.returncode != 0
    for complaint in ("E002", "E003", "E005", "E006"):
        assert f"foundation.{complaint}" in done.stderr
    assert "surveys.E001" in done.stderr and "security.W008" in done.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "EMAIL_URL"])
def test_what_has_no_default_must_be_given(check, name):
    done = check(**{name: None})
    assert done.returncode != 0
    assert name in done.stderr


@pytest.mark.parametrize("keys", [[], ["dG9vIHNob3J0"], ["not base64!"], [checks.DEMO_SEALING_KEY]])
def test_a_sealing_key_has_32_bytes_and_is_not_the_demo_key(settings, keys):
    settings.SEALING_KEYS = keys
    assert "foundation.E003" in {message.id for message in checks.no_demo_in_production(None)}
