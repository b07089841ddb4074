"""Is the process alive, and is everything it needs there? JSON for machines that watch."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from http.client import HTTPException
from time import monotonic
from urllib.request import urlopen

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django_q.brokers import get_broker

from . import clock
from .models import Heartbeat

WORKER_SILENT_AFTER = timedelta(minutes=3)
ANSWERS_WITHIN = 2  # seconds
REMEMBERED = (
    10  # seconds; whoever asks /readyz in a row must not keep threads waiting for a process that hangs
)


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Database, cache, broker, worker and migrations, each by name; 503 if one is missing.

    Where answers are taken by a process of its own, it is named too. Without it the town is ``degraded`` and stays
    at its post: everything but answering goes on, and a balancer must not take it away.
    """
    checks = {
        "database": _database(),
        "cache": _cache(),
        "broker": _broker(),
        "worker": _worker(),
        "migrations": _migrations(),
    }
    is_ready = all(state == "ok" for state in checks.values())
    if settings.ANSWERING_URL:
        checks["answering"] = _answering(settings.ANSWERING_URL, int(monotonic() / REMEMBERED))
    is_whole = all(state == "ok" for state in checks.values())
    status = "ok" if is_whole else "degraded" if is_ready else "unready"
    return JsonResponse({"status": status, "checks": checks}, status=200 if is_ready else 503)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "down"
    return "ok"


def _cache() -> str:
    try:
        cache.set("readyz", 1, 5)
        return "ok" if cache.get("readyz") == 1 else "down"
    except Exception:  # whatever the cache's client raises, the answer is the same
        return "down"


def _broker() -> str:
    try:
        return "ok" if get_broker().ping() else "down"
    except Exception:  # each broker has its own exceptions
        return "down"


def _worker() -> str:
    try:
        beat = Heartbeat.objects.filter(name="worker").first()
    except DatabaseError:
        return "unknown"
    if beat is None:
        return "never seen"
    if settings.Q_CLUSTER.get("sync"):
        return "ok"
    return "ok" if clock.now() - beat.at < WORKER_SILENT_AFTER else "silent"


def _migrations() -> str:
    try:
        executor = MigrationExecutor(connection)
        return "pending" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else "ok"
    except DatabaseError:
        return "unknown"


@lru_cache(maxsize=1)
def _answering(place: str, _stretch: int) -> str:
    try:
        with urlopen(f"{place}/healthz", timeout=ANSWERS_WITHIN) as answer:
            return "ok" if answer.status == 200 else "down"
    except (OSError, HTTPException):
        return "down"
