"""The body of a page as plain text, for paper, radio, television, feeds and search."""

from __future__ import annotations

import re
from typing import Any

from django.utils.html import strip_tags

BREAKS = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>")


def plain_text(body: Any) -> str:
    """Headings, paragraphs and facts, one below the other; of pictures what they show."""
    return "\n\n".join(part for part in (_of_block(block) for block in body) if part)


def _of_block(block: Any) -> str:
    value = block.value
    if block.block_type == "heading":
        return f"■{value}"
    if block.block_type == "text":
        return strip_tags(BREAKS.sub("\n", value.source)).strip()
    if block.block_type == "facts":
        return "\n".join(f"{fact['name']}：{fact['value']}" for fact in value)
    if block.block_type == "picture":
        return "" if value["is_decorative"] else f"（写真：{value['description']}）"
    if block.block_type == "contact":
        return " ".join(part for part in (value["office"], value["phone"], value["hours"]) if part)
    return ""
