"""Every morning: objections whose day is near. A second run finds nothing."""

from governance.violations import targets
from portal.foundation import clock

from . import actions
from .models import Appeal


def remind_of_what_is_due() -> None:
    """Those who may examine an objection are reminded before its day; when it is late, the secretariat, too."""
    today = clock.today()
    for appeal in Appeal.objects.to_remind(targets.near(today), today, targets.again(today)).with_words():
        actions.remind(appeal)
