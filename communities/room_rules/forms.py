"""Shape of a proposed rule and of the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.forums.models import NameRule
from communities.openers.forms import RuleForm
from communities.rooms.models import Area, Room


class ProposalForm(RuleForm):
    """The rule as it would be; in the city area people speak under their real names."""

    def __init__(self, *args: Any, room: Room, **kwargs: Any) -> None:
        super().__init__(*args, room=room, **kwargs)
        if room.area == Area.CITY:
            self.fields["name_rule"].choices = [(NameRule.REAL_NAME.value, NameRule.REAL_NAME.label)]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        kept = ("name_rule", "joining", "visibility")
        if not self.errors and all(data[name] == getattr(self.room, name) for name in kept):
            self.add_error(None, _("This is the rule the room has already."))
        return data


class AnswerForm(forms.Form):
    """A word to the facilitator; one is owed where the answer is no."""

    answer = forms.CharField(
        label=_("Answer to the facilitator"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, is_owed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].required = is_owed
