"""The front door and the pages that stand beside it: about, policies, handbook."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page, PagePermissionTester
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField, TranslatableField

from disaster.mode.models import Mode
from disaster.views import light_page
from portal.foundation import clock
from portal.foundation.pages import BasePage
from residents.models import Body

from . import front_page
from .notices.rights import StructureRights

MORE = MultiFieldPanel(
    [FieldPanel("summary"), FieldPanel("slug", widget=None)],
    heading=_("More settings"),
    classname="collapsed",
)


class HomePage(BasePage):
    """The front page of one language. What it shows comes from the rooms, see ``home.front_page``."""

    parent_page_types = ["wagtailcore.Page"]
    template = "home/front_page.html"

    class Meta:
        verbose_name = _("front page")

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return StructureRights(user, self)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A page missing in this language is looked for in the others, and the reader is told so."""
        try:
            return super().route(request, path_components)
        except Http404:
            found = self._elsewhere(path_components)
            if not found:
                raise
            return RouteResult(self, kwargs={"elsewhere": found})

    def _elsewhere(self, path_components: list[str]) -> list[Page]:
        """The pages of the same address in other languages."""
        rest = "/".join(path_components) + "/"
        homes = HomePage.objects.filter(translation_key=self.translation_key).exclude(pk=self.pk)
        paths = [home.url_path + rest for home in homes]
        return list(Page.objects.live().filter(url_path__in=paths).select_related("locale"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | front_page.gather(request)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if elsewhere := kwargs.get("elsewhere"):
            request.page_translations = {  # type: ignore[attr-defined]
                page.locale.language_code: page.get_url(request) for page in elsewhere
            }
            context = {"page": self, "elsewhere": elsewhere, "language": get_language()}
            return TemplateResponse(request, "home/not_in_this_language.html", context, status=404)
        if Mode.objects.current().switches_front and "normal" not in request.GET:
            return light_page(request)
        return super().serve(request, *args, **kwargs)


class StandardPage(BasePage):
    """A page of the site's own words: about the portal, accessibility, privacy, contact."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "home/standard.html"
    edit_handler = TabbedInterface(
        [ObjectList([FieldPanel("title"), FieldPanel("body"), MORE], heading=_("Words"))]
    )

    class Meta:
        verbose_name = _("page about the site")

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return StructureRights(user, self)


class HandbookIndexPage(BasePage):
    """The handbook: answers of the city hall to questions people ask, /handbook/."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.HandbookPage"]
    max_count_per_parent = 1
    template = "home/handbook.html"

    class Meta:
        verbose_name = _("handbook")

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return StructureRights(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        questions = HandbookPage.objects.child_of(self).live().order_by("title").defer("body")
        return super().get_context(request, *args, questions=questions, **kwargs)


class HandbookPage(BasePage):
    """One question as people ask it (the title), and the answer of the sections that know."""

    keywords = models.CharField(
        _("keywords"), max_length=200, blank=True, help_text=_("Other words people look for it by.")
    )
    section_codes = models.CharField(
        _("sections that know"), max_length=200, help_text=_("Codes of units, separated by commas.")
    )

    parent_page_types = ["home.HandbookIndexPage"]
    subpage_types: list[str] = []
    template = "home/handbook_answer.html"
    translatable_fields = [
        *BasePage.translatable_fields,
        TranslatableField("keywords"),
        SynchronizedField("section_codes", overridable=False),
    ]
    content_panels = [
        FieldPanel("title", heading=_("Question")),
        FieldPanel("body", heading=_("Answer to the question")),
        FieldPanel("section_codes"),
        FieldPanel("keywords"),
        MORE,
    ]
    edit_handler = TabbedInterface([ObjectList(content_panels, heading=_("Words"))])

    class Meta:
        verbose_name = _("handbook answer")

    def clean(self) -> None:
        """Every section named exists today, so that a reader can ask it."""
        super().clean()
        codes = self.codes
        known = set(Body.objects.on(clock.today()).filter(code__in=codes).values_list("code", flat=True))
        unknown = [code for code in codes if code not in known]
        if unknown:
            message = _("There is no such section: %(codes)s") % {"codes": ", ".join(unknown)}
            raise ValidationError({"section_codes": message})
        self.section_codes = ", ".join(codes)

    @property
    def codes(self) -> list[str]:
        return [code.strip() for code in self.section_codes.split(",") if code.strip()]

    @property
    def sections(self) -> Any:
        """The units that know, as they are called today."""
        return Body.objects.filter(code__in=self.codes)
