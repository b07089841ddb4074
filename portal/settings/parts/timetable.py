"""The town's timetable: which task runs when. Written to django-q2 after each migrate.

Task path: (schedule type, minutes for type "I").
"""

TIMETABLE: dict[str, tuple[str, int | None]] = {
    "portal.foundation.tasks.deliver": ("I", 1),
    "portal.foundation.tasks.seal_ledger": ("I", 1),
    "portal.foundation.tasks.heartbeat": ("I", 1),
}
