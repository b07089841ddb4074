"""Attached files. Guessing an address opens nothing: a file is public as long as a public page refers to it."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.documents.permissions import permission_policy
from wagtail.models import Page, ReferenceIndex

EDITORS = ["add", "change", "choose"]


@hooks.register("before_serve_document")
def only_what_is_published(document: Any, request: HttpRequest) -> None:
    """For everybody else a file of a draft or of a withdrawn notice is not there."""
    if not (is_published(document) or may_attach(request.user, document)):
        raise Http404


def is_published(document: Any) -> bool:
    """Whether a page that everybody may read refers to it, in the words that are live."""
    pages = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(document).filter(base_content_type=pages)
    found = [int(pk) for pk in references.values_list("object_id", flat=True)]
    return Page.objects.live().public().filter(pk__in=found).exists()


def may_attach(person: Any, document: Any) -> bool:
    """Those who write pages choose from the whole library, so they may look at what they choose."""
    return person.is_authenticated and permission_policy.user_has_any_permission_for_instance(
        person, EDITORS, document
    )
