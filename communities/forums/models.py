"""A forum is any place to talk; a membership is one person's part in it."""

from __future__ import annotations

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import Open, PersonalData

from .lifecycle import MEMBERSHIP, MembershipStatus
from .querysets import EVERYBODY, LOGGED_IN, ForumQuerySet, MembershipQuerySet


class ForumKind(models.TextChoices):
    OFFICIAL_COMMUNITY = "official_community", _("Official community")
    GENERAL_COMMUNITY = "general_community", _("General community")
    CITY_ROOM = "city_room", _("City-area room")
    CITIZEN_ROOM = "citizen_room", _("Citizen-area room")


COMMUNITIES = frozenset({ForumKind.OFFICIAL_COMMUNITY, ForumKind.GENERAL_COMMUNITY})
ROOMS = frozenset({ForumKind.CITY_ROOM, ForumKind.CITIZEN_ROOM})


class Visibility(models.TextChoices):
    """From open to all down to participants only (guide, 実践編SNS 5-3)."""

    PUBLIC = "public", _("Anyone can read")
    SNS = "sns", _("Registered residents can read")
    MEMBERS = "members", _("Only members can read")


class Joining(models.TextChoices):
    OPEN = "open", _("Anyone registered may join")
    APPROVAL = "approval", _("The manager admits each member")


class NameRule(models.TextChoices):
    """Real name or nickname is for each room to say (実践編SNS 3-2)."""

    REAL_NAME = "real_name", _("Real name")
    NICKNAME = "nickname", _("Nickname")


class Forum(models.Model):
    """A place where people talk: the part a community and a room share.

    Its number is the audience number of what only its members may read, so one list of posts
    needs no join to know who may see them.
    """

    kind = models.CharField(max_length=20, choices=ForumKind)
    slug = models.SlugField(_("web address"), max_length=60, unique=True)
    title = models.CharField(_("name"), max_length=80)
    purpose = models.TextField(_("purpose"), max_length=2000)
    visibility = models.CharField(_("who can read"), max_length=10, choices=Visibility)
    joining = models.CharField(_("how to join"), max_length=10, choices=Joining, default=Joining.OPEN)
    name_rule = models.CharField(_("names"), max_length=10, choices=NameRule, default=NameRule.NICKNAME)
    manager = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="managed_forums"
    )
    operating_body = models.ForeignKey(
        "residents.Body", models.PROTECT, null=True, blank=True, related_name="operated_forums"
    )
    is_published = models.BooleanField(default=False, editable=False)
    accepts_posts = models.BooleanField(default=False, editable=False)
    takes_topics = models.BooleanField(default=True, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    objects = ForumQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Who answers for a place to talk.",
        fields=("manager",),
        retention="As long as the forum is kept.",
        on_erasure="The manager is handed over or removed; the forum stays.",
    )

    class Meta:
        indexes = [models.Index(fields=["kind", "-id"], name="forum_kind", condition=Q(is_published=True))]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_published=True) | Q(accepts_posts=False), name="forum_posts_only_if_published"
            ),
            models.CheckConstraint(
                condition=~Q(kind=ForumKind.OFFICIAL_COMMUNITY) | Q(operating_body__isnull=False),
                name="forum_official_has_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("communities:forum-detail", kwargs=self.address)

    @property
    def audience(self) -> int:
        """The audience number a post written here now receives."""
        numbers: dict[str, int] = {Visibility.PUBLIC: EVERYBODY, Visibility.SNS: LOGGED_IN}
        return numbers.get(self.visibility, self.pk)

    @property
    def audience_words(self) -> str:
        """Who will read what is written here now, in a sentence; stands beside the send button."""
        if self.visibility == Visibility.PUBLIC:
            return gettext("Anyone on the internet, also without logging in.")
        if self.visibility == Visibility.SNS:
            return gettext("Registered residents who are logged in.")
        return gettext("Only those who take part in “%(forum)s”.") % {"forum": self.title}

    @property
    def is_public(self) -> bool:
        return self.visibility == Visibility.PUBLIC

    @property
    def shelf(self) -> str:
        """The first part of its address."""
        return "rooms" if self.is_room else "communities"

    @property
    def is_room(self) -> bool:
        return self.kind in ROOMS

    @property
    def is_official(self) -> bool:
        return self.kind == ForumKind.OFFICIAL_COMMUNITY

    @property
    def uses_real_names(self) -> bool:
        return self.name_rule == NameRule.REAL_NAME

    @property
    def address(self) -> dict[str, str]:
        """The part of an address all pages of this forum share."""
        return {"shelf": self.shelf, "slug": self.slug}

    @cached_property
    def facilitator_ids(self) -> frozenset:
        """Read once per fetched forum; a list of posts asks for it on every row."""
        return frozenset(
            self.memberships.joined().filter(is_facilitator=True).values_list("person_id", flat=True)
        )


class News(models.TextChoices):
    EACH = "each", _("A message for each new post")
    OFF = "off", _("No messages")


class Membership(Stepped):
    """One person's part in one forum (参加登録者); whoever left keeps the row, not the access."""

    lifecycle = MEMBERSHIP

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="forum_memberships")
    status = models.CharField(max_length=10, choices=MembershipStatus)
    shown_name = models.CharField(_("name shown in this room"), max_length=60, blank=True)
    is_facilitator = models.BooleanField(default=False)
    news = models.CharField(_("messages"), max_length=5, choices=News, default=News.EACH)
    since = models.DateTimeField(default=clock.now, editable=False)

    objects = MembershipQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Who takes part where, and under which name they chose to appear.",
        fields=("person", "shown_name"),
        open={"shown_name": Open.PUBLIC},
        retention="Until the person leaves the portal.",
        on_erasure="Deleted with the account.",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["forum", "person"], name="forum_membership_once")]
        indexes = [models.Index(fields=["person", "status", "forum"], name="forum_membership_person")]

    def __str__(self) -> str:
        return f"{self.person} – {self.forum}"

    @property
    def name(self) -> str:
        return self.shown_name or self.person.display_name


class MembershipStep(Step):
    """Joining, being admitted, leaving: when and by whom."""

    subject = models.ForeignKey(Membership, models.CASCADE, related_name="steps")
