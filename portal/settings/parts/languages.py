"""Japanese first; English and やさしい日本語 beside it."""

from pathlib import Path

import django.conf.locale
from django.utils.translation import gettext_lazy as _

LANGUAGE_CODE = "ja"
TIME_ZONE = "Asia/Tokyo"
USE_I18N = True
USE_TZ = True
django.conf.locale.LANG_INFO["ja-simple"] = {
    "bidi": False,
    "code": "ja-simple",
    "name": "Easy Japanese",
    "name_local": "やさしい日本語",
    "fallback": ["ja"],
}
LANGUAGES = [("ja", _("Japanese")), ("en", _("English")), ("ja-simple", _("Easy Japanese"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
_LOCALE = Path(__file__).resolve().parents[3] / "locale"
LOCALE_PATHS = [_LOCALE, _LOCALE / "wagtail"]  # ours first, then what Wagtail leaves untranslated
