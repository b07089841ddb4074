from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DisasterConfig(AppConfig):
    """One switch everybody may read."""

    name = "disaster"
    verbose_name = _("Disaster")
    default_auto_field = "django.db.models.BigAutoField"
