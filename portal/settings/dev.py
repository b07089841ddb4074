"""The demo town on one machine: SQLite, kept mails, test certificates."""

from .base import *  # noqa: F403
from .base import VAR_DIR, env

SECRET_KEY = env("SECRET_KEY", default="demo-town-only-not-for-production")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
WHITENOISE_USE_FINDERS = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
(VAR_DIR / "static").mkdir(parents=True, exist_ok=True)
HOST, PORT = env("HOST", default="127.0.0.1"), env("PORT", default="8000")
WAGTAILADMIN_BASE_URL = env(
    "BASE_URL", default=f"http://{'127.0.0.1' if HOST == '0.0.0.0' else HOST}:{PORT}"
)  # mails lead to where `make run` listens
