"""Comments, what applicants declared, conflicts, reasons and the names on evidence are sealed.

What messages and lists of payment repeated of them goes. Frozen evidence opens for it once.
"""

from django.db import migrations, models

from portal.foundation.never import never
from portal.foundation.seal_fields import SealFields
from portal.foundation.sealing import SealedTextField

FROZEN = ("governance_evidence", "governance_claimevidence")
forbid = never(
    "UPDATE",
    *FROZEN,
    words="frozen evidence and published months are never changed",
    function="evidence_never_changes",
)


def allow(apps, schema_editor):
    for table in FROZEN:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_update{on}")


def forget_what_was_repeated(apps, schema_editor):
    """A payment list says that somebody waived or is suspended; why stands in the exemption alone."""
    HonorariumLine = apps.get_model("governance", "HonorariumLine")
    for exemption in apps.get_model("governance", "HonorariumExemption").objects.exclude(reason=""):
        of_them = HonorariumLine.objects.filter(person=exemption.person_id, list__body=exemption.body_id)
        for line in of_them.filter(remark__contains=f": {exemption.reason}"[:100]):
            line.remark = line.remark.split(": ")[0]
            line.save(update_fields=["remark"])
    OutboxMessage = apps.get_model("foundation", "OutboxMessage")
    for message in OutboxMessage.objects.filter(kind="governance.application_supplement_asked").iterator():
        if message.context.pop("request", None) is not None:
            message.save(update_fields=["context"])


def of_applications(label):
    return SealedTextField(label, purpose="seat_applications")


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0001_squashed_0025_minutes_are_versions_alone"),
        ("foundation", "__first__"),
    ]
    operations = [
        migrations.RunPython(forget_what_was_repeated, migrations.RunPython.noop),
        migrations.RunPython(allow, forbid),
        SealFields(
            {
                "publiccomment": {
                    "name": SealedTextField("name", purpose="governance.public_comment"),
                    "text": SealedTextField("comment", purpose="governance.public_comment"),
                },
                "assessment": {"conflict": of_applications("conflict of interest")},
                "seatapplication": {
                    "connection": of_applications("connection to the city"),
                    "age_band": of_applications("age band"),
                    "gender": of_applications("gender"),
                    "area": of_applications("area of the city"),
                    "local_activity": of_applications("local activities"),
                },
                "supplement": {"request": of_applications("what is asked for")},
                "honorariumexemption": {
                    "reason": SealedTextField("reason", purpose="governance.honorarium_exemption")
                },
                "evidence": {"author_name": SealedTextField(purpose="governance.violation_evidence")},
                "claimevidence": {"author_name": SealedTextField(purpose="governance.violation_evidence")},
            },
            {
                "publiccomment": [
                    models.CheckConstraint(condition=~models.Q(text=b""), name="comment_has_words")
                ],
                "assessment": [
                    models.CheckConstraint(
                        condition=models.Q(score__isnull=True) & ~models.Q(conflict=b"")
                        | models.Q(score__isnull=False, score__range=(1, 5), conflict=b""),
                        name="assessment_is_a_score_or_a_conflict",
                    )
                ],
            },
        ),
        migrations.RunPython(forbid, allow),
    ]
