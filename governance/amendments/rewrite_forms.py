"""全部改正: the whole text of a rule written anew in one box."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from governance.rules.forms import RuleTextField
from governance.rules.kept_ids import rewritten
from governance.rules.notation import body_of
from governance.rules.numbering import TOWN
from governance.rules.texts import Text


class RewriteForm(forms.Form):
    """The text to begin from is the present one; articles that stay keep their addresses."""

    text = RuleTextField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text=_(
            "Put the caption in brackets on a line of its own, begin articles with 第1条, "
            "further paragraphs with 2, items with (1)."
        ),
    )
    reason = forms.CharField(
        label=_("Why it should change"), widget=forms.Textarea(attrs={"rows": 4}), min_length=10
    )

    def __init__(self, data: Any, text: Text, used_ids: set[str]) -> None:
        super().__init__(data, initial={"text": typed(text)})
        self.was, self.used = text, used_ids

    def clean_text(self) -> Text:
        new = self.cleaned_data["text"]
        text = new.with_articles(rewritten(self.was.articles, new.articles, self.used))
        if text == self.was:
            raise ValidationError(_("Nothing in the text has changed yet."))
        return text


def typed(text: Text) -> str:
    """The articles as lines that can be read back; a text in the style of national law begins empty."""
    if any(article.style != TOWN for article in text.articles):
        return ""
    lines = []
    for article in text.articles:
        lines += [f"({article.caption})"] if article.caption else []
        lines.append(f"{article.label} {body_of(article) or '削除'}")
    return "\n".join(lines)
