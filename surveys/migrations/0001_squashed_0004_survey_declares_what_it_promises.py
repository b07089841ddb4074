"""The tables of the room as they stand today, for a town that is founded now; older towns took the steps one by one."""

import uuid

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from portal.foundation.together import CreateTogether


class Migration(migrations.Migration):
    replaces = [
        ("surveys", "0001_initial"),
        ("surveys", "0002_revocation_service"),
        ("surveys", "0003_answers_rest_sealed"),
        ("surveys", "0004_survey_declares_what_it_promises"),
    ]

    initial = True

    dependencies = [
        ("residents", "0007_role_tables_keep_their_source_as_printed"),
    ]

    operations = [
        CreateTogether(
            models=[
                migrations.CreateModel(
                    name="TrustAnchor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("signing", "signing certificate"),
                                    ("authentication", "user-authentication certificate"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("policy", models.CharField(max_length=80)),
                        ("der", models.BinaryField()),
                        ("fingerprint", models.CharField(max_length=64, unique=True)),
                        ("valid_from", models.DateTimeField()),
                        ("valid_until", models.DateTimeField()),
                        ("is_test", models.BooleanField(default=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="RevocationList",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key_id", models.CharField(max_length=64)),
                        ("scope", models.CharField(blank=True, max_length=1000)),
                        ("der", models.BinaryField()),
                        ("this_update", models.DateTimeField()),
                        ("next_update", models.DateTimeField()),
                        ("fingerprint", models.CharField(max_length=64, unique=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["key_id", "scope", "-this_update"], name="revocation_list_newest"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RevocationService",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("signing", "signing certificate"),
                                    ("authentication", "user-authentication certificate"),
                                ],
                                max_length=20,
                                verbose_name="kind of certificate",
                            ),
                        ),
                        (
                            "means",
                            models.CharField(
                                choices=[
                                    ("lists", "lists held by the portal (CRL)"),
                                    ("responder", "responder of the authority (OCSP)"),
                                    ("simulator", "simulator for drills"),
                                ],
                                max_length=20,
                                verbose_name="means",
                            ),
                        ),
                        (
                            "url",
                            models.URLField(
                                blank=True, max_length=300, verbose_name="address of the responder"
                            ),
                        ),
                        (
                            "sends_nonce",
                            models.BooleanField(default=True, verbose_name="number each question"),
                        ),
                        ("valid_from", models.DateField(verbose_name="from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="revocation_service_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("means", "responder"), models.Q(("url", ""), _negated=True)),
                                    models.Q(models.Q(("means", "responder"), _negated=True), ("url", "")),
                                    _connector="OR",
                                ),
                                name="only_a_responder_has_an_address",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VerifierStanding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ground", models.CharField(max_length=200, verbose_name="legal ground")),
                        (
                            "notification_number",
                            models.CharField(max_length=80, verbose_name="notification number"),
                        ),
                        ("valid_from", models.DateField()),
                        ("valid_until", models.DateField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verifier_standings",
                                to="residents.body",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="verifier_standing_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ground", ""), _negated=True),
                                    models.Q(("notification_number", ""), _negated=True),
                                ),
                                name="verifier_standing_is_recorded",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Survey",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                max_length=80,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^(manage|plan|sponsors|anonymity|receipt)$",
                                        "This address is used by the portal itself.",
                                        inverse_match=True,
                                    )
                                ],
                                verbose_name="address of the page",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        (
                            "purpose",
                            models.TextField(
                                max_length=1000, verbose_name="what the answers will be used for"
                            ),
                        ),
                        ("contact", models.CharField(max_length=200, verbose_name="contact")),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("open", "open to everybody"),
                                    ("certificate", "one answer per person, by certificate"),
                                ],
                                max_length=20,
                                verbose_name="who may answer",
                            ),
                        ),
                        (
                            "sampling",
                            models.CharField(
                                choices=[
                                    ("self_selected", "whoever wished to answer"),
                                    ("random", "a random sample"),
                                ],
                                default="self_selected",
                                max_length=20,
                                verbose_name="how those asked were chosen",
                            ),
                        ),
                        (
                            "certificate_kind",
                            models.CharField(
                                choices=[
                                    ("signing", "signing certificate"),
                                    ("authentication", "user-authentication certificate"),
                                ],
                                default="signing",
                                max_length=20,
                                verbose_name="kind of certificate",
                            ),
                        ),
                        (
                            "municipality",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="municipality of residence"
                            ),
                        ),
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
                        (
                            "sponsor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="surveys",
                                to="residents.body",
                            ),
                        ),
                        (
                            "verifying_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verified_surveys",
                                to="residents.body",
                            ),
                        ),
                        (
                            "anonymity",
                            models.CharField(
                                choices=[
                                    ("anonymous", "anonymous: nobody can join person and answer"),
                                    (
                                        "pseudonymous",
                                        "under a pseudonym that is the same in every round of a series",
                                    ),
                                    (
                                        "named",
                                        "with the name and whatever else the resident agrees to hand over",
                                    ),
                                ],
                                default="anonymous",
                                max_length=20,
                                verbose_name="what is promised",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                                name="survey_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["collecting", "suspended"]),
                                    ("envelope_key__isnull", True),
                                    _connector="OR",
                                ),
                                name="survey_key_lives_while_collecting",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="surveys.survey",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("single", "one answer"),
                                    ("multiple", "several answers"),
                                    ("scale", "a step on a scale"),
                                    ("text", "in your own words"),
                                ],
                                max_length=20,
                                verbose_name="kind of answer",
                            ),
                        ),
                        ("text", models.CharField(max_length=200, verbose_name="wording of the question")),
                        ("help", models.CharField(blank=True, max_length=200, verbose_name="hint")),
                        (
                            "is_required",
                            models.BooleanField(default=False, verbose_name="an answer is required"),
                        ),
                        (
                            "may_decline",
                            models.BooleanField(default=True, verbose_name="offer “I prefer not to answer”"),
                        ),
                        (
                            "survey",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="surveys.survey",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("survey", "position"), name="question_position_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Choice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text", models.CharField(max_length=120)),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="choices",
                                to="surveys.question",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("question", "position"), name="choice_position_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Challenge",
                    fields=[
                        ("nonce", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("text", models.TextField()),
                        ("expires_at", models.DateTimeField(db_index=True)),
                        (
                            "survey",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="challenges",
                                to="surveys.survey",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="OuterEnvelope",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("certificate_digest", models.CharField(max_length=64)),
                        ("person_digest", models.CharField(max_length=64, null=True)),
                        ("drawn_on", models.DateField()),
                        (
                            "survey",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="outer_envelopes",
                                to="surveys.survey",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("survey", "certificate_digest"),
                                name="outer_envelope_certificate_once",
                            ),
                            models.UniqueConstraint(
                                fields=("survey", "person_digest"), name="outer_envelope_person_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Proof",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("signing", "signing certificate"),
                                    ("authentication", "user-authentication certificate"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("granted", "granted"),
                                    ("rejected", "rejected"),
                                    ("deferred", "could not be checked"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=40)),
                        ("source", models.CharField(blank=True, max_length=20)),
                        ("status_known_on", models.DateField(null=True)),
                        ("on", models.DateField()),
                        (
                            "verifying_body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="residents.body",
                            ),
                        ),
                        (
                            "survey",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="proofs",
                                to="surveys.survey",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reason", ""), ("result", "granted")),
                                    models.Q(
                                        models.Q(("result", "granted"), _negated=True),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="proof_refused_with_reason",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Ticket",
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
                    name="SurveySponsor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("applied", "applied for"),
                                    ("approved", "approved"),
                                    ("refused", "not approved"),
                                    ("suspended", "suspended"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "scope",
                            models.TextField(max_length=500, verbose_name="what the surveys will be about"),
                        ),
                        ("valid_from", models.DateField(verbose_name="beginning of the period")),
                        ("valid_until", models.DateField(verbose_name="end of the period")),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="survey_sponsorships",
                                to="residents.body",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("valid_until__gte", models.F("valid_from"))),
                                name="survey_sponsor_ends_after_it_begins",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "applied")),
                                fields=("body",),
                                name="survey_sponsor_one_application",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SurveySponsorStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="surveys.surveysponsor",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Tally",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("counts", models.JSONField()),
                        ("base", models.PositiveIntegerField()),
                        ("made_on", models.DateField()),
                        (
                            "survey",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="result",
                                to="surveys.survey",
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
