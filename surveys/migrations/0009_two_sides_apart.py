"""What knows who may answer, and what was answered, lie in two schemas (PostgreSQL) or two files (SQLite)."""

from django.db import migrations

from portal.foundation.sides import PutOnSide

ISSUING = [
    "surveys_applogin",
    "surveys_blinddraw",
    "surveys_challenge",
    "surveys_countercheck",
    "surveys_countercheckstep",
    "surveys_disclosure",
    "surveys_outerenvelope",
    "surveys_proof",
    "surveys_voucher",
]
ANSWERING = [
    "surveys_boardpage",
    "surveys_innerenvelope",
    "surveys_receipt",
    "surveys_spenttoken",
    "surveys_ticket",
]


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0008_app_is_no_survey"),
    ]

    operations = [PutOnSide("issuing", ISSUING), PutOnSide("answering", ANSWERING)]
