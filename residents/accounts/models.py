"""People with an account, and what ties them to the city."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock, pages
from portal.foundation.models import Uuid
from portal.foundation.privacy import Open, PersonalData
from portal.foundation.sealing import SealedTextField


class UserManager(BaseUserManager["User"]):
    """People are found by their mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(Uuid, AbstractBaseUser, PermissionsMixin):
    """A registered participant (参加登録者). The display name is public; the real name rests sealed.

    Rights come from dated role tables (residents.roles), never from the groups Django brings along.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    display_name = models.CharField(_("display name"), max_length=40)
    real_name = SealedTextField(purpose="residents.real_name", given_by="pk")
    preferred_language = models.CharField(_("language"), max_length=10, default="ja")
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=clock.now)
    wants_mail = models.BooleanField(_("notices by mail"), default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["display_name"]
    objects = UserManager()

    personal_data = PersonalData(
        controller="city",
        purpose="Log-in, participation and being told what became of what one said.",
        fields=("email", "display_name", "real_name"),
        open={"email": Open.LOG_IN, "display_name": Open.PUBLIC},
        retention="Until the account is left, then as the retention rule says.",
        on_erasure="Replaced by a neutral name; the address is deleted.",
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.display_name

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name

    @property
    def is_staff(self) -> bool:
        """Whether they act for any body today; Wagtail and templates ask this word."""
        return self.memberships.in_force().exists()

    @property
    def _page_permission_cache(self) -> list[pages.PageRight]:
        """What Wagtail's page policy reads instead of groups: the rights held today."""
        if not hasattr(self, "_page_rights_today"):
            self._page_rights_today = pages.rights_of(self) if self.is_active else []
        return self._page_rights_today

    @property
    def _collection_permission_cache(self) -> list[pages.CollectionRight]:
        """The same for pictures and documents."""
        if not hasattr(self, "_collection_rights_today"):
            self._collection_rights_today = pages.collection_rights_of(self) if self.is_active else []
        return self._collection_rights_today


def display(user: User) -> str:
    """How allauth speaks of a person."""
    return user.display_name


class ConnectionQuerySet(models.QuerySet["CityConnection"]):
    def on(self, day: date) -> ConnectionQuerySet:
        """Connections that hold on a day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)


class CityConnection(models.Model):
    """What ties a person to the city: they live, work or study here (第5条, 第11条), as declared."""

    class Kind(models.TextChoices):
        RESIDENCE = "residence", _("I live in the city")
        WORK = "work", _("I work in the city")
        STUDY = "study", _("I study in the city")

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="connections")
    kind = models.CharField(_("connection to the city"), max_length=20, choices=Kind)
    from_on = models.DateField(default=clock.today)
    until_on = models.DateField(null=True, blank=True)

    objects = ConnectionQuerySet.as_manager()
    personal_data = PersonalData(
        controller="city",
        purpose="Opening a citizen-area room (Art. 5) and applying for a seat (Art. 11).",
        fields=("person", "kind"),
        open={"kind": Open.CHOICE},
        retention="With the account.",
        on_erasure="Deleted.",
    )

    def __str__(self) -> str:
        return str(self.Kind(self.kind).label)
