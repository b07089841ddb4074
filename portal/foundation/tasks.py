"""What the floor does by the clock. Idempotent; takes no objects."""

from . import audit, clock, outbox
from .models import Heartbeat


def deliver() -> int:
    """Deliver waiting news."""
    return outbox.deliver()


def seal_ledger() -> int:
    """Chain the ledger's new lines."""
    return audit.seal()


def heartbeat() -> None:
    """Show that the worker is alive."""
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": clock.now()})
