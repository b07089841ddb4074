"""Shape of a summary: its words, and the addresses of the posts it rests on."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from communities.posts.models import Post
from communities.rooms.models import Room

from .models import Summary

POST_ADDRESS = re.compile(r"/posts/(\d+)/?(?:[?#].*)?$")


class SummaryForm(forms.Form):
    """What was said, and where."""

    text = forms.CharField(
        label=_("Summary of the discussion"),
        help_text=_("What people agreed on, where they differ, and what is still open. No names are needed."),
        max_length=Summary._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    cited = forms.CharField(
        label=_("Posts it rests on"),
        help_text=_("One address of a post of this room per line."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, room: Room, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = room

    @staticmethod
    def filled_from(summary: Summary) -> dict[str, str]:
        posts = [row.post for row in summary.citations.select_related("post__forum")]
        return {"text": summary.text, "cited": "\n".join(post.get_absolute_url() for post in posts)}

    def clean_cited(self) -> list[Post]:
        lines = [line.strip() for line in self.cleaned_data["cited"].splitlines() if line.strip()]
        numbers = [POST_ADDRESS.search(line) for line in lines]
        posts = (
            Post.objects.shown()
            .filter(forum_id=self.room.pk)
            .in_bulk([int(found.group(1)) for found in numbers if found])
        )
        cited = []
        for line, found in zip(lines, numbers, strict=True):
            post = posts.get(int(found.group(1))) if found else None
            if post is None:
                raise ValidationError(_("This is no post of this room: %(line)s") % {"line": line})
            cited.append(post)
        return list(dict.fromkeys(cited))
