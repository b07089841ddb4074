"""What people wrote in reports, questions and reasons is sealed, and what messages and history repeated of it goes.

The ledger keeps its lines: a reason of a stand-in or of a request for a summary that was written into it stays there.
"""

from django.db import migrations, models

from portal.foundation.seal_fields import SealFields
from portal.foundation.sealing import SealedTextField

REPEATED = {
    "communities.help_asked": "words",
    "communities.help_answered": "words",
    "communities.stand_in_requested": "reason",
    "communities.summary_asked_for": "reason",
}


def forget_what_was_repeated(apps, schema_editor):
    apps.get_model("communities", "StandInStep").objects.filter(verb="request_stand_in").update(reason="")
    OutboxMessage = apps.get_model("foundation", "OutboxMessage")
    for message in OutboxMessage.objects.filter(kind__in=REPEATED).iterator():
        if message.context.pop(REPEATED[message.kind], None) is not None:
            message.save(update_fields=["context"])


class Migration(migrations.Migration):
    dependencies = [
        ("communities", "0001_squashed_0014_caretakers_stand_in"),
        ("foundation", "__first__"),
    ]
    operations = [
        SealFields(
            {
                "flag": {"note": SealedTextField("explanation", purpose="communities.flag")},
                "helprequest": {
                    "question": SealedTextField("what you need help with", purpose="communities.help_request"),
                    "answer": SealedTextField("answer", purpose="communities.help_request"),
                },
                "standin": {"reason": SealedTextField("reason", purpose="communities.stand_in")},
                "postrevision": {"body": SealedTextField(purpose="communities.post_revision")},
                "summaryrequest": {"reason": SealedTextField("reason", purpose="communities.summary_request")},
            },
            {
                "helprequest": [
                    models.CheckConstraint(
                        condition=~models.Q(status="answered")
                        | (~models.Q(answer=b"") & models.Q(answered_by__isnull=False)),
                        name="help_answered_by_somebody",
                    )
                ]
            },
        ),
        migrations.RunPython(forget_what_was_repeated, migrations.RunPython.noop),
    ]
