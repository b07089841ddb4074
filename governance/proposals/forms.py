"""The shape of what is typed about proposals."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from communities.forums.querysets import EVERYBODY
from communities.models import Post, Room
from governance.rules.forms import DayInput
from portal.foundation import clock
from residents.models import Body

from .lifecycle import ProposalKind
from .models import Proposal

POST_ADDRESS = re.compile(r"/posts/(\d+)/?(?:[?#].*)?$")


class WordsForm(forms.Form):
    """The words of a proposal; every item is a paragraph, its first line the title."""

    kind = forms.ChoiceField(
        label=_("Kind of proposal"),
        choices=ProposalKind,
        initial=ProposalKind.COMMITTEE,
        required=False,
        widget=forms.RadioSelect,
    )
    title = forms.CharField(label=_("Title"), max_length=120)
    background = forms.CharField(label=_("How it came about"), widget=forms.Textarea, min_length=10)
    items = forms.CharField(
        label=_("Items"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Leave a blank line between two items. The first line of each is its title."),
    )

    @classmethod
    def filled_from(cls, proposal: Proposal) -> dict[str, Any]:
        items = "\n\n".join(f"{item.title}\n{item.text}".strip() for item in proposal.items.all())
        return {
            "kind": proposal.kind,
            "title": proposal.title,
            "background": proposal.background,
            "items": items,
        }

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or ProposalKind.COMMITTEE

    def clean_items(self) -> list[tuple[str, str]]:
        blocks = [block.strip() for block in self.cleaned_data["items"].replace("\r", "").split("\n\n")]
        items = []
        for block in filter(None, blocks):
            title, _line, text = block.partition("\n")
            if len(title) > 160:
                raise ValidationError(
                    _("The title of an item (its first line) may have up to 160 characters.")
                )
            items.append((title.strip(), text.strip()))
        return items


class DraftForm(WordsForm):
    """And what it draws on: rooms with their summaries, and single posts."""

    rooms = forms.ModelMultipleChoiceField(
        queryset=Room.objects.none(),
        label=_("Rooms it comes from"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Everybody who took part there is told at every step."),
    )
    cited = forms.CharField(
        label=_("Posts it rests on"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One address of a post per line. Only posts that everybody can read."),
    )

    def __init__(self, data: Any, *, rooms: Any, needs_room: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["rooms"].queryset = rooms
        self.fields["rooms"].required = needs_room

    @classmethod
    def filled_from(cls, proposal: Proposal) -> dict[str, Any]:
        cited = proposal.citations.select_related("post__forum")
        return {
            **super().filled_from(proposal),
            "rooms": proposal.rooms.all(),
            "cited": "\n".join(row.post.get_absolute_url() for row in cited),
        }

    @staticmethod
    def filled_from_room(room: Room) -> dict[str, Any]:
        """The summary the committee adopted is where the proposal begins, with the posts it cites."""
        cited = Post.objects.shown().filter(
            audience=EVERYBODY, summary_citations__summary__in=room.summaries.adopted()
        )
        addresses = [post.get_absolute_url() for post in cited.select_related("forum").order_by("pk")]
        return {"background": room.summary, "rooms": [room.pk], "cited": "\n".join(addresses)}

    def clean_cited(self) -> list[Post]:
        lines = [line.strip() for line in self.cleaned_data["cited"].splitlines() if line.strip()]
        numbers = [POST_ADDRESS.search(line) for line in lines]
        unread = [line for line, found in zip(lines, numbers, strict=True) if found is None]
        if unread:
            raise ValidationError(_("This is no address of a post: %(line)s") % {"line": unread[0]})
        wanted = list(dict.fromkeys(int(found.group(1)) for found in numbers if found))
        posts = Post.objects.shown().filter(audience=EVERYBODY).select_related("forum").in_bulk(wanted)
        gone = [line for line, found in zip(lines, numbers, strict=True) if int(found.group(1)) not in posts]
        if gone:
            raise ValidationError(_("Not everybody can read this post: %(line)s") % {"line": gone[0]})
        return [posts[number] for number in wanted]


class CorrectForm(WordsForm):
    """What is mended after a return; the title stays, since the resolutions name it."""

    reason = forms.CharField(
        label=_("What was mended"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["title"], self.fields["kind"]


class ReasonForm(forms.Form):
    """Why: shown to everybody."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Shown to everybody."),
    )


class AdoptForm(forms.Form):
    """Which resolution found the proposal necessary."""

    def __init__(self, data: Any, resolutions: Any) -> None:
        super().__init__(data)
        self.fields["resolution"] = forms.ModelChoiceField(
            queryset=resolutions,
            label=_("Resolution this rests on"),
            empty_label=None,
            widget=forms.RadioSelect,
        )


class WithdrawForm(AdoptForm, ReasonForm):
    """By which resolution the committee takes it back, and why."""


class ReceiveForm(forms.Form):
    """By when the city will answer; asked only where no number in force says it."""

    answer_due_on = forms.DateField(
        label=_("Answer by"), widget=DayInput, input_formats=["%Y-%m-%d"], help_text=_("Shown to everybody.")
    )

    def __init__(self, data: Any, *, asks_for_day: bool) -> None:
        super().__init__(data)
        if not asks_for_day:
            del self.fields["answer_due_on"]

    def clean_answer_due_on(self):
        day = self.cleaned_data["answer_due_on"]
        if day <= clock.today():
            raise ValidationError(_("Please choose a day after today."))
        return day


class AssemblyForm(forms.Form):
    """What the assembly knows of it, and before which day no answer goes out."""

    note = forms.CharField(
        label=_("Standing in the assembly"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For example that the matter is before a committee of the assembly. Shown to everybody."),
    )
    embargo_until = forms.DateField(
        label=_("Do not publish the answer before"),
        required=False,
        widget=DayInput,
        input_formats=["%Y-%m-%d"],
        help_text=_("On this day and later it may be published. Leave it empty where nothing has to wait."),
    )


class RouteForm(forms.Form):
    """The responsible section of every item, and those that cooperate."""

    def __init__(self, data: Any, proposal: Proposal) -> None:
        super().__init__(data)
        self.items = list(proposal.items.prefetch_related("cooperating"))
        units = Body.objects.on(clock.today()).units().order_by("name")
        for item in self.items:
            self.fields[f"unit_{item.pk}"] = forms.ModelChoiceField(
                queryset=units, label=f"{item.number}. {item.title}", initial=item.unit_id
            )
            self.fields[f"cooperating_{item.pk}"] = forms.ModelMultipleChoiceField(
                queryset=units,
                label=_("Sections that have to agree to item %(number)s") % {"number": item.number},
                initial=item.cooperating.all(),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        is_change = any(item.unit_id for item in self.items)
        self.fields["reason"] = forms.CharField(
            label=_("Why it is passed on to another section") if is_change else _("Remark"),
            required=is_change,
            max_length=300,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        units = {item.pk: cleaned.pop(f"unit_{item.pk}", None) for item in self.items}
        others = {item.pk: list(cleaned.pop(f"cooperating_{item.pk}", [])) for item in self.items}
        return {**cleaned, "units": units, "cooperating": others}
