"""Translation jobs of wagtail-localize run after commit.

Inside the transaction the parent's revision would be published from a stale instance and its
children would vanish from the tree (wagtail-localize issue 773).
"""

from typing import Any

from django.db import transaction


class OnCommit:
    """The jobs backend named by WAGTAILLOCALIZE_JOBS."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options

    def enqueue(self, func: Any, args: Any, kwargs: Any) -> None:
        transaction.on_commit(lambda: func(*args, **kwargs))
