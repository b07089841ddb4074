from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front door."""

    name = "home"
    verbose_name = _("Home")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail_localize import models as localize

        from . import page_rights, site  # noqa: F401

        localize.DATE_FORMAT = "%Y-%m-%d"  # its own names months in English, in whatever language one edits
        post_migrate.connect(site.build, sender=self, dispatch_uid="home.site")
