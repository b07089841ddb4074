"""Entering a number that was decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from portal.foundation import parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.models import Parameter

from .permissions import begins_in_time, can_enter_number


@transaction.atomic
def enter(name: str, *, by: Acting, value: Any, valid_from: date, basis: str) -> Parameter:
    """Let a number hold from a day on, because the decision named says so; earlier days keep theirs."""
    require(can_enter_number(by, name, valid_from))
    require(begins_in_time(valid_from))
    return parameters.set_value(name, value, valid_from=valid_from, basis=basis, by=by)
