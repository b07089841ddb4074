"""Shape of the rule of a room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Joining, NameRule
from communities.rooms.models import Room

from .permissions import may_have_names, readers_to_choose


class RuleForm(forms.Form):
    """Only what the room may still become is offered."""

    name_rule = forms.ChoiceField(label=_("Names"), choices=NameRule, widget=forms.RadioSelect)
    joining = forms.ChoiceField(label=_("How to join"), choices=Joining, widget=forms.RadioSelect)
    visibility = forms.ChoiceField(
        label=_("Who can read"),
        help_text=_(
            "What was written before keeps the readers it had. "
            "A room can be opened to more readers, not to fewer."
        ),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("What changes, and why"),
        help_text=_("Everybody who takes part is told this."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, room: Room, **kwargs: Any) -> None:
        kept = {"name_rule": room.name_rule, "joining": room.joining, "visibility": room.visibility}
        kwargs["initial"] = {**kept, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.room = room
        self.fields["visibility"].choices = readers_to_choose(room)

    def clean_name_rule(self) -> str:
        name_rule = self.cleaned_data["name_rule"]
        may = may_have_names(self.room, name_rule)
        if not may:
            self.add_error("name_rule", f"{may.reason} {may.next_step}".strip())
        return name_rule
