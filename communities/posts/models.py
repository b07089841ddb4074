"""Threads and the posts in them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.numbered import Numbered
from portal.foundation.privacy import Open, PersonalData
from portal.foundation.sealing import SealedTextField

from .lifecycle import POST, PostStatus
from .querysets import PostQuerySet, ThreadQuerySet


class Thread(models.Model):
    """One topic in a forum; read by whoever may read its first post."""

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="threads")
    title = models.CharField(_("topic title"), max_length=120)
    audience = models.BigIntegerField()
    last_post_id = models.BigIntegerField(default=0)
    is_closed = models.BooleanField(default=False)
    is_pinned = models.BooleanField(_("at the top of the list"), default=False)
    place = models.PositiveIntegerField(_("place at the top, by hand"), default=0)
    """Among the topics at the top the highest stands first; whoever leads the talk sets it (checklist 47)."""
    is_withdrawn = models.BooleanField(default=False)
    started_at = models.DateTimeField(default=clock.now)

    objects = ThreadQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="The conversation itself.",
        fields=("title",),
        open={"title": Open.PUBLIC},
        retention="As long as the forum is kept.",
        on_erasure="The words stay unless the author asks for them to go.",
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["forum", "-is_pinned", "-place", "-last_post_id"], name="thread_forum_lively"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(place=0) | Q(is_pinned=True), name="thread_has_a_place_only_at_the_top"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse(
            "communities:thread-detail",
            kwargs={"shelf": self.forum.shelf, "slug": self.forum.slug, "thread": self.pk},
        )


class Standing(models.TextChoices):
    """Staff speak for their unit, or as themselves; readers must be able to tell (2.5)."""

    PERSONAL = "personal", _("personal")
    OFFICIAL = "official", _("official")


class Post(Stepped):
    """What somebody said (発言). Its audience is what stood beside the send button when it was sent."""

    lifecycle = POST

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="posts")
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="posts")
    in_reply_to = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="replies")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts")
    author_name = models.CharField(max_length=60, blank=True)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.PERSONAL)
    for_body = models.ForeignKey(
        "residents.Body", models.PROTECT, null=True, blank=True, related_name="posts"
    )
    body = models.TextField(_("text"), max_length=10000)
    audience = models.BigIntegerField()
    status = models.CharField(max_length=10, choices=PostStatus)
    status_reason = models.TextField(blank=True)
    hidden_until = models.DateField(_("hidden for a check until"), null=True, blank=True)
    written_at = models.DateTimeField(default=clock.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    submission = models.UUIDField(null=True, blank=True)
    consent = models.ForeignKey(
        "residents.Consent", models.PROTECT, null=True, blank=True, related_name="posts"
    )

    objects = PostQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="The conversation itself; under the proviso of Art. 2 what is disclosed here is public.",
        fields=("author", "author_name", "body"),
        open={"author_name": Open.PUBLIC, "body": Open.PUBLIC},
        retention="As long as the forum is kept.",
        on_erasure="The author's name becomes neutral; words stay unless the author asks for them to go.",
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["audience", "-id"], name="post_audience", condition=Q(status=PostStatus.SHOWN)
            ),
            models.Index(fields=["thread", "id"], name="post_thread"),
            models.Index(fields=["forum", "-id"], name="post_forum", condition=Q(status=PostStatus.SHOWN)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["author", "submission"], name="post_sent_once"),
            models.CheckConstraint(
                condition=Q(hidden_until__isnull=True) | Q(status=PostStatus.HIDDEN),
                name="post_checked_while_hidden",
            ),
            models.CheckConstraint(
                condition=Q(standing=Standing.PERSONAL) | Q(for_body__isnull=False),
                name="post_official_has_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.body[:40]

    def get_absolute_url(self) -> str:
        return reverse(
            "communities:post-detail",
            kwargs={"shelf": self.forum.shelf, "slug": self.forum.slug, "pk": self.pk},
        )

    @property
    def name(self) -> str:
        """Under which name the author speaks here."""
        return self.author_name or self.author.display_name

    @property
    def is_official(self) -> bool:
        return self.standing == Standing.OFFICIAL

    @property
    def is_shown(self) -> bool:
        return self.status == PostStatus.SHOWN

    @property
    def is_being_checked(self) -> bool:
        """Hidden by those of the place for some days, and not part of a case."""
        return self.hidden_until is not None


class PostStep(Step):
    """History of a post: written, edited, hidden, held, restored."""

    subject = models.ForeignKey(Post, models.CASCADE, related_name="steps")


class PostRevision(Numbered):
    """The words a post had before an edit; they rest sealed, because their author took them back."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="revisions")
    body = SealedTextField(purpose="communities.post_revision", given_by="post__author_id")
    replaced_at = models.DateTimeField()

    personal_data = PersonalData(
        controller="city",
        purpose="What an edited post said before; read by those who look after the forum.",
        fields=("body",),
        retention="As long as the post.",
        on_erasure="Deleted.",
    )

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.post_id} {self.replaced_at:%Y-%m-%d %H:%M}"
