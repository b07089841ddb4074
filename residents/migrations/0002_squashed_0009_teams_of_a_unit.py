"""The tables of the room as they stand."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import portal.foundation.clock
from portal.foundation.together import CreateTogether


class Migration(migrations.Migration):
    replaces = [
        ("residents", "0002_role_tables_take_effect"),
        ("residents", "0003_contracts_register"),
        ("residents", "0004_functions_left_open_for_a_reason"),
        ("residents", "0005_committees_name_their_basis"),
        ("residents", "0006_bodies_keep_their_names"),
        ("residents", "0007_role_tables_keep_their_source_as_printed"),
        ("residents", "0008_sub_outsourcings"),
        ("residents", "0009_teams_of_a_unit"),
    ]

    # What the libraries bring is made first: each of their steps would be slower with our tables there.
    dependencies = [
        ("residents", "0001_user"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("django_q", "0019_alter_task_options_alter_ormq_key_alter_ormq_lock_and_more"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [
        CreateTogether(
            models=[
                migrations.CreateModel(
                    name="CityConnection",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(choices=[("residence", "I live in the city"), ("work", "I work in the city"), ("study", "I study in the city")], max_length=20, verbose_name="connection to the city")),
                        ("from_on", models.DateField(default=portal.foundation.clock.today)),
                        ("until_on", models.DateField(blank=True, null=True)),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="connections", to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name="Body",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.SlugField(max_length=60, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("name_en", models.CharField(blank=True, max_length=160, verbose_name="name in English")),
                        ("kind", models.CharField(choices=[("office", "Office"), ("unit", "Unit of the city hall"), ("committee", "Committee"), ("organisation", "Outside organisation")], max_length=20, verbose_name="kind")),
                        ("legal_basis", models.CharField(blank=True, max_length=200, verbose_name="legal basis")),
                        ("duties", models.JSONField(blank=True, default=list, verbose_name="duties")),
                        ("profile", models.TextField(blank=True, verbose_name="profile")),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                        ("valid_from", models.DateField()),
                        ("valid_until", models.DateField(blank=True, null=True)),
                        ("parent", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="children", to="residents.body")),
                    ],
                    options={
                        "verbose_name": "unit or body",
                        "verbose_name_plural": "bodies",
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("valid_until__isnull", True), ("valid_until__gte", models.F("valid_from")), _connector="OR"), name="body_ends_after_it_begins"),
                            models.CheckConstraint(condition=models.Q(models.Q(("kind", "committee"), _negated=True), models.Q(("legal_basis", ""), _negated=True), _connector="OR"), name="committee_has_a_legal_basis"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BodyName",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=120)),
                        ("until_on", models.DateField(blank=True, null=True)),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="names", to="residents.body")),
                        ("name_en", models.CharField(blank=True, max_length=160)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(condition=models.Q(("until_on__isnull", True)), fields=("body", "name"), name="body_alias_once"), models.UniqueConstraint(condition=models.Q(("until_on__isnull", False)), fields=("body", "until_on"), name="one_body_name_until_a_day")],
                    },
                ),
                migrations.CreateModel(
                    name="BodySuccession",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("on", models.DateField()),
                        ("predecessor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="followed_by", to="residents.body")),
                        ("successor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="follows", to="residents.body")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("predecessor", "successor"), name="body_succession_once")],
                    },
                ),
                migrations.CreateModel(
                    name="BodyMembership",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("post", models.CharField(blank=True, max_length=80, verbose_name="position")),
                        ("from_on", models.DateField()),
                        ("until_on", models.DateField(blank=True, null=True)),
                        ("basis", models.CharField(blank=True, max_length=200)),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="residents.body")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "constraints": [models.CheckConstraint(condition=models.Q(("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"), name="membership_ends_after_it_begins")],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentText",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("purpose", models.CharField(max_length=60)),
                        ("version", models.PositiveIntegerField()),
                        ("text", models.TextField()),
                        ("text_en", models.TextField(blank=True)),
                        ("valid_from", models.DateField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("purpose", "version"), name="consent_text_version_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("given_at", models.DateTimeField(default=portal.foundation.clock.now)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="consents", to=settings.AUTH_USER_MODEL)),
                        ("text", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="residents.consenttext")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(condition=models.Q(("withdrawn_at__isnull", True)), fields=("person", "text"), name="consent_stands_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Contract",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("scope_items", models.JSONField(default=list, verbose_name="scope")),
                        ("from_on", models.DateField()),
                        ("until_on", models.DateField()),
                        ("status", models.CharField(choices=[("planned", "Planned"), ("dropped", "Not concluded"), ("concluded", "Concluded"), ("incident", "Incident being handled"), ("terminated", "Terminated early"), ("ended", "Ended"), ("settled", "Settled")], max_length=20)),
                        ("terminated_on", models.DateField(blank=True, null=True)),
                        ("contractor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="contracts", to="residents.body")),
                        ("amount", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="amount (yen)")),
                        ("certificate_number", models.CharField(blank=True, max_length=60, verbose_name="number of the certificate")),
                        ("certificate_on", models.DateField(blank=True, null=True, verbose_name="date of the certificate")),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="contract number")),
                        ("procurement", models.CharField(blank=True, choices=[("bid", "By bid"), ("negotiated", "By negotiation")], max_length=20, verbose_name="procurement")),
                        ("renewal", models.CharField(blank=True, choices=[("", "Not decided yet"), ("renewed", "Renewed"), ("declined", "Not renewed")], max_length=20, verbose_name="next year")),
                        ("renews", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="renewed_by", to="residents.contract")),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("until_on__gte", models.F("from_on"))), name="contract_days_in_order"),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("status", "terminated"), ("terminated_on__isnull", False)), ("status", "settled"), models.Q(models.Q(("status__in", ["terminated", "settled"]), _negated=True), ("terminated_on__isnull", True)), _connector="OR"), name="contract_terminated_has_a_day"
                            ),
                            models.CheckConstraint(condition=models.Q(models.Q(("status", "settled"), _negated=True), models.Q(("certificate_on__isnull", False), models.Q(("certificate_number", ""), _negated=True)), _connector="OR"), name="contract_settled_has_a_certificate"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContractStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="residents.contract")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ContractClause",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "clause",
                            models.CharField(
                                choices=[
                                    ("confidentiality", "Confidentiality"),
                                    ("sub_outsourcing", "Limits on sub-outsourcing"),
                                    ("no_other_use", "No use for another purpose"),
                                    ("no_third_party", "No supply to third parties"),
                                    ("no_copying", "No copying"),
                                    ("return", "Return or destruction at the end"),
                                    ("inspection", "On-site inspection"),
                                    ("incident_report", "Report of incidents"),
                                    ("ledger", "Ledger of what was handed out"),
                                ],
                                max_length=30,
                                verbose_name="clause",
                            ),
                        ),
                        ("is_needed", models.BooleanField(default=True, verbose_name="needed")),
                        ("evidence", models.CharField(max_length=200, verbose_name="evidence")),
                        ("checked_on", models.DateField(verbose_name="checked on")),
                        ("contract", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="clauses", to="residents.contract")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("contract", "clause"), name="contract_clause_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ContractGrant",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("scope_item", models.CharField(max_length=200)),
                        ("function", models.CharField(max_length=60)),
                        ("contract", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="grants", to="residents.contract")),
                        ("person", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="grants", to=settings.AUTH_USER_MODEL)),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("until_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("contract", "function", "person", "from_on"), name="contract_grant_once")],
                    },
                ),
                migrations.CreateModel(
                    name="RoleTable",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("effective_from", models.DateField(verbose_name="takes effect on")),
                        ("status", models.CharField(choices=[("draft", "Draft"), ("checked", "Checked"), ("approved", "Approved, takes effect on its day"), ("in_force", "In force"), ("superseded", "Superseded"), ("discarded", "Discarded")], max_length=20)),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="source")),
                        ("left_open", models.JSONField(blank=True, default=dict)),
                        ("printed", models.JSONField(blank=True, default=list)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(condition=models.Q(("status__in", ["approved", "in_force", "superseded"])), fields=("effective_from",), name="role_table_one_a_day")],
                    },
                ),
                migrations.CreateModel(
                    name="RoleTableStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="residents.roletable")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RoleAssignment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("function", models.CharField(max_length=60, verbose_name="function")),
                        ("is_open_ended", models.BooleanField(default=False, verbose_name="every unit")),
                        ("printed_as", models.CharField(blank=True, max_length=200)),
                        ("tasks", models.JSONField(blank=True, default=list)),
                        ("body", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="functions", to="residents.body")),
                        ("table", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="residents.roletable")),
                        ("in_place_of", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.body")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("table", "function", "body"), name="role_assignment_once"), models.CheckConstraint(condition=models.Q(("body__isnull", False), ("is_open_ended", True), _connector="OR"), name="role_assignment_has_a_holder")],
                    },
                ),
                migrations.CreateModel(
                    name="Delegation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("function", models.CharField(max_length=60)),
                        ("from_on", models.DateField()),
                        ("until_on", models.DateField()),
                        ("basis", models.CharField(max_length=200, verbose_name="basis")),
                        ("from_body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="delegations_given", to="residents.body")),
                        ("to_body", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="delegations", to="residents.body")),
                        ("to_person", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="delegations", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "constraints": [models.CheckConstraint(condition=models.Q(("until_on__gte", models.F("from_on"))), name="delegation_days_in_order")],
                    },
                ),
                migrations.CreateModel(
                    name="SubOutsourcing",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("status", models.CharField(choices=[("requested", "Waits for consent"), ("consented", "Consent given"), ("refused", "Consent refused"), ("withdrawn", "Request withdrawn"), ("revoked", "Consent revoked")], max_length=20)),
                        ("subcontractor", models.CharField(max_length=200, verbose_name="who would do the work")),
                        ("work", models.TextField(max_length=1000, verbose_name="which part of the work")),
                        ("reason", models.TextField(max_length=1000, verbose_name="why somebody else has to do it")),
                        ("safeguards", models.TextField(max_length=1000, verbose_name="how the clauses bind the other side too")),
                        ("touches_personal_data", models.BooleanField(default=False, verbose_name="personal data are handed over")),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("until_on", models.DateField(verbose_name="until")),
                        ("conditions", models.TextField(blank=True, max_length=1000, verbose_name="conditions of the consent")),
                        ("contract", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="sub_outsourcings", to="residents.contract")),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("until_on__gte", models.F("from_on"))), name="sub_outsourcing_days_in_order"),
                            models.CheckConstraint(condition=models.Q(models.Q(("subcontractor", ""), _negated=True), models.Q(("work", ""), _negated=True), models.Q(("safeguards", ""), _negated=True)), name="sub_outsourcing_says_who_what_and_how"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SubOutsourcingStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="residents.suboutsourcing")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Team",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("duties", models.TextField(blank=True, max_length=1000, verbose_name="duties")),
                        ("valid_from", models.DateField(verbose_name="exists from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="last day")),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="teams", to="residents.body")),
                    ],
                    options={
                        "ordering": ["body", "pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("valid_until__isnull", True), ("valid_until__gte", models.F("valid_from")), _connector="OR"), name="team_ends_after_it_begins"),
                            models.UniqueConstraint(condition=models.Q(("valid_until__isnull", True)), fields=("body", "name"), name="team_named_once_in_a_unit"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeamPlace",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("membership", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="team_place", to="residents.bodymembership")),
                        ("team", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="places", to="residents.team")),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
            ],
        ),
    ]
