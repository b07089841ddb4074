"""The minutes of a meeting in versions that never change, and what was done with each."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.meetings.models import Meeting
from portal.foundation.privacy import Open, PersonalData

from . import querysets


class MinutesVersion(models.Model):
    """会議録: one wording of the minutes; a correction is another version beside it, never in its place.

    `text` is for the committee; `public_text` is what everybody may read once it is published. The
    database refuses to change a version: members checked and the chair confirmed exactly these words.
    """

    personal_data = PersonalData(
        controller="city",
        purpose="to record what was said and who wrote it down",
        fields=("text", "written_by"),
        open={"text": Open.OFFICE},
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the words stay",
    )

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes_versions")
    number = models.PositiveSmallIntegerField(_("version"))
    text = models.TextField(_("full text"))
    public_text = models.TextField(_("text for the public"), blank=True)
    reason = models.CharField(_("why it was changed"), max_length=600, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(_("written"))

    objects = querysets.MinutesVersionQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_minutes_version_per_number"),
        ]

    def __str__(self):
        return str(_("Version %(number)s") % {"number": self.number})

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A version of minutes is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A version of minutes is never deleted.")


class MinutesActKind(models.TextChoices):
    CHECKED = "checked", _("Checked")
    CORRECTION_ASKED = "correction_asked", _("Correction asked for")
    CONFIRMED = "confirmed", _("Confirmed")
    PUBLISHED = "published", _("Published")


class MinutesAct(models.Model):
    """What somebody did with one version: checked it, asked for a correction, confirmed or published it."""

    personal_data = PersonalData(
        controller="city",
        purpose="to show that members checked the minutes and the chair confirmed them",
        fields=("person", "note"),
        open={"note": Open.OFFICE},
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the act stays",
    )

    version = models.ForeignKey(MinutesVersion, on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=20, choices=MinutesActKind)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(_("what is to be corrected"), blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "person"],
                condition=models.Q(kind=MinutesActKind.CHECKED),
                name="minutes_checked_once_per_member",
            ),
            models.UniqueConstraint(
                fields=["version", "kind"],
                condition=models.Q(kind__in=[MinutesActKind.CONFIRMED, MinutesActKind.PUBLISHED]),
                name="minutes_confirmed_and_published_once",
            ),
        ]

    def __str__(self):
        return self.get_kind_display()
