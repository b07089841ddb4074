"""A part of the tree translated at once stays whole (wagtail-localize issue 773)."""

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object, translate_page_subtree
from wagtail_localize.tasks import background

from home.pages import HandbookIndexPage, HandbookPage

pytestmark = pytest.mark.django_db


def test_children_of_a_part_translated_at_once_are_found(town, people, django_capture_on_commit_callbacks):
    index = HandbookIndexPage.objects.get(locale__language_code="ja")
    english = Locale.objects.get(language_code="en")
    index.get_translation(english).delete()
    for slug in ("one", "two"):
        index.refresh_from_db()
        page = HandbookPage(title=slug, slug=slug, section_codes="disaster", locale=index.locale)
        index.add_child(instance=page)
        page.save_revision().publish()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        translate_object(index, [english], user=people["pr_author"])
        background.enqueue(
            translate_page_subtree, args=[index.pk, [english], None, people["pr_author"]], kwargs={}
        )
    translated = index.get_translation(english)
    assert translated.numchild == 2
    assert {child.slug for child in translated.get_children()} == {"one", "two"}
    assert Page.find_problems() == ([], [], [], [], [])
    assert Client().get("/en/handbook/one/").status_code == 200
