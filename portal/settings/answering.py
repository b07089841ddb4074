"""The process that takes answers, and nothing else: no account, no cookie, no key, and no table of the town.

It knows `ANSWERS_DATABASE_URL` alone: the login that sees the answering side (PostgreSQL), or its file (SQLite).
"""

import secrets

from .base import *  # noqa: F403
from .base import TEMPLATES, VAR_DIR, database, env

ANSWERS_ONLY = True
DEMO = env.bool("DEMO", default=False)
ANSWERING_URL = ""
SECRET_KEY = secrets.token_urlsafe(64)  # nothing here is signed
DEBUG = False
ALLOWED_HOSTS = ["*"] if DEMO else env.list("ALLOWED_HOSTS")
DATABASES = {"default": database(env("ANSWERS_DATABASE_URL"))}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c search_path=answering"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SEALING_KEYS: list[str] = []
CUSTODIAN_KEYS: list[str] = []
CUSTODIAN_DATABASE: dict[str, str] = {}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
WAGTAILADMIN_BASE_URL = ""
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

MIDDLEWARE = [
    "surveys.ballots.middleware.answers_only",  # before anything can read who comes
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "allauth.account.middleware.AccountMiddleware",  # allauth insists on it; without a session it does nothing
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.foundation.middleware.denials",
]
TEMPLATES = [
    {
        **TEMPLATES[0],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "portal.nav.shell",
                "portal.snapshot.banner",
            ]
        },
    }
]
WHITENOISE_USE_FINDERS = DEMO
(VAR_DIR / "static").mkdir(parents=True, exist_ok=True)
if not DEMO:
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
