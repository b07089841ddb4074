"""The blocks an editor builds a text from. Few, so that pages look alike and read alike."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT = ["bold", "link", "document-link", "ol", "ul"]


class HeadingBlock(blocks.CharBlock):
    """A heading inside the text."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "components/blocks/heading.html"


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists and links."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "components/blocks/text.html"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=RICH_TEXT, **kwargs)


class PictureBlock(blocks.StructBlock):
    """A picture: described in words, or said to be decoration."""

    image = ImageChooserBlock(label=_("Picture"))
    description = blocks.CharBlock(
        label=_("Description"),
        required=False,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    is_decorative = blocks.BooleanBlock(label=_("Decoration only"), required=False)
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "components/blocks/picture.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["description"] and not cleaned["is_decorative"]:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "description": ValidationError(
                        _("Describe the picture, or tick that it is decoration only.")
                    )
                }
            )
        return cleaned


class ContactBlock(blocks.StructBlock):
    """Whom to ask."""

    office = blocks.CharBlock(label=_("Office"))
    phone = blocks.CharBlock(label=_("Telephone"), required=False)
    hours = blocks.CharBlock(label=_("Hours"), required=False)

    class Meta:
        icon = "user"
        label = _("Contact")
        template = "components/blocks/contact.html"


class FactBlock(blocks.StructBlock):
    """One fact: a name and what it is (date, place, fee …)."""

    name = blocks.CharBlock(label=_("Name"))
    value = blocks.CharBlock(label=_("Value"))

    class Meta:
        icon = "list-ul"
        label = _("Fact")


BODY = [
    ("heading", HeadingBlock()),
    ("text", TextBlock()),
    (
        "facts",
        blocks.ListBlock(
            FactBlock(), label=_("Facts"), icon="list-ul", template="components/blocks/facts.html"
        ),
    ),
    ("picture", PictureBlock()),
    ("contact", ContactBlock()),
]
