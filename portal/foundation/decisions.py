"""A question about a right is answered with yes, or with no and the reason why."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Denied(PermissionDenied):
    """A refusal that carries its sentence and, where there is one, the next step.

    It is falsy, so that predicates compose with ``and``/``or``; it is an exception, so that
    ``require`` can raise it. It is made fresh each time: a raised exception keeps its traceback.
    """

    def __init__(self, reason: str | Promise, next_step: str | Promise = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.next_step = next_step

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return str(self.reason)


class OnlyForOneself(Denied):
    """A refusal because the person acts for a body; the page offers to act for oneself and come back."""

    for_oneself = True


Decision = bool | Denied


def require(decision: Decision) -> None:
    """Go on only if the answer is yes.

    Raises:
        Denied: the answer itself, or a general sentence where a predicate said plain ``False``.
    """
    if decision:
        return
    if isinstance(decision, Denied):
        raise decision
    raise Denied(_("You may not do this."))
