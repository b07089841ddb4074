"""What every noun stands on: unguessable ids, history rows, and the floor's own tables."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import clock
from .acting import Acting
from .decisions import require
from .lifecycles import START, Lifecycle
from .privacy import NoPersonalData, Open, PersonalData


class Uuid(models.Model):
    """An id that cannot be guessed from its neighbour."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class Stepped(models.Model):
    """A noun whose status moves only by verbs, each leaving a row of history in ``steps``."""

    lifecycle: ClassVar[Lifecycle]
    status: Any

    class Meta:
        abstract = True

    def step(self, verb: str, *, by: Acting, reason: str = "", **fields: Any) -> Stepped:
        """Move by one verb: check the table, set fields and status, save, add the history row.

        Raises:
            Denied: the lifecycle does not allow the verb now.
        """
        source = START if self._state.adding else self.status
        require(self.lifecycle.allows(verb, source))
        for name, value in fields.items():
            setattr(self, name, value)
        self.status = self.lifecycle.target(verb)
        self.save()
        self.steps.create(  # type: ignore[attr-defined]
            verb=verb,
            from_status=source,
            to_status=self.status,
            person_id=by.person_id,
            body_id=by.body_id,
            at=clock.now(),
            reason=reason,
        )
        return self


class Step(models.Model):
    """One act in the life of a noun; never changed afterwards. Subclasses add ``subject``."""

    verb = models.CharField(max_length=60)
    from_status = models.CharField(max_length=40, blank=True)
    to_status = models.CharField(max_length=40)
    person_id = models.CharField(max_length=40, blank=True)
    body_id = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    reason = models.TextField(blank=True)

    personal_data = PersonalData(
        controller="city",
        purpose="Who decided what, and why.",
        fields=("person_id", "reason"),
        open={"person_id": Open.ID, "reason": Open.HISTORY},
        retention="As long as the record it belongs to.",
        on_erasure="The id stays and no longer leads to a name.",
    )

    class Meta:
        abstract = True
        ordering = ("at", "pk")


class AuditEntry(models.Model):
    """One line of the town's ledger: who did what, for whom, why. Rows are only ever added.

    No foreign keys, so that the ledger outlives what it speaks of.
    """

    at = models.DateTimeField()
    verb = models.CharField(max_length=120)
    person_id = models.CharField(max_length=40, blank=True)
    body_id = models.CharField(max_length=40, blank=True)
    body_name = models.CharField(max_length=200, blank=True)
    target_type = models.CharField(max_length=100, blank=True)
    target_id = models.CharField(max_length=40, blank=True)
    target_label = models.CharField(max_length=300, blank=True)
    from_status = models.CharField(max_length=40, blank=True)
    to_status = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    reference = models.CharField(max_length=120, blank=True)
    is_public = models.BooleanField(default=False)
    details = models.JSONField(default=dict)
    request_id = models.CharField(max_length=64, blank=True)

    personal_data = PersonalData(
        controller="city",
        purpose="Accountability of every act.",
        fields=("person_id", "reason"),
        open={"person_id": Open.ID, "reason": Open.HISTORY},
        retention="Permanent.",
        on_erasure="The id stays and no longer leads to a name.",
    )

    class Meta:
        indexes = [
            models.Index(fields=["target_type", "target_id"], name="audit_target"),
            models.Index(fields=["is_public", "-at"], name="audit_public"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb}"


class AuditSeal(models.Model):
    """The hash that chains one ledger line to all before it. Rows are only ever added."""

    entry_id = models.BigIntegerField(unique=True)
    previous_hash = models.CharField(max_length=64, unique=True)
    chain_hash = models.CharField(max_length=64)

    personal_data = NoPersonalData

    def __str__(self) -> str:
        return self.chain_hash[:12]


class OutboxMessage(models.Model):
    """One piece of news for one person: written with the act, delivered after it."""

    kind = models.CharField(max_length=120)
    recipient_id = models.CharField(max_length=40, db_index=True)
    url = models.CharField(max_length=500, blank=True)
    context = models.JSONField(default=dict)
    once = models.CharField(max_length=200, unique=True, null=True)
    at = models.DateTimeField(default=clock.now)
    delivered_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    read_at = models.DateTimeField(null=True)

    personal_data = PersonalData(
        controller="city",
        purpose="Telling people what became of what they said.",
        fields=("recipient_id", "context"),
        open={"recipient_id": Open.ID, "context": Open.MESSAGE},
        retention="One year after delivery.",
        on_erasure="Deleted with the account.",
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["id"], name="outbox_undelivered", condition=models.Q(delivered_at__isnull=True)
            ),
            models.Index(fields=["recipient_id", "-id"], name="outbox_inbox"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"


class Parameter(models.Model):
    """A number of the town, with the days it holds and the provision it rests on."""

    name = models.CharField(max_length=120)
    value = models.JSONField(null=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    basis = models.CharField(_("basis"), max_length=300)
    rests_on = models.CharField(max_length=120, blank=True, db_index=True)
    url = models.CharField(max_length=500, blank=True)

    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "valid_from"], name="parameter_one_value_a_day")
        ]
        ordering = ("name", "-valid_from")

    def __str__(self) -> str:
        return f"{self.name} = {self.value} ({self.valid_from})"

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


class SealingKey(models.Model):
    """A data key for one purpose, wrapped by a key that is kept outside the database."""

    purpose = models.CharField(max_length=120, unique=True)
    wrapped = models.BinaryField(null=True)

    personal_data = NoPersonalData

    def __str__(self) -> str:
        return self.purpose


class KeptMail(models.Model):
    """A mail the demo town did not send, kept so that a newcomer can read it."""

    at = models.DateTimeField(default=clock.now)
    to = models.CharField(max_length=320)
    subject = models.CharField(max_length=300)
    body = models.TextField()

    personal_data = PersonalData(
        controller="demo",
        purpose="Reading the demo town's mails; production refuses this store.",
        fields=("to", "subject", "body"),
        open={"to": Open.DEMO, "subject": Open.DEMO, "body": Open.DEMO},
        retention="Until the demo database is deleted.",
        on_erasure="Deleted.",
    )

    def __str__(self) -> str:
        return self.subject


class Heartbeat(models.Model):
    """When the background worker last showed that it is alive."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    personal_data = NoPersonalData

    def __str__(self) -> str:
        return f"{self.name} {self.at}"


from .opened_words import OpenedWords  # noqa: E402, F401  (a table of this floor; Django looks for it here)
