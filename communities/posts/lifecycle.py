"""A post is written, perhaps edited; taken back within a minute, hidden for a check, or deleted in a case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class PostStatus(models.TextChoices):
    SHOWN = "shown", _("Shown")
    HIDDEN = "hidden", _("Hidden while it is checked")
    WITHDRAWN = "withdrawn", _("Taken back by the author")
    DELETED = "deleted", _("Deleted by a caretaker")


GONE = frozenset({PostStatus.WITHDRAWN, PostStatus.DELETED})

POST = Lifecycle(
    "communities.post",
    PostStatus,
    write=({START}, PostStatus.SHOWN, "member"),
    edit=({PostStatus.SHOWN}, PostStatus.SHOWN, "author"),
    withdraw=({PostStatus.SHOWN}, PostStatus.WITHDRAWN, "author"),
    hide=({PostStatus.SHOWN}, PostStatus.HIDDEN, "manager | facilitator, for a check of some days"),
    hold=({PostStatus.SHOWN, PostStatus.HIDDEN}, PostStatus.HIDDEN, "caretaker in a case (第13条)"),
    restore=({PostStatus.HIDDEN}, PostStatus.SHOWN, "manager | facilitator | caretaker"),
    end_check=({PostStatus.HIDDEN}, PostStatus.SHOWN, "clock"),
    delete=({PostStatus.SHOWN, PostStatus.HIDDEN}, PostStatus.DELETED, "caretaker in a case (第13条)"),
    reinstate=(
        {PostStatus.HIDDEN, PostStatus.DELETED},
        PostStatus.SHOWN,
        "those who examine an objection",
    ),
)
