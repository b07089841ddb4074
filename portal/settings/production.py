"""A real town: everything that differs comes from the environment; nothing has a demo default."""

from urllib.parse import parse_qs, urlparse

from .base import *  # noqa: F403
from .base import VAR_DIR, env

DEBUG = False
DEMO = env.bool("DEMO", default=False)
TEST_CERTIFICATES_ALLOWED = env.bool("TEST_CERTIFICATES_ALLOWED", default=False)
SECRET_KEY = env("SECRET_KEY")
SEALING_KEYS = env.list("SEALING_KEYS")
CUSTODIAN_KEYS = env.list("CUSTODIAN_KEYS", default=[])  # without: no surveys under a pseudonym
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list(
    "CSRF_TRUSTED_ORIGINS",
    default=[f"https://{host if host[0] != '.' else '*' + host}" for host in ALLOWED_HOSTS],
)
WAGTAILADMIN_BASE_URL = env("BASE_URL", default=f"https://{ALLOWED_HOSTS[0].lstrip('.')}")

vars().update(env.email_url("EMAIL_URL"))
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1)  # production stands behind one, see the header above
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
CONN_HEALTH_CHECKS = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_STORE = urlparse(env("MEDIA_URL", default=""))
if MEDIA_STORE.scheme == "s3":
    # s3://bucket/prefix?endpoint=https://objects.example.jp&region=ap-northeast-1
    options = parse_qs(MEDIA_STORE.query)
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": MEDIA_STORE.netloc,
            "location": MEDIA_STORE.path.strip("/"),
            "endpoint_url": options.get("endpoint", [None])[0],
            "region_name": options.get("region", [None])[0],
        },
    }
VAR_DIR.mkdir(exist_ok=True)
