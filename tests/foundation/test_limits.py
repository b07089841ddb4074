"""A brake for forms that need no account; it leads to nobody and forgets with its window."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from portal.foundation.limits import Limit, address_of

TWICE = Limit("test", times=2, per=timedelta(minutes=10))


def request(address="192.0.2.1", **headers):
    return RequestFactory().post("/", REMOTE_ADDR=address, **headers)


def test_the_third_time_is_refused_with_a_reason_and_a_next_step(frozen):
    frozen("2026-11-22 09:00")
    assert TWICE.take(request()) and TWICE.take(request())
    refusal = TWICE.take(request())
    assert not refusal
    assert refusal.reason and refusal.next_step


def test_another_place_another_form_and_the_next_window_begin_anew(frozen):
    frozen("2026-11-22 09:00")
    TWICE.take(request()), TWICE.take(request())
    assert TWICE.take(request("192.0.2.2"))
    assert Limit("other", times=2, per=timedelta(minutes=10)).take(request())
    frozen("2026-11-22 09:10")
    assert TWICE.take(request())


def test_the_count_holds_neither_address_nor_moment(frozen, monkeypatch):
    frozen("2026-11-22 09:04")
    kept = []
    monkeypatch.setattr(cache, "set", lambda *entry: kept.append(entry))
    TWICE.take(request())
    (key, count, seconds) = kept[0]
    assert "192.0.2.1" not in key and count == 1
    assert seconds == 6 * 60  # until the window ends, whenever one came


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.7, 203.0.113.9", "198.51.100.7"),
        (1, "", "192.0.2.1"),
    ],
)
def test_only_our_own_proxies_are_believed(settings, proxies, told, address):
    settings.TRUSTED_PROXIES = proxies
    assert address_of(request(HTTP_X_FORWARDED_FOR=told)) == address
