"""Keys are wrapped anew, find without opening, and end what they sealed."""

from __future__ import annotations

import base64

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from portal.foundation import checks, sealing
from portal.foundation.models import AuditEntry, SealingKey

NEW = base64.b64encode(b"a key of the next year, 32 bytes").decode()


def test_rewrapping_lets_the_old_key_go_and_changes_nothing_sealed(db, settings, capsys, tmp_path):
    settings.CUSTODIAN_DATABASE = {**settings.CUSTODIAN_DATABASE, "NAME": str(tmp_path / "custodian")}
    old = settings.SEALING_KEYS
    sealed = sealing.seal("花子", purpose="test.one", bound_to="x")
    sealing.seal("太郎", purpose="test.two", bound_to="x")
    sealing.destroy("test.two")
    settings.SEALING_KEYS = [NEW, *old]
    call_command("rewrap_keys")
    assert "were wrapped anew" in capsys.readouterr().out
    line = AuditEntry.objects.get(verb="system.sealing_keys.rewrapped")
    assert line.details["data_keys"] == SealingKey.objects.filter(wrapped__isnull=False).count() > 0
    settings.SEALING_KEYS = [NEW]
    assert sealing.unseal(sealed, purpose="test.one", bound_to="x") == "花子"
    assert sealing.rewrap() == 0
    with pytest.raises(sealing.Erased):
        sealing.seal("x", purpose="test.two", bound_to="x")
    settings.SEALING_KEYS = old
    with pytest.raises(ImproperlyConfigured):
        sealing.unseal(sealed, purpose="test.one", bound_to="x")


def test_a_blind_index_finds_the_same_words_and_belongs_to_one_purpose(db):
    index = sealing.blind_index("見本　花子", purpose="test.one")
    assert len(index) == 32
    assert (
        index
        == sealing.blind_index("見本 花子", purpose="test.one")
        == sealing.blind_index("見本花子", purpose="test.one")
    )
    assert index == sealing.blind_index("見本\u3000花子 ", purpose="test.one")
    assert index != sealing.blind_index("見本花", purpose="test.one")
    assert index != sealing.blind_index("見本 花子", purpose="test.two")
    assert sealing.destroy(sealing.index_of("test.one")) and not sealing.destroy(sealing.index_of("test.one"))
    with pytest.raises(sealing.Erased):
        sealing.blind_index("見本 花子", purpose="test.one")


def test_the_custodian_must_be_somebody_else(settings):
    def complaints():
        return {message.id for message in checks.no_demo_in_production(None)}

    settings.CUSTODIAN_KEYS = [NEW]
    assert "foundation.E007" not in complaints()
    settings.CUSTODIAN_DATABASE = {**settings.DATABASES["default"]}
    assert "foundation.E007" in complaints()
    settings.CUSTODIAN_KEYS = []
    assert "foundation.E007" not in complaints()
    settings.CUSTODIAN_DATABASE = {**settings.CUSTODIAN_DATABASE, "NAME": "elsewhere"}
    for shared in (settings.SEALING_KEYS[0], checks.DEMO_CUSTODIAN_KEY):
        settings.CUSTODIAN_KEYS = [shared]
        assert "foundation.E007" in complaints()
