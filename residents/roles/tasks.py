"""Every morning: the table whose day has come is in force. Running it twice does nothing more."""

from django.db.models import Q

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way

from . import actions, notifications, succession
from .gaps import begun_lately
from .models import Delegation, RoleTable


def follow_the_calendar() -> None:
    """Approved tables take effect on their day, the oldest first; the one before is superseded."""
    for table in RoleTable.objects.due_to_take_effect(clock.today()):
        actions.take_effect(table, by=CLOCK)


def follow_reorganisations() -> None:
    """What a unit of the past lent or borrowed goes on with the unit that follows it."""
    today = clock.today()
    found = given_way(today)
    open_ones = Delegation.objects.filter(Q(from_body__in=found) | Q(to_body__in=found), until_on__gte=today)
    for lent in open_ones.order_by("pk"):
        succession.follow(lent, found, by=CLOCK)


def tell_of_functions_without_holder() -> None:
    """Whoever keeps the table hears of each gap once, on the morning it is found."""
    for function, since in begun_lately(clock.today()).items():
        notifications.function_without_holder(function, since)
