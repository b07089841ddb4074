"""History of notices; the words themselves are pages."""

from django.db import models

from portal.foundation.models import Step


class NoticeStep(Step):
    """One act in the life of a notice: who submitted, approved, corrected or withdrew it, and why."""

    subject = models.ForeignKey("home.NoticePage", on_delete=models.CASCADE, related_name="steps")
