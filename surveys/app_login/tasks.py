"""What the clock does to visits to the app."""

from . import actions


def forget_lapsed_logins() -> int:
    return actions.forget_lapsed()
