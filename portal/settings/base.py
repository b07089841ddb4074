"""What every deployment shares. Differences live in dev, test and production."""

import os
from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from .parts.agenda import AGENDA  # noqa: F401
from .parts.apps import INSTALLED_APPS, MIDDLEWARE  # noqa: F401
from .parts.handover import HANDOVER  # noqa: F401
from .parts.headers import *  # noqa: F403
from .parts.languages import *  # noqa: F403
from .parts.log_in import *  # noqa: F403
from .parts.logs import *  # noqa: F403
from .parts.timetable import TIMETABLE  # noqa: F401
from .parts.wagtail_cms import *  # noqa: F403

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))
env = environ.Env()

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "portal.nav.layout",
            ],
        },
    }
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY;"
    ),
}


def database(url: str) -> dict:
    """One database from its URL; SQLite gets the settings under which no write was ever lost."""
    config = environ.Env.db_url_config(url)
    config["CONN_MAX_AGE"] = 60
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = SQLITE_OPTIONS
    return config


def towns_database(url: str, answers_url: str) -> dict:
    """The town's database with its two sides apart (docs/adr/0022): two schemas, or a second file attached."""
    config = database(url)
    if config["ENGINE"].endswith("sqlite3"):
        config["ENGINE"] = "portal.foundation.attached_sqlite3"
        config["ANSWERS"] = environ.Env.db_url_config(answers_url)["NAME"] if answers_url else ""
    else:
        config.setdefault("OPTIONS", {})["options"] = "-c search_path=public,issuing,answering"
    return config


ANSWERS_DATABASE_URL = env("ANSWERS_DATABASE_URL", default="")
"""SQLite: the file of the answering side; empty: beside the town's own."""
DATABASES = {
    "default": towns_database(
        env("DATABASE_URL", default=f"sqlite:///{VAR_DIR}/sankaku.sqlite3"), ANSWERS_DATABASE_URL
    )
}
TOWN_LOGIN = DATABASES["default"].get("USER", "")
ANSWERING_LOGIN = env("ANSWERING_LOGIN", default="")
"""PostgreSQL: the name of the login that sees the answering side only; its password is the answering process's."""
ANSWERING_URL = env("ANSWERING_URL", default="")
"""Where the answering process listens; empty: this process takes answers itself."""
ANSWERS_ONLY = False
REDIS_URL = env("REDIS_URL", default="")
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache",
            "OPTIONS": {"MAX_ENTRIES": 20_000},  # 300, Django's default, is pushed out by one busy visitor
        }
    )
}
Q_CLUSTER = {
    "name": "sankaku",
    "label": _("Background tasks"),
    "workers": env.int("Q_WORKERS", default=1),
    "timeout": 120,
    "retry": 180,
    "max_attempts": 5,
    "poll": 0.5,
    "catch_up": False,
    "save_limit": -1,  # what went well is on record elsewhere; with a number, every task reads and locks all kept ones
    **({"redis": REDIS_URL} if REDIS_URL else {"orm": "default"}),
}

AUTH_USER_MODEL = "residents.User"
AUTHENTICATION_BACKENDS = [
    "residents.accounts.backends.RoleTableBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_HTTPONLY = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # never by an address that asks nobody, whatever stores the files
SNAPSHOT_DIR = env.path("SNAPSHOT_DIR", default=str(VAR_DIR / "snapshot"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
EMAIL_BACKEND = "portal.foundation.mail.KeepingBackend"
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="参画 <noreply@demo.example.jp>")
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
DEMO = env.bool("DEMO", default=True)
TOWN_NAME = env("TOWN_NAME", default="デモ市")
SEALING_KEYS = env.list("SEALING_KEYS", default=["c2Fua2FrdS1kZW1vLXNlYWxpbmcta2V5LTAwMDAwMDE="])
CUSTODIAN_DATABASE = database(env("CUSTODIAN_DATABASE_URL", default=f"sqlite:///{VAR_DIR}/custodian.sqlite3"))
"""Where the second custodian keeps the keys of pseudonyms: never the town's own database."""
CUSTODIAN_KEYS = env.list("CUSTODIAN_KEYS", default=["c2Fua2FrdS1kZW1vLWN1c3RvZGlhbi1rZXktMDAwMDE="])
APP_LOGIN = {  # registration with the Digital Agency's app; empty: that way of proving oneself is not offered
    "issuer": env("APP_LOGIN_ISSUER", default=""),
    "endpoints": env("APP_LOGIN_ENDPOINTS", default=""),  # default: the issuer's /protocol/openid-connect
    "client_id": env("APP_LOGIN_CLIENT_ID", default=""),
    "key_file": env("APP_LOGIN_KEY_FILE", default=""),
}
TEST_CERTIFICATES_ALLOWED = env.bool("TEST_CERTIFICATES_ALLOWED", default=True)
