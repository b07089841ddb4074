"""Notices as Wagtail pages: the words editors write, and the list at /notices/."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.crypto import get_random_string
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.locks import BaseLock
from wagtail.models import PagePermissionTester, Revision
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import Stepped
from portal.foundation.pages import BasePage
from portal.foundation.paging import keyset
from portal.foundation.privacy import PersonalData
from residents.models import Body

from .forms import NoticeForm
from .lifecycle import NOTICE, WRITABLE, Channel, NoticeStatus
from .querysets import NoticeManager
from .rights import NoticeIndexRights, NoticeRights


class Topic(models.TextChoices):
    """What a notice is about; people look by it."""

    LIVING = "living", _("Living and procedures")
    SAFETY = "safety", _("Disaster prevention and safety")
    PARTICIPATION = "participation", _("Participation and town planning")
    CHILDREN = "children", _("Children and learning")
    WELFARE = "welfare", _("Health and welfare")
    CULTURE = "culture", _("Culture, sports, events")
    SYSTEM = "system", _("Use of this site")


class NoticeIndexPage(BasePage):
    """The list of all notices, /notices/."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NoticePage"]
    max_count_per_parent = 1
    template = "home/notices/list.html"

    class Meta:
        verbose_name = _("list of notices")

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return NoticeIndexRights(user, self)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The address of a withdrawn notice keeps answering: it says that it was withdrawn."""
        if len(path_components) == 1:
            withdrawn = NoticePage.objects.child_of(self).filter(
                slug=path_components[0], status=NoticeStatus.WITHDRAWN
            )
            if notice := withdrawn.first():
                return RouteResult(notice)
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        channel, topic = request.GET.get("channel", ""), request.GET.get("topic", "")
        is_past = request.GET.get("period") == "past"
        found = NoticePage.objects.child_of(self).for_lists()
        found = found.past() if is_past else found.current()
        if channel in Channel.values:
            found = found.filter(channel=channel)
        if topic in Topic.values:
            found = found.filter(topic=topic)
        return super().get_context(
            request,
            *args,
            notices=keyset(found, request, order="-published_at -pk"),
            channels=Channel.choices,
            topics=Topic.choices,
            chosen={"channel": channel, "topic": topic, "is_past": is_past},
            **kwargs,
        )


class NoticeLock(BaseLock):
    """Words that somebody is deciding about, or that are settled, stay as they are."""

    def for_user(self, user: Any) -> bool:
        return True

    def get_message(self, user: Any) -> Any:
        status = NOTICE.label(self.object.status)
        return _("The words cannot be changed while the status is “%(status)s”.") % {"status": status}

    get_description = get_message

    def get_locked_by(self, user: Any) -> Any:
        return NOTICE.label(self.object.status)


class NoticePage(Stepped, BasePage):
    """One notice of one channel (行政からのお知らせ・管理者からのお知らせ, [2.1]).

    Its words are written in Wagtail; it becomes public, changes or disappears only by the verbs of
    ``home.notices.actions``. What is live is always a revision that a publisher approved.
    """

    lifecycle = NOTICE
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    department = models.ForeignKey(
        Body,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="notices",
        verbose_name=_("department that speaks"),
    )
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    topic = models.CharField(_("topic"), max_length=20, choices=Topic, default=Topic.LIVING)
    publish_from = models.DateTimeField(
        _("publish from"), null=True, blank=True, help_text=_("Empty: as soon as it is approved.")
    )
    expires_on = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("Afterwards it leaves the front page and stays readable among past notices."),
    )
    status = models.CharField(max_length=20, choices=NoticeStatus, blank=True, default="", editable=False)
    approved_revision = models.ForeignKey(
        Revision, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    published_at = models.DateTimeField(null=True, blank=True, db_index=True, editable=False)
    changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    awaits_review = models.BooleanField(default=False, editable=False)

    objects = NoticeManager()
    ACTS = ("channel", "status", "approved_revision_id", "published_at", "changed_at", "awaits_review")
    exclude_fields_in_copy = ["status", "approved_revision", "published_at", "changed_at", "awaits_review"]
    translatable_fields = [
        *BasePage.translatable_fields,
        *(SynchronizedField(n, overridable=False) for n in ("channel", "department", "topic")),
        *(SynchronizedField(n) for n in ("contact", "publish_from", "expires_on")),
    ]
    parent_page_types = ["home.NoticeIndexPage"]
    subpage_types: list[str] = []
    base_form_class = NoticeForm
    template = "home/notices/detail.html"
    personal_data = PersonalData(
        controller="city",
        purpose="Who wrote and who approved a notice.",
        fields=("owner",),
        retention="As long as the notice.",
        on_erasure="Kept under the neutral name.",
    )

    content_panels = [
        FieldPanel("title", help_text=_("About 30 characters.")),
        FieldRowPanel([FieldPanel("channel"), FieldPanel("department")]),
        FieldPanel("body"),
        FieldPanel("expires_on"),
        MultiFieldPanel(
            [
                FieldPanel("summary"),
                FieldPanel("topic"),
                FieldPanel("contact"),
                FieldPanel("publish_from"),
                FieldPanel("slug", widget=None),
            ],
            heading=_("More settings"),
            classname="collapsed",
        ),
    ]
    promote_panels: list[Any] = []
    settings_panels: list[Any] = []
    edit_handler = ObjectList(content_panels, base_form_class=NoticeForm)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["published", "archived", "withdrawn"])
                | Q(published_at__isnull=False),
                name="notice_published_has_a_time",
            )
        ]

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return NoticeRights(user, self)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = f"notice-{clock.today():%Y%m%d}-{get_random_string(5).lower()}"
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.publish_from and self.expires_on and self.publish_from.date() > self.expires_on:
            raise ValidationError({"expires_on": _("It would be published after its last day.")})

    def with_content_json(self, content: dict[str, Any]) -> NoticePage:
        """Going back to older words never goes back to an older status."""
        words = super().with_content_json(content)
        for name in self.ACTS:
            setattr(words, name, getattr(self, name))
        return words

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Wagtail's own publishing, held to the words that were approved."""
        if revision.pk != self.approved_revision_id:
            raise Denied(_("Only approved words can be published."))
        return super().publish(revision, *args, **kwargs)

    def get_workflow(self) -> None:
        """Approval is a verb of ours (home.notices), so Wagtail's workflows stay out of it."""
        return None

    @property
    def has_workflow(self) -> bool:
        return False

    def get_lock(self) -> BaseLock | None:
        return super().get_lock() or (None if self.status in WRITABLE else NoticeLock(self))

    def save_revision(
        self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any
    ) -> Revision:
        """Autosave never writes over words that were approved; it begins new ones."""
        if overwrite_revision is not None and overwrite_revision.pk == self.approved_revision_id:
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    @property
    def words_seen(self) -> str:
        """Names the latest words exactly, so that nobody approves others than those they read."""
        latest = self.latest_revision
        return f"{latest.pk}-{latest.created_at.timestamp()}" if latest else ""

    def author_ids(self) -> set[str]:
        """Whoever began the notice or wrote any of its words."""
        return self._ids(self.revisions.all()) | ({str(self.owner_id)} if self.owner_id else set())

    def unread_author_ids(self) -> set[str]:
        """Whoever wrote words that no publisher has read yet."""
        if self.approved_revision_id is None or self.awaits_review:
            return self.author_ids()
        return self._ids(self.revisions.filter(pk__gt=self.approved_revision_id))

    @staticmethod
    def _ids(revisions: Any) -> set[str]:
        return {str(pk) for pk in revisions.filter(user__isnull=False).values_list("user_id", flat=True)}

    @cached_property
    def corrections(self) -> list[Any]:
        """The lines that say what was corrected and when; an error is never silently overwritten."""
        return list(self.steps.filter(verb="correct").order_by("-at"))

    @cached_property
    def withdrawal(self) -> Any:
        return self.steps.filter(verb="withdraw").order_by("-at").first()

    @cached_property
    def original(self) -> NoticePage | None:
        """The notice this one translates, if it is readable."""
        found = NoticePage.objects.filter(translation_key=self.translation_key).exclude(pk=self.pk)
        return found.readable().in_language("ja").select_related("locale").first()

    @property
    def is_older_than_original(self) -> bool:
        """A translation must say so when the original has been corrected since."""
        original = self.original
        return bool(original and self.changed_at and original.changed_at > self.changed_at)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.status == NoticeStatus.WITHDRAWN:
            return TemplateResponse(request, "home/notices/withdrawn.html", {"page": self}, status=410)
        return super().serve(request, *args, **kwargs)

    def __str__(self) -> str:
        return self.title


def default_index() -> NoticeIndexPage:
    """The Japanese list, where notices are begun."""
    return NoticeIndexPage.objects.get(locale__language_code="ja")
