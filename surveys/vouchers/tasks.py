"""What the clock does to signatures that wait. Idempotent."""

from . import actions


def check_waiting_signatures() -> int:
    return actions.check_waiting()
