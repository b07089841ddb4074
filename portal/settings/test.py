"""The suite: quick hashes, mails in memory, tasks inline unless a test starts a real worker."""

import hashlib
from datetime import date

from .base import *  # noqa: F403
from .base import BASE_DIR, DATABASES, Q_CLUSTER, VAR_DIR, database

SECRET_KEY = "test-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
Q_CLUSTER = {**Q_CLUSTER, "sync": True}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
CUSTODIAN_DATABASE = database(f"sqlite:///{VAR_DIR}/test_custodian.sqlite3")
(VAR_DIR / "static").mkdir(parents=True, exist_ok=True)


def shape_of_the_tables() -> str:
    """Changes with migrations, pinned packages, the founded town and the day: a kept database is never stale."""
    rooms = [*BASE_DIR.glob("*/migrations/*.py"), *BASE_DIR.glob("portal/*/migrations/*.py")]
    digest = hashlib.sha256()
    town = [*BASE_DIR.glob("residents/**/*.py"), BASE_DIR / "tests" / "conftest.py"]
    digest.update(date.today().isoformat().encode())
    for file in [*sorted(rooms), *sorted(town), BASE_DIR / "requirements.txt"]:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


TEST_NAME = f"test_sankaku_{shape_of_the_tables()}"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    TEST_NAME = str(VAR_DIR / f"{TEST_NAME}.sqlite3")
DATABASES["default"]["TEST"] = {"NAME": TEST_NAME}
DATABASES["default"]["ANSWERS"] = ""  # beside each test database, whatever the environment says
ANSWERING_URL = ""
LOGGING_CONFIG = None
PAGE_CACHE = False
