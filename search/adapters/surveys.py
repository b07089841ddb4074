"""Surveys everybody may read about. Answers are never indexed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from search.documents import Document
from surveys.models import Survey

from .adapter import Adapter
from .decisions import moment


class SurveyAdapter(Adapter):
    """From opening on: title, purpose and questions."""

    model = Survey
    kinds = frozenset({"survey"})

    def everything(self) -> Any:
        return Survey.objects.public().prefetch_related("questions")

    def document(self, row: Any) -> Iterator[Document]:
        yield Document(
            kind="survey",
            object_id=str(row.pk),
            title=row.title,
            text="\n".join([row.purpose, *(question.text for question in row.questions.all())]),
            url=row.get_absolute_url(),
            created_at=moment(row.opens_on),
        )
