"""A notice as a Wagtail page: the words editors write, and what readers see of its acts."""

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
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.locks import BaseLock
from wagtail.models import PagePermissionTester, Revision
from wagtail_localize.fields import SynchronizedField
from wagtail_localize.models import StringTranslation

from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import Stepped
from portal.foundation.pages import BasePage
from portal.foundation.privacy import PersonalData
from residents.models import Body

from .forms import NoticeForm
from .lifecycle import NOTICE, WRITABLE, Channel, NoticeStatus, Topic
from .lock import NoticeLock
from .querysets import NoticeManager
from .rights import NoticeRights


def automatic_slug() -> str:
    """Japanese titles make poor addresses: the day and a few letters do."""
    return f"notice-{clock.today():%Y%m%d}-{get_random_string(5).lower()}"


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
    edit_handler = TabbedInterface(
        [ObjectList(content_panels, heading=_("Words"))], base_form_class=NoticeForm
    )

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or automatic_slug()
        super().save(*args, **kwargs)

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
        began = {str(self.owner_id)} if self.owner_id else set()
        return self._ids(self.revisions.all()) | began | self._translator_ids()

    def unread_author_ids(self) -> set[str]:
        """Whoever wrote words that no publisher has read yet."""
        if self.approved_revision_id is None or self.awaits_review:
            return self.author_ids()
        return self._ids(self.revisions.filter(pk__gt=self.approved_revision_id)) | self._translator_ids()

    def _translator_ids(self) -> set[str]:
        """Whoever put sentences into this language; the original has none."""
        sentences = StringTranslation.objects.filter(
            context__object_id=self.translation_key,
            locale_id=self.locale_id,
            last_translated_by__isnull=False,
        )
        return {str(pk) for pk in sentences.values_list("last_translated_by", flat=True)}

    @staticmethod
    def _ids(revisions: Any) -> set[str]:
        return {str(pk) for pk in revisions.filter(user__isnull=False).values_list("user_id", flat=True)}

    @cached_property
    def corrections(self) -> list[Any]:
        """The lines that say what was corrected and when; an error is never silently overwritten."""
        if self.pk is None:  # previewed before it was first saved
            return []
        return list(self.steps.filter(verb="correct").order_by("-at"))

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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"facts": self.facts(), "list_url": self.get_parent().get_url(request)}

    def facts(self) -> list[dict[str, Any]]:
        """Who speaks, since when, until when, and whom to ask."""
        return [
            {"label": _("Department"), "value": self.department},
            {"label": _("Published on"), "date": self.published_at},
            {"label": _("Topic"), "value": self.get_topic_display()},
            {"label": _("Last day"), "date": self.expires_on},
            {"label": _("Contact"), "value": self.contact},
        ]

    def withdrawal_facts(self) -> list[dict[str, Any]]:
        """What its address says after it was withdrawn: when and why, not what it said."""
        act = self.steps.filter(verb="withdraw").order_by("-at").first()
        return [
            {"label": _("Department"), "value": self.department},
            {"label": _("Withdrawn on"), "date": act.at},
            {"label": _("Reason"), "value": act.reason},
            {"label": _("Contact"), "value": self.contact},
        ]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.status == NoticeStatus.WITHDRAWN:
            context = self.get_context(request) | {"facts": self.withdrawal_facts()}
            return TemplateResponse(request, "home/notices/withdrawn.html", context, status=410)
        return super().serve(request, *args, **kwargs)

    def __str__(self) -> str:
        return self.title
