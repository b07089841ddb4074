"""The words of a proposal as one plain text, from which its fingerprint is taken."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.utils import translation

from .models import Proposal


def plain(proposal: Proposal, number: int) -> str:
    """Title, background, items and sources in a fixed order; the same words always give the same text."""
    with translation.override(settings.LANGUAGE_CODE):  # an address has the reader's language in it
        return _plain(proposal, number)


def _plain(proposal: Proposal, number: int) -> str:
    lines = [f"提言第{number}号", proposal.title, "", "【経緯】", *_lines(proposal.background), ""]
    for item in proposal.items.all():
        lines += [f"【項目{item.number}】{item.title}", *_lines(item.text), ""]
    rooms = list(proposal.rooms.order_by("pk"))
    cited = list(proposal.citations.select_related("post__forum"))
    if rooms or cited:
        lines.append("【もとになった話し合い】")
        lines += [f"{room.title} {room.get_absolute_url()}" for room in rooms]
        lines += [citation.post.get_absolute_url() for citation in cited]
        lines.append("")
    return "\n".join(lines)


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8; anybody can compute it again from the published file."""
    return hashlib.sha256(text.encode()).hexdigest()


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\r\n", "\n").strip().split("\n")] if text.strip() else []
