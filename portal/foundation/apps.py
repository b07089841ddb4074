from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class FoundationConfig(AppConfig):
    """The floor: known by all, knows none."""

    name = "portal.foundation"
    label = "foundation"
    verbose_name = _("Foundation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks, timetable  # noqa: F401

        post_migrate.connect(timetable.write, sender=self)
        pre_migrate.connect(timetable.create_cache_table, sender=self)  # migrations use the cache
