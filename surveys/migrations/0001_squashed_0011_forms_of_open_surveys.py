"""The tables of the room as they stand, what was published in them and never changes, and the two sides apart.

What knows who may answer, and what was answered, lie in two schemas (PostgreSQL) or two files (SQLite).
"""

import uuid

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from portal.foundation.never import never
from portal.foundation.sides import PutOnSide
from portal.foundation.together import CreateTogether

GROWS = {"words": "the public list only grows", "function": "public_list_only_grows"}
PUBLISHED_OF_A_KEY = (
    "number",
    "survey_id",
    "public_key",
    "fingerprint",
    "published_on",
    "previous_hash",
    "entry_hash",
)
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
    "surveys_printedform",
    "surveys_receipt",
    "surveys_spenttoken",
    "surveys_ticket",
]


class Migration(migrations.Migration):
    replaces = [
        ("surveys", "0001_initial"),
        ("surveys", "0002_revocation_service"),
        ("surveys", "0003_answers_rest_sealed"),
        ("surveys", "0004_survey_declares_what_it_promises"),
        ("surveys", "0005_who_may_verify_and_whom_to_trust"),
        ("surveys", "0006_ballots_drawn_blind"),
        ("surveys", "0007_ways_beside_the_certificate"),
        ("surveys", "0008_app_is_no_survey"),
        ("surveys", "0009_two_sides_apart"),
        ("surveys", "0010_printed_forms"),
        ("surveys", "0011_forms_of_open_surveys"),
    ]

    initial = True

    dependencies = [
        ("residents", "0002_squashed_0009_teams_of_a_unit"),
    ]

    operations = [
        CreateTogether(
            models=[
                migrations.CreateModel(
                    name="TrustAnchor",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=120)),
                        ("kind", models.CharField(choices=[("signing", "signing certificate"), ("authentication", "user-authentication certificate")], max_length=20)),
                        ("policy", models.CharField(max_length=80)),
                        ("der", models.BinaryField()),
                        ("fingerprint", models.CharField(max_length=64, unique=True)),
                        ("valid_from", models.DateTimeField()),
                        ("valid_until", models.DateTimeField()),
                        ("is_test", models.BooleanField(default=False)),
                        ("distrusted_from", models.DateField(blank=True, null=True)),
                        ("further_policies", models.JSONField(blank=True, default=list)),
                    ],
                ),
                migrations.CreateModel(
                    name="RevocationList",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("key_id", models.CharField(max_length=64)),
                        ("scope", models.CharField(blank=True, max_length=1000)),
                        ("der", models.BinaryField()),
                        ("this_update", models.DateTimeField()),
                        ("next_update", models.DateTimeField()),
                        ("fingerprint", models.CharField(max_length=64, unique=True)),
                        ("covers", models.CharField(choices=[("all", "everybody"), ("residents", "residents only"), ("authorities", "authorities only")], default="all", max_length=20)),
                        ("warned_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["key_id", "scope", "-this_update"], name="revocation_list_newest")],
                    },
                ),
                migrations.CreateModel(
                    name="RevocationService",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(choices=[("signing", "signing certificate"), ("authentication", "user-authentication certificate")], max_length=20, verbose_name="kind of certificate")),
                        ("means", models.CharField(choices=[("lists", "lists held by the portal (CRL)"), ("responder", "responder of the authority (OCSP)"), ("simulator", "simulator for drills")], max_length=20, verbose_name="means")),
                        ("url", models.URLField(blank=True, max_length=300, verbose_name="address of the responder")),
                        ("sends_nonce", models.BooleanField(default=True, verbose_name="number each question")),
                        ("valid_from", models.DateField(verbose_name="from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("valid_until__isnull", True), ("valid_until__gte", models.F("valid_from")), _connector="OR"), name="revocation_service_ends_after_it_begins"),
                            models.CheckConstraint(condition=models.Q(models.Q(("means", "responder"), models.Q(("url", ""), _negated=True)), models.Q(models.Q(("means", "responder"), _negated=True), ("url", "")), _connector="OR"), name="only_a_responder_has_an_address"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VerifierStanding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("ground", models.CharField(max_length=200, verbose_name="legal ground")),
                        ("notification_number", models.CharField(max_length=80, verbose_name="notification number")),
                        ("valid_from", models.DateField(verbose_name="from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="until")),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="verifier_standings", to="residents.body", verbose_name="body")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("signatures", "verifier of signatures (Article 17, paragraph 1)"), ("group", "verifier of signatures for a group (Article 17, paragraph 5)"), ("authentication", "verifier of user authentication (Article 36)")],
                                default="signatures",
                                max_length=20,
                                verbose_name="kind of standing",
                            ),
                        ),
                        ("withdrawn_from", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("valid_until__isnull", True), ("valid_until__gte", models.F("valid_from")), _connector="OR"), name="verifier_standing_ends_after_it_begins"),
                            models.CheckConstraint(condition=models.Q(models.Q(("ground", ""), _negated=True), models.Q(("notification_number", ""), _negated=True)), name="verifier_standing_is_recorded"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UsageProcedure",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(choices=[("service", "procedure of use with the certification service"), ("privacy", "procedure for the protection of personal data (privacy council or its successor)")], max_length=20, verbose_name="kind of procedure")),
                        ("counterpart", models.CharField(max_length=200, verbose_name="with whom")),
                        ("begun_on", models.DateField(verbose_name="begun on")),
                        ("finished_on", models.DateField(blank=True, null=True, verbose_name="finished on")),
                        ("reference", models.CharField(blank=True, max_length=80, verbose_name="document number")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="until")),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="usage_procedures", to="residents.body", verbose_name="body")),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(models.Q(("finished_on__isnull", True), ("valid_until__isnull", True)), models.Q(("finished_on__gte", models.F("begun_on")), models.Q(("reference", ""), _negated=True)), _connector="OR"), name="usage_procedure_finishes_with_a_document"),
                            models.CheckConstraint(condition=models.Q(("valid_until__isnull", True), ("valid_until__gte", models.F("finished_on")), _connector="OR"), name="usage_procedure_ends_after_it_finished"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Survey",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("slug", models.SlugField(max_length=80, unique=True, validators=[django.core.validators.RegexValidator("^(manage|plan|sponsors|anonymity|receipt|keys|series|app)$", "This address is used by the portal itself.", inverse_match=True)], verbose_name="address of the page")),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("purpose", models.TextField(max_length=1000, verbose_name="what the answers will be used for")),
                        ("contact", models.CharField(max_length=200, verbose_name="contact")),
                        ("mode", models.CharField(choices=[("open", "open to everybody"), ("certificate", "one answer per person, by certificate")], max_length=20, verbose_name="who may answer")),
                        ("sampling", models.CharField(choices=[("self_selected", "whoever wished to answer"), ("random", "a random sample")], default="self_selected", max_length=20, verbose_name="how those asked were chosen")),
                        ("certificate_kind", models.CharField(choices=[("signing", "signing certificate"), ("authentication", "user-authentication certificate")], default="signing", max_length=20, verbose_name="kind of certificate")),
                        ("municipality", models.CharField(blank=True, max_length=60, verbose_name="municipality of residence")),
                        ("opens_on", models.DateField(verbose_name="first day for answers")),
                        ("closes_on", models.DateField(verbose_name="last day for answers")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planning", "in planning"),
                                    ("review", "content under review"),
                                    ("approved", "content approved"),
                                    ("permitted", "ready to open"),
                                    ("collecting", "open for answers"),
                                    ("suspended", "interrupted"),
                                    ("closed", "answering closed"),
                                    ("tallied", "being evaluated"),
                                    ("published", "result published"),
                                    ("cancelled", "survey given up"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("pool", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("envelope_key", models.BinaryField(null=True)),
                        ("proven_count", models.PositiveIntegerField(editable=False, null=True)),
                        ("answered_count", models.PositiveIntegerField(editable=False, null=True)),
                        ("sponsor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="surveys", to="residents.body")),
                        ("verifying_body", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="verified_surveys", to="residents.body")),
                        (
                            "anonymity",
                            models.CharField(
                                choices=[("anonymous", "anonymous: nobody can join person and answer"), ("pseudonymous", "under a pseudonym that is the same in every round of a series"), ("named", "with the name and whatever else the resident agrees to hand over")],
                                default="anonymous",
                                max_length=20,
                                verbose_name="what is promised",
                            ),
                        ),
                        ("sheet_key", models.BinaryField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("closes_on__gte", models.F("opens_on"))), name="survey_ends_after_it_begins"),
                            models.CheckConstraint(condition=models.Q(("status__in", ["collecting", "suspended"]), ("envelope_key__isnull", True), _connector="OR"), name="survey_key_lives_while_collecting"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="surveys.survey")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("kind", models.CharField(choices=[("single", "one answer"), ("multiple", "several answers"), ("scale", "a step on a scale"), ("text", "in your own words")], max_length=20, verbose_name="kind of answer")),
                        ("text", models.CharField(max_length=200, verbose_name="wording of the question")),
                        ("help", models.CharField(blank=True, max_length=200, verbose_name="hint")),
                        ("is_required", models.BooleanField(default=False, verbose_name="an answer is required")),
                        ("may_decline", models.BooleanField(default=True, verbose_name="offer “I prefer not to answer”")),
                        ("survey", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="surveys.survey")),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [models.UniqueConstraint(fields=("survey", "position"), name="question_position_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Choice",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text", models.CharField(max_length=120)),
                        ("question", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="choices", to="surveys.question")),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [models.UniqueConstraint(fields=("question", "position"), name="choice_position_once")],
                    },
                ),
                migrations.CreateModel(
                    name="AppLogin",
                    fields=[
                        ("state", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("browser", models.CharField(max_length=64)),
                        ("nonce", models.CharField(max_length=64)),
                        ("verifier", models.CharField(max_length=128)),
                        ("language", models.CharField(max_length=12)),
                        ("begun_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField(db_index=True)),
                        ("survey", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="app_logins", to="surveys.survey")),
                    ],
                ),
                migrations.CreateModel(
                    name="BallotKey",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveIntegerField(unique=True)),
                        ("public_key", models.BinaryField()),
                        ("fingerprint", models.CharField(max_length=64, unique=True)),
                        ("published_on", models.DateField()),
                        ("previous_hash", models.CharField(max_length=64, unique=True)),
                        ("entry_hash", models.CharField(max_length=64, unique=True)),
                        ("sealed_private", models.BinaryField(null=True)),
                        ("survey", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="ballot_key", to="surveys.survey")),
                    ],
                ),
                migrations.CreateModel(
                    name="BlindDraw",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("ticket_digest", models.CharField(max_length=64, unique=True)),
                        ("blinded_digest", models.CharField(max_length=64)),
                        ("signature", models.BinaryField()),
                        ("survey", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="blind_draws", to="surveys.survey")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SpentToken",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pool", models.UUIDField(db_index=True)),
                        ("digest", models.CharField(max_length=64, unique=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BoardPage",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("pool", models.UUIDField()),
                        ("number", models.PositiveIntegerField()),
                        ("day", models.DateField()),
                        ("added", models.JSONField()),
                        ("receipts", models.PositiveIntegerField()),
                        ("drawn", models.PositiveIntegerField()),
                        ("root", models.CharField(max_length=64)),
                        ("previous_hash", models.CharField(max_length=64)),
                        ("page_hash", models.CharField(max_length=64)),
                        ("is_last", models.BooleanField(default=False)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("pool", "number"), name="board_page_number_once"), models.UniqueConstraint(condition=models.Q(("is_last", True)), fields=("pool",), name="board_page_last_once")],
                    },
                ),
                migrations.CreateModel(
                    name="CounterCheck",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        (
                            "document",
                            models.CharField(
                                choices=[
                                    ("number_card", "Individual Number Card (front side)"),
                                    ("licence", "driving licence"),
                                    ("residence_card", "residence card or special permanent resident certificate"),
                                    ("passport", "passport, with a paper that shows the address"),
                                    ("disability", "disability certificate with a photograph"),
                                    ("two", "two documents without a photograph"),
                                ],
                                max_length=20,
                                verbose_name="document seen",
                            ),
                        ),
                        ("namesakes", models.PositiveSmallIntegerField(default=1, verbose_name="people of these details in the register")),
                        ("person_digest", models.CharField(blank=True, max_length=64)),
                        ("status", models.CharField(choices=[("recorded", "waiting for the second member of staff"), ("confirmed", "code handed over"), ("dropped", "broken off")], max_length=20)),
                        ("survey", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="counter_checks", to="surveys.survey")),
                    ],
                    options={
                        "constraints": [models.CheckConstraint(condition=models.Q(("namesakes__gte", 1)), name="counter_check_counts_the_person")],
                    },
                ),
                migrations.CreateModel(
                    name="CounterCheckStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="surveys.countercheck")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Disclosure",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("mark", models.CharField(max_length=64, unique=True)),
                        ("sealed_content", models.BinaryField()),
                        ("name_index", models.CharField(blank=True, db_index=True, max_length=32)),
                        ("survey", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="disclosures", to="surveys.survey")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Challenge",
                    fields=[
                        ("nonce", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("text", models.TextField()),
                        ("expires_at", models.DateTimeField(db_index=True)),
                        ("survey", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="challenges", to="surveys.survey")),
                    ],
                ),
                migrations.CreateModel(
                    name="OuterEnvelope",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("certificate_digest", models.CharField(max_length=64)),
                        ("person_digest", models.CharField(max_length=64, null=True)),
                        ("drawn_on", models.DateField()),
                        ("survey", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="outer_envelopes", to="surveys.survey")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("survey", "certificate_digest"), name="outer_envelope_certificate_once"), models.UniqueConstraint(fields=("survey", "person_digest"), name="outer_envelope_person_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Proof",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("kind", models.CharField(choices=[("signing", "signing certificate"), ("authentication", "user-authentication certificate")], max_length=20)),
                        ("result", models.CharField(choices=[("granted", "granted"), ("rejected", "rejected"), ("deferred", "could not be checked")], max_length=20)),
                        ("reason", models.CharField(blank=True, max_length=40)),
                        ("source", models.CharField(blank=True, max_length=20)),
                        ("status_known_on", models.DateField(null=True)),
                        ("on", models.DateField()),
                        ("verifying_body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.body")),
                        ("survey", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="proofs", to="surveys.survey")),
                    ],
                    options={
                        "constraints": [models.CheckConstraint(condition=models.Q(models.Q(("reason", ""), ("result", "granted")), models.Q(models.Q(("result", "granted"), _negated=True), models.Q(("reason", ""), _negated=True)), _connector="OR"), name="proof_refused_with_reason")],
                    },
                ),
                migrations.CreateModel(
                    name="Ticket",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pool", models.UUIDField(db_index=True)),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("mark", models.CharField(blank=True, max_length=64)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="InnerEnvelope",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pool", models.UUIDField(db_index=True)),
                        ("sealed_answers", models.BinaryField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Receipt",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("pool", models.UUIDField(db_index=True)),
                        ("digest", models.CharField(max_length=64, unique=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SurveySeries",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("title", models.CharField(max_length=120, verbose_name="title of the series")),
                        ("purpose", models.TextField(max_length=1000, verbose_name="why the same people are asked again")),
                        ("kind", models.CharField(choices=[("elimination", "options with few votes drop out"), ("premise_change", "the assumptions change"), ("panel_wave", "the same questions at another time")], max_length=20, verbose_name="kind of series")),
                        ("status", models.CharField(choices=[("running", "running"), ("concluded", "concluded, pseudonyms cut off")], max_length=20)),
                        ("sponsor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="survey_series", to="residents.body")),
                    ],
                    options={
                        "verbose_name_plural": "survey series",
                    },
                ),
                migrations.CreateModel(
                    name="SurveySeriesStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="surveys.surveyseries")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Wave",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField()),
                        ("series", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="waves", to="surveys.surveyseries")),
                        ("survey", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="wave", to="surveys.survey")),
                    ],
                    options={
                        "ordering": ("number",),
                        "constraints": [models.UniqueConstraint(fields=("series", "number"), name="wave_number_once")],
                    },
                ),
                migrations.CreateModel(
                    name="DroppedOption",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("question", models.CharField(max_length=200)),
                        ("option", models.CharField(max_length=120)),
                        ("below_percent", models.PositiveSmallIntegerField()),
                        ("wave", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="dropped", to="surveys.wave")),
                    ],
                    options={
                        "ordering": ("pk",),
                    },
                ),
                migrations.CreateModel(
                    name="SurveySponsor",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("status", models.CharField(choices=[("applied", "applied for"), ("approved", "approved"), ("refused", "not approved"), ("suspended", "suspended")], max_length=20)),
                        ("scope", models.TextField(max_length=500, verbose_name="what the surveys will be about")),
                        ("valid_from", models.DateField(verbose_name="beginning of the period")),
                        ("valid_until", models.DateField(verbose_name="end of the period")),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="survey_sponsorships", to="residents.body")),
                    ],
                    options={
                        "constraints": [models.CheckConstraint(condition=models.Q(("valid_until__gte", models.F("valid_from"))), name="survey_sponsor_ends_after_it_begins"), models.UniqueConstraint(condition=models.Q(("status", "applied")), fields=("body",), name="survey_sponsor_one_application")],
                    },
                ),
                migrations.CreateModel(
                    name="SurveySponsorStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="surveys.surveysponsor")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PrintedForm",
                    fields=[
                        ("pool", models.UUIDField(primary_key=True, serialize=False)),
                        ("slug", models.SlugField(max_length=80, unique=True)),
                        ("content", models.JSONField()),
                        ("sealing_key", models.BinaryField()),
                        ("ballot_key", models.BinaryField(null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planning", "in planning"),
                                    ("review", "content under review"),
                                    ("approved", "content approved"),
                                    ("permitted", "ready to open"),
                                    ("collecting", "open for answers"),
                                    ("suspended", "interrupted"),
                                    ("closed", "answering closed"),
                                    ("tallied", "being evaluated"),
                                    ("published", "result published"),
                                    ("cancelled", "survey given up"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("closes_on", models.DateField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Tally",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("counts", models.JSONField()),
                        ("base", models.PositiveIntegerField()),
                        ("made_on", models.DateField()),
                        ("survey", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="result", to="surveys.survey")),
                    ],
                ),
                migrations.CreateModel(
                    name="Voucher",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("state", models.CharField(choices=[("waiting", "still to be checked"), ("ready", "ready to be collected"), ("refused", "not accepted")], max_length=20)),
                        ("sealed_content", models.BinaryField(default=b"")),
                        ("sealed_address", models.BinaryField(default=b"")),
                        ("reason", models.CharField(blank=True, max_length=40)),
                        ("attempts", models.PositiveIntegerField(default=0)),
                        ("survey", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="vouchers", to="surveys.survey")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
        migrations.RunPython(
            never("UPDATE", "surveys_ballotkey", columns=PUBLISHED_OF_A_KEY, **GROWS),
            migrations.RunPython.noop,
        ),
        migrations.RunPython(never("UPDATE", "surveys_boardpage", **GROWS), migrations.RunPython.noop),
        migrations.RunPython(never("DELETE", "surveys_ballotkey", "surveys_boardpage", **GROWS), migrations.RunPython.noop),
        migrations.RunPython(
            never(  # status, last day and ballot key follow the survey
                "UPDATE",
                "surveys_printedform",
                columns=("pool", "slug", "content", "sealing_key"),
                words="what was printed stays as it is",
                function="printed_form_stays",
            ),
            migrations.RunPython.noop,
        ),
        PutOnSide("issuing", ISSUING),
        PutOnSide("answering", ANSWERING),
    ]
