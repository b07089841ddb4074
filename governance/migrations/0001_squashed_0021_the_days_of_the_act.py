"""The tables of the room as they stand today, for a town that is founded now; older towns took the steps one by one."""

import importlib
import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import portal.foundation.clock
import portal.foundation.sealing
from portal.foundation.never import never
from portal.foundation.together import CreateTogether

DAYS = importlib.import_module("governance.migrations.0021_the_days_of_the_act")


class Migration(migrations.Migration):
    replaces = [
        ("governance", "0001_initial"),
        ("governance", "0002_rule_versions_never_change"),
        ("governance", "0003_rule_versions_keep_their_law_xml"),
        ("governance", "0004_proposals_are_followed_to_the_end"),
        ("governance", "0005_proposal_versions_never_change"),
        ("governance", "0006_violations"),
        ("governance", "0007_a_call_is_answered_on_paper_too"),
        ("governance", "0008_honoraria_withheld_and_waived"),
        ("governance", "0009_history_is_taken_in"),
        ("governance", "0010_honoraria_are_reported"),
        ("governance", "0011_themes_put_off_passed_on_and_followed"),
        ("governance", "0012_rules_end_in_every_way"),
        ("governance", "0013_rule_versions_are_never_deleted"),
        ("governance", "0014_numbers_know_their_text"),
        ("governance", "0015_minutes_in_versions_recusals_and_ways_of_voting"),
        ("governance", "0016_minutes_become_versions_that_never_change"),
        ("governance", "0017_offices_rest_on_resolutions"),
        ("governance", "0018_answers_go_through_grades_and_the_assembly"),
        ("governance", "0019_rights_claims_and_published_months"),
        ("governance", "0020_evidence_never_changes"),
        ("governance", "0021_the_days_of_the_act"),
    ]

    initial = True

    dependencies = [
        ("foundation", "0003_numbers_end_with_their_text"),
        ("communities", "0008_hidden_posts_are_being_checked"),
        ("residents", "0007_role_tables_keep_their_source_as_printed"),
    ]

    operations = [
        CreateTogether(
            models=[
                migrations.CreateModel(
                    name="CommitteeTerm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number of the term")),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        ("target_seats", models.PositiveSmallIntegerField(verbose_name="seats aimed at")),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="committee_terms",
                                to="residents.body",
                                verbose_name="body",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["body", "-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("body", "number"), name="one_term_per_number"),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                                name="term_ends_after_it_begins",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SizeDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("maximum", models.PositiveSmallIntegerField(verbose_name="new maximum of members")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("decided_on", models.DateField(verbose_name="decided on")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="size_decisions",
                                to="governance.committeeterm",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-decided_on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
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
                                    ("planned", "Planned"),
                                    ("announced", "Announced"),
                                    ("in_session", "In session"),
                                    ("minutes_draft", "Minutes being drafted"),
                                    ("minutes_confirmed", "Minutes confirmed"),
                                    ("published", "Minutes published"),
                                    ("postponed", "Postponed, new day not yet set"),
                                    ("cancelled", "Cancelled"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number of the meeting")),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        ("place", models.CharField(max_length=200, verbose_name="place or room")),
                        ("agenda", models.TextField(verbose_name="agenda")),
                        ("is_open", models.BooleanField(default=True, verbose_name="open to the public")),
                        (
                            "closing_ground",
                            models.TextField(blank=True, verbose_name="why it is closed to the public"),
                        ),
                        (
                            "announced_on",
                            models.DateField(blank=True, null=True, verbose_name="announced on"),
                        ),
                        (
                            "is_short_notice",
                            models.BooleanField(default=False, verbose_name="announced at short notice"),
                        ),
                        (
                            "seats",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="members in office"
                            ),
                        ),
                        ("minutes", models.TextField(blank=True, editable=False, verbose_name="minutes")),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="residents.body",
                            ),
                        ),
                        (
                            "entrusted_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="governance.committeeterm",
                            ),
                        ),
                        ("materials", models.TextField(blank=True, verbose_name="materials")),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("offline", "At a place"),
                                    ("online", "In a conference room of this site"),
                                ],
                                default="offline",
                                max_length=10,
                                verbose_name="how it is held",
                            ),
                        ),
                        (
                            "observers",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="observers"),
                        ),
                        (
                            "presided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sittings",
                                to="communities.room",
                            ),
                        ),
                        (
                            "sequence",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="changes since it was announced"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-starts_at"],
                        "constraints": [
                            models.UniqueConstraint(fields=("term", "number"), name="one_meeting_per_number"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_open", True),
                                    models.Q(("closing_ground", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="closed_meeting_has_a_ground",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="meeting_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("mode", "online"), _negated=True),
                                    ("room__isnull", False),
                                    _connector="OR",
                                ),
                                name="online_meeting_has_a_room",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingStep",
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
                                to="governance.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="governance.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "member"), name="present_once_per_meeting"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Resolution",
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
                                    ("proposed", "Before the meeting"),
                                    ("adopted", "Adopted by vote"),
                                    ("rejected", "Rejected by vote"),
                                    ("withdrawn", "Motion withdrawn"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number"),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("text", models.TextField(verbose_name="text")),
                        (
                            "competence",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Article 9 item 1: planning and running the rooms"),
                                    (2, "Article 9 item 2: choosing themes"),
                                    (3, "Article 9 item 3: proposals to the mayor"),
                                    (4, "Article 9 item 4: making and changing rules"),
                                    (5, "Article 9 item 5: dealing with rule violations"),
                                    (6, "Article 9 item 6: other matters the committee finds necessary"),
                                ],
                                verbose_name="item of Article 9",
                            ),
                        ),
                        (
                            "votes_for",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="for"),
                        ),
                        (
                            "votes_against",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="against"),
                        ),
                        (
                            "votes_abstaining",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="abstaining"
                            ),
                        ),
                        (
                            "present",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="members present"
                            ),
                        ),
                        ("adopted_on", models.DateField(blank=True, null=True, verbose_name="adopted on")),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resolutions",
                                to="residents.body",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resolutions",
                                to="governance.meeting",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resolutions",
                                to="governance.committeeterm",
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("show_of_hands", "Show of hands"),
                                    ("secret", "Secret ballot"),
                                    ("written", "In writing"),
                                ],
                                default="show_of_hands",
                                max_length=20,
                                verbose_name="way of voting",
                            ),
                        ),
                        (
                            "vote_by",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="votes in writing until"
                            ),
                        ),
                        (
                            "voting_closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="voting closed"),
                        ),
                    ],
                    options={
                        "ordering": ["-adopted_on", "-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("term", "number"), name="one_resolution_per_number"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("adopted_on__isnull", False),
                                        ("number__isnull", False),
                                        ("status", "adopted"),
                                    ),
                                    models.Q(
                                        models.Q(("status", "adopted"), _negated=True),
                                        ("adopted_on__isnull", True),
                                        ("number__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="adopted_resolution_has_number_and_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("method", "written"), ("vote_by__isnull", False)),
                                    models.Q(
                                        models.Q(("method", "written"), _negated=True),
                                        ("vote_by__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="written_vote_has_a_deadline",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ResolutionStep",
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
                                to="governance.resolution",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Vote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "choice",
                            models.CharField(
                                choices=[("for", "For"), ("against", "Against"), ("abstain", "Abstain")],
                                max_length=10,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "resolution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="votes",
                                to="governance.resolution",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("resolution", "member"), name="one_vote_per_member"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SecretVoter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "resolution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="secret_voters",
                                to="governance.resolution",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("resolution", "member"), name="one_secret_vote_per_member"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BallotCount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "choice",
                            models.CharField(
                                choices=[("for", "For"), ("against", "Against"), ("abstain", "Abstain")],
                                max_length=10,
                            ),
                        ),
                        ("ballots", models.PositiveSmallIntegerField(default=0)),
                        (
                            "resolution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ballot_counts",
                                to="governance.resolution",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("resolution", "choice"), name="one_ballot_count_per_choice"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Recusal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("own_affair", "The matter concerns the member personally"),
                                    ("family", "The matter concerns the member's family"),
                                    (
                                        "occupation",
                                        "The matter concerns a business or organisation the member works for",
                                    ),
                                    ("other", "Another direct interest in the matter"),
                                ],
                                max_length=20,
                                verbose_name="ground",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "resolution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recusals",
                                to="governance.resolution",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("resolution", "member"), name="recused_once_per_motion"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Proposal",
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
                                    ("drafting", "Being drafted"),
                                    ("reading", "Laid open for reading"),
                                    ("adopted", "Adopted by the committee"),
                                    ("handed_over", "Handed over"),
                                    ("returned", "Returned for correction"),
                                    ("received", "Received by the city"),
                                    ("routed", "With the responsible sections"),
                                    ("presented", "Before the mayor"),
                                    ("answered", "Answer decided"),
                                    ("published", "Answered"),
                                    ("tracked", "Being carried out"),
                                    ("closed", "Concluded"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, unique=True, verbose_name="number"
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("background", models.TextField(verbose_name="how it came about")),
                        ("adopted_on", models.DateField(blank=True, null=True, verbose_name="adopted on")),
                        (
                            "handed_over_on",
                            models.DateField(blank=True, null=True, verbose_name="handed over on"),
                        ),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                        (
                            "answer_due_on",
                            models.DateField(blank=True, null=True, verbose_name="answer due by"),
                        ),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                        (
                            "published_on",
                            models.DateField(blank=True, null=True, verbose_name="answer published on"),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="residents.body",
                            ),
                        ),
                        (
                            "resolution",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposal",
                                to="governance.resolution",
                            ),
                        ),
                        (
                            "reading_until",
                            models.DateField(blank=True, null=True, verbose_name="open for reading until"),
                        ),
                        (
                            "receipt_number",
                            models.PositiveIntegerField(
                                blank=True, null=True, unique=True, verbose_name="number of receipt"
                            ),
                        ),
                        (
                            "rooms",
                            models.ManyToManyField(
                                blank=True, related_name="proposals", to="communities.room"
                            ),
                        ),
                        (
                            "step_due_on",
                            models.DateField(blank=True, null=True, verbose_name="next step due by"),
                        ),
                        (
                            "withdrawal",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="withdrawn_proposal",
                                to="governance.resolution",
                            ),
                        ),
                        (
                            "assembly_note",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="standing in the assembly"
                            ),
                        ),
                        (
                            "embargo_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="answer not published before"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("committee", "Proposal of the committee"),
                                    ("opinion", "Opinion on a theme raised by the city"),
                                ],
                                default="committee",
                                max_length=20,
                                verbose_name="kind of proposal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposal",
                        "verbose_name_plural": "proposals",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answer_due_on__isnull", True),
                                    ("answer_due_on__gte", models.F("received_on")),
                                    _connector="OR",
                                ),
                                name="answer_due_after_receipt",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("number__isnull", True),
                                        ("resolution__isnull", True),
                                        ("status__in", ["drafting", "reading"]),
                                    ),
                                    models.Q(
                                        ("adopted_on__isnull", False),
                                        ("number__isnull", False),
                                        ("resolution__isnull", False),
                                        models.Q(("status__in", ["drafting", "reading"]), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="adopted_proposal_has_number_and_resolution",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "status__in",
                                            [
                                                "answered",
                                                "closed",
                                                "presented",
                                                "published",
                                                "received",
                                                "routed",
                                                "tracked",
                                            ],
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("answer_due_on__isnull", False), ("received_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="received_proposal_has_its_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "withdrawn"), _negated=True),
                                    ("withdrawal__isnull", False),
                                    _connector="OR",
                                ),
                                name="withdrawn_proposal_has_its_resolution",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("embargo_until__isnull", True),
                                    models.Q(("assembly_note", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="proposal_held_back_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProposalStep",
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
                                to="governance.proposal",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("done", "Already done"),
                                    ("planned", "Will be done"),
                                    ("partly", "Will be done in part"),
                                    ("under_study", "Under study"),
                                    ("referred", "Passed on to another body"),
                                    ("not_possible", "Not possible"),
                                ],
                                max_length=20,
                                verbose_name="result",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="answer")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("drafted_on", models.DateField()),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="residents.body",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="governance.proposalitem",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("drafted", "Drafted"),
                                    ("approved", "Approved by the section"),
                                    ("sent_back", "Sent back"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("text", ""), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                ),
                                name="answer_says_what_and_why",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProposalItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("text", models.TextField(blank=True, verbose_name="text")),
                        (
                            "answer",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decides",
                                to="governance.answer",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="governance.proposal",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposal_items",
                                to="residents.body",
                            ),
                        ),
                        (
                            "cooperating",
                            models.ManyToManyField(
                                blank=True, related_name="cooperates_on", to="residents.body"
                            ),
                        ),
                        (
                            "progress",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("planned", "Planned"),
                                    ("in_progress", "In progress"),
                                    ("under_study", "Under study"),
                                    ("done", "Done"),
                                    ("partly", "Done in part"),
                                    ("referred", "Passed on to another body"),
                                    ("not_possible", "Not possible"),
                                ],
                                max_length=20,
                                verbose_name="progress",
                            ),
                        ),
                        (
                            "report_due_on",
                            models.DateField(blank=True, null=True, verbose_name="next report by"),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("proposal", "number"), name="proposal_item_numbered_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProposalVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("text", models.TextField()),
                        ("digest", models.CharField(max_length=64)),
                        ("frozen_on", models.DateField()),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="governance.proposal",
                            ),
                        ),
                        (
                            "resolution",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposal_version",
                                to="governance.resolution",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("proposal", "number"), name="proposal_version_numbered_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CitedPost",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="proposal_citations",
                                to="communities.post",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="governance.proposal",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["post"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("proposal", "post"), name="proposal_cites_a_post_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Extension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("at", models.DateTimeField()),
                        (
                            "body",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="residents.body",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="extensions",
                                to="governance.proposal",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="extension_has_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_day__gt", models.F("from_day"))),
                                name="extension_gives_more_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rule",
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
                                    ("proposed", "Draft before the enacting body"),
                                    ("enacted", "Enacted, not yet in force"),
                                    ("in_force", "In force now"),
                                    ("ending", "In force, abolition decided"),
                                    ("abolished", "Abolished"),
                                    ("lapsed", "Lapsed"),
                                    ("repealed", "Repealed before its day"),
                                    ("rejected", "Not adopted"),
                                    ("withdrawn", "Draft withdrawn"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                        ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address")),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "instrument_type",
                            models.CharField(
                                choices=[
                                    ("guideline", "Guideline of the mayor"),
                                    ("room_rule", "Room rule of the committee"),
                                    ("delegated", "Rule of the mayor under a guideline"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("delegating_provision", models.CharField(blank=True, max_length=60)),
                        ("draft", models.JSONField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="abolished as of")),
                        (
                            "abolished_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="abolishes",
                                to="governance.rule",
                            ),
                        ),
                        (
                            "delegated_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="subordinate_rules",
                                to="governance.rule",
                            ),
                        ),
                        (
                            "enacted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rules",
                                to="residents.body",
                            ),
                        ),
                        ("lapses_on", models.DateField(blank=True, null=True, verbose_name="lapses as of")),
                    ],
                    options={
                        "verbose_name": "rule",
                        "verbose_name_plural": "rules",
                        "ordering": ["instrument_type", "title"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ends_on__isnull", False), ("status__in", ["ending", "abolished"])
                                    ),
                                    models.Q(
                                        models.Q(("status__in", ["ending", "abolished"]), _negated=True),
                                        ("ends_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="rule_has_an_end_only_once_abolished",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "proposed"), _negated=True),
                                    ("draft__isnull", False),
                                    _connector="OR",
                                ),
                                name="proposed_rule_has_a_draft",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "lapsed"), _negated=True),
                                    ("lapses_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="lapsed_rule_named_its_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RuleStep",
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
                                to="governance.rule",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RuleVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("enactment", "Enactment"),
                                    ("complete_amendment", "Complete amendment"),
                                    ("partial_amendment", "Partial amendment"),
                                    ("abolition", "Abolition"),
                                    ("lapse", "Lapse"),
                                    ("repeal", "Repeal before taking effect"),
                                ],
                                max_length=24,
                                verbose_name="kind",
                            ),
                        ),
                        ("effective_from", models.DateField(verbose_name="in force from")),
                        (
                            "applies_from",
                            models.DateField(blank=True, null=True, verbose_name="applies from"),
                        ),
                        (
                            "promulgated_on",
                            models.DateField(blank=True, null=True, verbose_name="promulgated on"),
                        ),
                        ("text", models.JSONField(blank=True, null=True)),
                        ("supplement", models.JSONField(blank=True, null=True)),
                        ("changes", models.JSONField(blank=True, null=True)),
                        (
                            "numbers",
                            models.JSONField(
                                blank=True, default=dict, verbose_name="numbers this text fixes"
                            ),
                        ),
                        ("digest", models.CharField(max_length=64)),
                        (
                            "reference",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="number of the decision"
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "resolution",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rule_versions",
                                to="governance.resolution",
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="governance.rule",
                            ),
                        ),
                        (
                            "source",
                            models.TextField(
                                blank=True, null=True, verbose_name="law XML this was read from"
                            ),
                        ),
                        (
                            "repeals",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="repealed_by",
                                to="governance.ruleversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version of a rule",
                        "verbose_name_plural": "versions of rules",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("rule", "number"), name="rule_version_numbered_once"
                            ),
                            models.UniqueConstraint(
                                fields=("rule", "resolution"), name="resolution_decides_a_rule_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("applies_from__isnull", True),
                                    ("applies_from__lte", models.F("effective_from")),
                                    _connector="OR",
                                ),
                                name="rule_applies_no_later_than_in_force",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "repeal"), _negated=True),
                                fields=("rule", "effective_from"),
                                name="rule_versions_never_overlap",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "repeal"), ("repeals__isnull", False)),
                                    models.Q(
                                        models.Q(("kind", "repeal"), _negated=True), ("repeals__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="repeal_names_what_it_repeals",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind__in", ["abolition", "lapse", "repeal"]), _negated=True),
                                    ("text__isnull", True),
                                    _connector="OR",
                                ),
                                name="abolition_has_no_text",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlannedAmendment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("expected_month", models.DateField(verbose_name="expected in")),
                        ("announced_on", models.DateField(verbose_name="announced on")),
                        ("remark", models.CharField(blank=True, max_length=200, verbose_name="remark")),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="planned_amendments",
                                to="governance.rule",
                            ),
                        ),
                        (
                            "came_with",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans_kept",
                                to="governance.ruleversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["expected_month"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("rule", "expected_month"), name="amendment_announced_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CitedInstrument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("number", models.CharField(blank=True, max_length=120, verbose_name="number")),
                        ("dated_on", models.DateField(blank=True, null=True, verbose_name="dated")),
                        (
                            "abolished_on",
                            models.DateField(blank=True, null=True, verbose_name="abolished on"),
                        ),
                        ("remark", models.CharField(blank=True, max_length=300, verbose_name="remark")),
                        (
                            "rule",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cited_as",
                                to="governance.rule",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("title", "number"), name="cited_instrument_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Citation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("provision", models.CharField(max_length=60)),
                        ("label", models.CharField(max_length=60)),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="citations",
                                to="governance.citedinstrument",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="governance.ruleversion",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "provision", "instrument"), name="cited_once_in_a_place"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Amendment",
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
                                    ("proposed", "Proposed"),
                                    ("adopted", "Adopted"),
                                    ("withdrawn", "Withdrawn"),
                                    ("rejected", "Not adopted"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                        ("text", models.JSONField()),
                        ("reason", models.TextField(verbose_name="why")),
                        ("proposed_on", models.DateField(verbose_name="proposed on")),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "proposed_for",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="residents.body",
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amendments",
                                to="governance.rule",
                            ),
                        ),
                        (
                            "base",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="governance.ruleversion",
                            ),
                        ),
                        (
                            "version",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amendment",
                                to="governance.ruleversion",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("partial_amendment", "Partial amendment"),
                                    ("complete_amendment", "Complete amendment"),
                                ],
                                default="partial_amendment",
                                max_length=24,
                                verbose_name="kind",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposed amendment",
                        "verbose_name_plural": "proposed amendments",
                        "ordering": ["-proposed_on", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "adopted"), ("version__isnull", False)),
                                    models.Q(
                                        models.Q(("status", "adopted"), _negated=True),
                                        ("version__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="adopted_amendment_has_its_version",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AmendmentStep",
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
                                to="governance.amendment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnswerStep",
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
                                to="governance.answer",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ApprovalGrade",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(max_length=80, verbose_name="position")),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="residents.body",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="approval_grades",
                                to="residents.body",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "number"), name="approval_grade_numbered_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True),
                                name="approval_grade_has_a_title",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Approval",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(blank=True, max_length=80, verbose_name="position")),
                        ("on", models.DateField()),
                        (
                            "answer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="approvals",
                                to="governance.answer",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="residents.body",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("answer", "number"), name="grade_signs_a_draft_once"
                            ),
                            models.UniqueConstraint(
                                fields=("answer", "person"), name="person_signs_a_draft_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Concurrence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("remark", models.TextField(blank=True, verbose_name="remark")),
                        ("on", models.DateField()),
                        (
                            "answer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="concurrences",
                                to="governance.answer",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="residents.body",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("answer", "unit"), name="section_concurs_once_with_a_draft"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ViolationCase",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("provision", models.CharField(max_length=60, verbose_name="provision")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("investigating", "Being looked into"),
                                    ("urgent_hidden", "Post hidden at once, being looked into"),
                                    ("hearing", "The person concerned is being heard"),
                                    ("heard", "Heard, to be decided"),
                                    ("referred", "Before the committee"),
                                    ("dismissed", "Unfounded"),
                                    ("no_measure", "Closed without a measure"),
                                    ("settled", "Decided with a measure"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "opened_at",
                            models.DateTimeField(default=portal.foundation.clock.now, verbose_name="opened"),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="next step due")),
                        ("reminded_on", models.DateField(blank=True, null=True)),
                        (
                            "hearing_until",
                            models.DateField(blank=True, null=True, verbose_name="statement possible until"),
                        ),
                        (
                            "hearing_question",
                            models.TextField(blank=True, verbose_name="what the person is asked about"),
                        ),
                        (
                            "statement",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="governance.violation_statement",
                            ),
                        ),
                        (
                            "outcome_reason",
                            models.TextField(blank=True, verbose_name="reason of the decision"),
                        ),
                        ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="violation_cases",
                                to="communities.post",
                            ),
                        ),
                        (
                            "resolution",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="violation_cases",
                                to="governance.resolution",
                            ),
                        ),
                        (
                            "rule_version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="governance.ruleversion",
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="violation_cases",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person concerned",
                            ),
                        ),
                        (
                            "erased_on",
                            models.DateField(blank=True, null=True, verbose_name="evidence erased"),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["due_on", "id"], name="violation_due"),
                            models.Index(fields=["-opened_at", "-id"], name="violation_newest"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "heard",
                                            "hearing",
                                            "investigating",
                                            "received",
                                            "referred",
                                            "urgent_hidden",
                                        ],
                                    )
                                ),
                                fields=("post",),
                                name="violation_one_open_case_a_post",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "heard",
                                            "hearing",
                                            "investigating",
                                            "received",
                                            "referred",
                                            "urgent_hidden",
                                        ],
                                    ),
                                    ("settled_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="violation_decided_on_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ViolationCaseStep",
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
                                to="governance.violationcase",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ViolationReport",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("provision", models.CharField(max_length=60, verbose_name="provision")),
                        (
                            "note",
                            portal.foundation.sealing.SealedTextField(
                                blank=True, default=b"", editable=True, purpose="governance.violation_report"
                            ),
                        ),
                        ("reported_at", models.DateTimeField(default=portal.foundation.clock.now)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reports",
                                to="governance.violationcase",
                            ),
                        ),
                        (
                            "reporter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="violation_reports",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "rule_version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="governance.ruleversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["reported_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("reporter__isnull", False)),
                                fields=("case", "reporter"),
                                name="violation_reported_once_a_person",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "content",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="governance.violation_evidence",
                            ),
                        ),
                        (
                            "earlier",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="governance.violation_evidence",
                            ),
                        ),
                        ("author_name", models.CharField(max_length=60)),
                        ("place", models.CharField(max_length=80)),
                        ("topic", models.CharField(max_length=120)),
                        ("written_at", models.DateTimeField()),
                        ("frozen_at", models.DateTimeField(default=portal.foundation.clock.now)),
                        ("digest", models.CharField(max_length=64)),
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="governance.violationcase",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PublishedMonth",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("month", models.DateField(unique=True)),
                        ("lines", models.JSONField()),
                        ("published_at", models.DateTimeField(default=portal.foundation.clock.now)),
                    ],
                    options={
                        "ordering": ["-month"],
                    },
                ),
                migrations.CreateModel(
                    name="Sanction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("provision", models.CharField(max_length=60, verbose_name="provision")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("in_effect", "In effect"),
                                    ("ended", "Over"),
                                    ("lifted", "Lifted after an objection"),
                                    ("replaced", "Replaced by a milder one after an objection"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("advice", "Advice"),
                                    ("warning", "Warning"),
                                    ("hide", "Hiding the post"),
                                    ("delete", "Deleting the post"),
                                    ("room_restriction", "No writing in this place for a time"),
                                    ("topic_stop", "No new topics in the room for a time"),
                                    ("room_suspension", "Suspension of the room"),
                                    ("suspension", "Suspension of use"),
                                    ("room_closure", "Closing of the room"),
                                    ("cancellation", "Cancellation of the registration"),
                                ],
                                max_length=20,
                                verbose_name="measure",
                            ),
                        ),
                        ("is_direct", models.BooleanField(verbose_name="directly by a caretaker")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                        ("object_until", models.DateField(verbose_name="objection possible until")),
                        (
                            "replaces",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by",
                                to="governance.sanction",
                            ),
                        ),
                        (
                            "resolution",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sanctions",
                                to="governance.resolution",
                            ),
                        ),
                        (
                            "rule_version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="governance.ruleversion",
                            ),
                        ),
                        (
                            "suspension",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sanction",
                                to="communities.suspension",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sanctions",
                                to="governance.violationcase",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [models.Index(fields=["status", "ends_on"], name="sanction_running")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="sanction_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("is_direct", True), ("resolution__isnull", True)),
                                    ("is_direct", False),
                                    _connector="OR",
                                ),
                                name="sanction_direct_without_resolution",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "kind__in",
                                            [
                                                "room_restriction",
                                                "room_suspension",
                                                "suspension",
                                                "topic_stop",
                                            ],
                                        ),
                                        _negated=True,
                                    ),
                                    ("ends_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="sanction_for_a_time_has_its_last_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SanctionStep",
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
                                to="governance.sanction",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Appeal",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("filed", "Objection received"),
                                    ("examining", "Objection being examined"),
                                    ("upheld", "The decision stands"),
                                    ("varied", "The decision was made milder"),
                                    ("annulled", "The decision was lifted"),
                                    ("withdrawn", "Objection withdrawn"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "grounds",
                            portal.foundation.sealing.SealedTextField(
                                blank=True, default=b"", editable=True, purpose="governance.appeal_grounds"
                            ),
                        ),
                        (
                            "filed_at",
                            models.DateTimeField(default=portal.foundation.clock.now, verbose_name="filed"),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="decision due")),
                        ("reminded_on", models.DateField(blank=True, null=True)),
                        (
                            "decision_reason",
                            models.TextField(blank=True, verbose_name="reason of the decision"),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                        (
                            "sanction",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appeal",
                                to="governance.sanction",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["due_on", "id"], name="appeal_due")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["examining", "filed"]),
                                    ("decided_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="appeal_decided_on_a_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppealStep",
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
                                to="governance.appeal",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Recruitment",
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
                                    ("planned", "Planned"),
                                    ("announced", "Announced"),
                                    ("accepting", "Accepting applications"),
                                    ("closed", "Closed, selecting"),
                                    ("completed", "Completed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        ("seats", models.PositiveSmallIntegerField(verbose_name="seats to fill")),
                        ("opens_on", models.DateField(verbose_name="applications from")),
                        ("closes_on", models.DateField(verbose_name="applications until")),
                        ("duties", models.TextField(blank=True, verbose_name="what members do")),
                        (
                            "selection_method",
                            models.TextField(blank=True, verbose_name="how members are selected"),
                        ),
                        (
                            "required_items",
                            models.TextField(
                                blank=True,
                                help_text="Article 12: the items the mayor asks for.",
                                verbose_name="what to hand in",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recruitments",
                                to="governance.committeeterm",
                            ),
                        ),
                        (
                            "erased",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="applications destroyed"
                            ),
                        ),
                        (
                            "finished_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="completed or called off on"
                            ),
                        ),
                        (
                            "how_to_apply",
                            models.TextField(blank=True, default="", verbose_name="how to apply"),
                        ),
                        (
                            "remuneration",
                            models.TextField(blank=True, default="", verbose_name="what members are paid"),
                        ),
                        (
                            "asked_items",
                            models.JSONField(
                                blank=True, default=list, verbose_name="items each applicant answers"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-opens_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                                name="recruitment_window_not_reversed",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecruitmentStep",
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
                                to="governance.recruitment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SeatApplication",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft, not handed in"),
                                    ("submitted", "Submitted"),
                                    ("interviewed", "Interviewed"),
                                    ("assessed", "Assessed"),
                                    ("recommended", "Recommended"),
                                    ("reserve", "On the reserve list"),
                                    ("not_recommended", "Not recommended"),
                                    ("selected", "Selected"),
                                    ("not_selected", "Not selected"),
                                    ("accepted", "Seat accepted"),
                                    ("turned_down", "Seat turned down"),
                                    ("commissioned", "Commissioned"),
                                    ("withdrawn", "Application withdrawn"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "connection",
                            models.CharField(
                                choices=[
                                    ("residence", "I live in the city"),
                                    ("work", "I work in the city"),
                                    ("study", "I study in the city"),
                                ],
                                max_length=20,
                                verbose_name="connection to the city",
                            ),
                        ),
                        (
                            "uses_internet",
                            models.BooleanField(verbose_name="reads web pages and exchanges e-mail"),
                        ),
                        (
                            "motives",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="seat_applications",
                                verbose_name="motives",
                            ),
                        ),
                        ("submitted_at", models.DateTimeField()),
                        (
                            "applicant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recruitment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="governance.recruitment",
                            ),
                        ),
                        (
                            "age_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("under_30", "Under 30"),
                                    ("30s", "30 to 39"),
                                    ("40s", "40 to 49"),
                                    ("50s", "50 to 59"),
                                    ("60s", "60 to 69"),
                                    ("from_70", "70 and older"),
                                ],
                                max_length=20,
                                verbose_name="age band",
                            ),
                        ),
                        (
                            "area",
                            models.CharField(blank=True, max_length=40, verbose_name="area of the city"),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("online", "Through this site"),
                                    ("paper", "On paper"),
                                    ("nominated", "Nominated, as nobody applied"),
                                ],
                                default="online",
                                max_length=10,
                                verbose_name="channel",
                            ),
                        ),
                        (
                            "gender",
                            models.CharField(
                                blank=True,
                                choices=[("female", "Female"), ("male", "Male"), ("other", "Other")],
                                max_length=20,
                                verbose_name="gender",
                            ),
                        ),
                        (
                            "interview_note",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="seat_applications",
                                verbose_name="interview note",
                            ),
                        ),
                        (
                            "interviewed_on",
                            models.DateField(blank=True, null=True, verbose_name="interviewed on"),
                        ),
                        (
                            "local_activity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("active", "Takes part in local activities"),
                                    ("not_yet", "Not so far"),
                                ],
                                max_length=20,
                                verbose_name="local activities",
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(blank=True, null=True, verbose_name="paper received on"),
                        ),
                        (
                            "reserve_rank",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="place on the reserve list"
                            ),
                        ),
                        (
                            "answers",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="seat_applications",
                                verbose_name="answers to the items asked for",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["submitted_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "withdrawn"), _negated=True),
                                fields=("recruitment", "applicant"),
                                name="one_application_per_recruitment",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "reserve")),
                                fields=("recruitment", "reserve_rank"),
                                name="one_application_per_reserve_place",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("uses_internet", True), ("status", "draft"), _connector="OR"
                                ),
                                name="applicant_uses_the_internet",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("channel", "paper"), ("received_on__isnull", False)),
                                    models.Q(
                                        models.Q(("channel", "paper"), _negated=True),
                                        ("received_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="paper_application_has_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeatApplicationStep",
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
                                to="governance.seatapplication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Supplement",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("request", models.TextField(verbose_name="what is asked for")),
                        (
                            "reply",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="seat_applications",
                                verbose_name="reply of the applicant",
                            ),
                        ),
                        ("replied_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="supplements",
                                to="governance.seatapplication",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["asked_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replied_at__isnull", True)),
                                fields=("application",),
                                name="one_open_supplement",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "progress",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("in_progress", "In progress"),
                                    ("under_study", "Under study"),
                                    ("done", "Done"),
                                    ("partly", "Done in part"),
                                    ("referred", "Passed on to another body"),
                                    ("not_possible", "Not possible"),
                                ],
                                max_length=20,
                                verbose_name="progress",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(
                                max_length=2000, verbose_name="what has been done and what comes next"
                            ),
                        ),
                        ("reported_on", models.DateField()),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reports",
                                to="governance.proposalitem",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="residents.body",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="follow_up_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="milestone")),
                        ("due_on", models.DateField(verbose_name="to be reached by")),
                        ("reached_on", models.DateField(blank=True, null=True, verbose_name="reached on")),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="milestones",
                                to="governance.proposalitem",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("item", "title", "due_on"), name="milestone_set_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HonorariumList",
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
                                    ("drafted", "Drafted"),
                                    ("checked", "Checked"),
                                    ("approved", "Approved"),
                                    ("paid", "Paid"),
                                    ("reported", "Tax slips issued"),
                                    ("discarded", "Discarded"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        ("fiscal_year", models.PositiveSmallIntegerField(verbose_name="fiscal year")),
                        ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="honorarium_lists",
                                to="residents.body",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("honorarium", "Honorarium (from the fund for honoraria)"),
                                    ("remuneration", "Remuneration (under an ordinance)"),
                                ],
                                default="honorarium",
                                max_length=20,
                                verbose_name="kind of payment",
                            ),
                        ),
                        (
                            "reported_on",
                            models.DateField(blank=True, null=True, verbose_name="tax slips issued on"),
                        ),
                    ],
                    options={
                        "ordering": ["-fiscal_year", "-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "discarded"), _negated=True),
                                fields=("body", "fiscal_year"),
                                name="one_honorarium_list_per_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("paid_on__isnull", False), ("status__in", ("paid", "reported"))
                                    ),
                                    models.Q(
                                        models.Q(("status__in", ("paid", "reported")), _negated=True),
                                        ("paid_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="paid_list_has_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reported_on__isnull", False), ("status", "reported")),
                                    models.Q(
                                        models.Q(("status", "reported"), _negated=True),
                                        ("reported_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="reported_list_has_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HonorariumListStep",
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
                                to="governance.honorariumlist",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HonorariumLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "entitlement",
                            models.CharField(
                                choices=[
                                    ("chair", "Chair"),
                                    ("vice_chair", "Vice-chair"),
                                    ("member", "Committee member"),
                                    ("facilitator", "Facilitator"),
                                ],
                                max_length=20,
                                verbose_name="paid for",
                            ),
                        ),
                        ("months", models.PositiveSmallIntegerField(verbose_name="months")),
                        ("amount", models.PositiveIntegerField(verbose_name="amount (yen)")),
                        (
                            "tax_category",
                            models.CharField(
                                choices=[
                                    ("employment_income", "Employment income, tax withheld"),
                                    ("may_stay_untaxed", "May stay untaxed"),
                                ],
                                max_length=20,
                                verbose_name="tax",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "list",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="governance.honorariumlist",
                            ),
                        ),
                        ("remark", models.CharField(blank=True, max_length=200, verbose_name="remark")),
                        ("withheld", models.PositiveIntegerField(default=0, verbose_name="withheld (yen)")),
                        (
                            "withholding",
                            models.CharField(
                                choices=[
                                    ("otsu", "Column B (second employer)"),
                                    ("none", "Nothing withheld"),
                                ],
                                default="none",
                                max_length=20,
                                verbose_name="withholding",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="HonorariumExemption",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("fiscal_year", models.PositiveSmallIntegerField(verbose_name="fiscal year")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("waived", "Waived by the person"),
                                    ("suspended", "Payment suspended"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("reason", models.CharField(max_length=200, verbose_name="reason")),
                        ("recorded_on", models.DateField()),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="residents.body",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("body", "person", "fiscal_year"),
                                name="honorarium_exemption_once_a_year",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("text", models.TextField(verbose_name="full text")),
                        ("public_text", models.TextField(blank=True, verbose_name="text for the public")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=600, verbose_name="why it was changed"),
                        ),
                        ("written_at", models.DateTimeField(verbose_name="written")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes_versions",
                                to="governance.meeting",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "number"), name="one_minutes_version_per_number"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesAct",
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
                                    ("checked", "Checked"),
                                    ("correction_asked", "Correction asked for"),
                                    ("confirmed", "Confirmed"),
                                    ("published", "Published"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="what is to be corrected")),
                        ("at", models.DateTimeField()),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to="governance.minutesversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "checked")),
                                fields=("version", "person"),
                                name="minutes_checked_once_per_member",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("kind__in", ["confirmed", "published"])),
                                fields=("version", "kind"),
                                name="minutes_confirmed_and_published_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportedOrganisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=300, verbose_name="name")),
                        (
                            "other_names",
                            models.JSONField(blank=True, default=list, verbose_name="other names"),
                        ),
                        ("classification", models.CharField(blank=True, max_length=200, verbose_name="kind")),
                        ("founded", models.CharField(blank=True, max_length=10, verbose_name="founded")),
                        ("dissolved", models.CharField(blank=True, max_length=10, verbose_name="dissolved")),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="governance.importedorganisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="ImportedPerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=300, verbose_name="name")),
                    ],
                    options={
                        "ordering": ["name", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="ImportedMembership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(blank=True, max_length=300, verbose_name="label")),
                        ("role", models.CharField(blank=True, max_length=300, verbose_name="role")),
                        ("post", models.CharField(blank=True, max_length=300, verbose_name="post")),
                        ("area", models.CharField(blank=True, max_length=300, verbose_name="area")),
                        ("period", models.CharField(blank=True, max_length=300, verbose_name="term")),
                        ("begun", models.CharField(blank=True, max_length=10, verbose_name="first day")),
                        ("ended", models.CharField(blank=True, max_length=10, verbose_name="last day")),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="governance.importedorganisation",
                            ),
                        ),
                        (
                            "on_behalf_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="governance.importedorganisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="governance.importedorganisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="governance.importedperson",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["organisation", "begun", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("member__isnull", True), ("person__isnull", False)),
                                    models.Q(("member__isnull", False), ("person__isnull", True)),
                                    _connector="OR",
                                ),
                                name="imported_membership_has_one_member",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExternalIdentifier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("scheme", models.CharField(max_length=200, verbose_name="data set")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("organisation", "organisation"),
                                    ("person", "person"),
                                    ("membership", "membership"),
                                ],
                                max_length=20,
                                verbose_name="what it names",
                            ),
                        ),
                        ("identifier", models.CharField(max_length=300, verbose_name="identifier")),
                        ("record", models.PositiveBigIntegerField(verbose_name="local record")),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["kind", "record"], name="external_identifier_record")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("scheme", "kind", "identifier"), name="external_identifier_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RightsClaim",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("received", "Claim received"),
                                    ("inquired", "The author is being asked"),
                                    ("agreed", "The author agrees, to be decided"),
                                    ("no_reply", "No reply in time, to be decided"),
                                    ("objected", "The author objects, to be decided"),
                                    ("removed", "Post removed"),
                                    ("kept", "Post stays"),
                                    ("turned_down", "Not taken up"),
                                    ("withdrawn", "Claim withdrawn"),
                                    ("put_back", "Post shown again"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "claimant_name",
                            portal.foundation.sealing.SealedTextField(
                                blank=True, default=b"", editable=True, purpose="governance.rights_claim"
                            ),
                        ),
                        (
                            "contact",
                            portal.foundation.sealing.SealedTextField(
                                blank=True, default=b"", editable=True, purpose="governance.rights_claim"
                            ),
                        ),
                        (
                            "right",
                            models.CharField(
                                choices=[
                                    ("honour", "Honour and reputation"),
                                    ("privacy", "Privacy, personal data"),
                                    ("portrait", "One's own picture"),
                                    ("copyright", "Copyright or a related right"),
                                    ("other", "Another right"),
                                ],
                                max_length=20,
                                verbose_name="right",
                            ),
                        ),
                        (
                            "why",
                            portal.foundation.sealing.SealedTextField(
                                blank=True, default=b"", editable=True, purpose="governance.rights_claim"
                            ),
                        ),
                        (
                            "received_at",
                            models.DateTimeField(
                                default=portal.foundation.clock.now, verbose_name="received"
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="next step due")),
                        ("reminded_on", models.DateField(blank=True, null=True)),
                        ("inquiry", models.TextField(blank=True, verbose_name="what the author is asked")),
                        (
                            "reply_until",
                            models.DateField(blank=True, null=True, verbose_name="reply possible until"),
                        ),
                        (
                            "reply",
                            portal.foundation.sealing.SealedTextField(
                                blank=True, default=b"", editable=True, purpose="governance.rights_claim"
                            ),
                        ),
                        (
                            "outcome_reason",
                            models.TextField(blank=True, verbose_name="reason of the decision"),
                        ),
                        ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                        (
                            "erased_on",
                            models.DateField(blank=True, null=True, verbose_name="evidence erased"),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rights_claims",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "claimant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="claims_made",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="rights_claims",
                                to="communities.post",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["due_on", "id"], name="rights_claim_due"),
                            models.Index(fields=["-received_at", "-id"], name="rights_claim_newest"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        ["agreed", "inquired", "no_reply", "objected", "received"],
                                    ),
                                    ("settled_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="rights_claim_decided_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "inquired"), _negated=True),
                                    ("reply_until__isnull", False),
                                    _connector="OR",
                                ),
                                name="rights_claim_inquiry_has_its_last_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RightsClaimStep",
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
                                to="governance.rightsclaim",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ClaimEvidence",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "content",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="governance.violation_evidence",
                            ),
                        ),
                        (
                            "earlier",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="governance.violation_evidence",
                            ),
                        ),
                        ("author_name", models.CharField(max_length=60)),
                        ("place", models.CharField(max_length=80)),
                        ("topic", models.CharField(max_length=120)),
                        ("written_at", models.DateTimeField()),
                        ("frozen_at", models.DateTimeField(default=portal.foundation.clock.now)),
                        ("digest", models.CharField(max_length=64)),
                        (
                            "claim",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="governance.rightsclaim",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Seat",
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
                                    ("commissioned", "Commissioned, term not yet begun"),
                                    ("serving", "Serving"),
                                    ("resigning", "Resignation handed in"),
                                    ("under_review", "Eligibility under review"),
                                    ("ended", "Ended"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "letter_number",
                            models.CharField(
                                max_length=40, unique=True, verbose_name="number of the commission letter"
                            ),
                        ),
                        ("commissioned_on", models.DateField(verbose_name="commissioned on")),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day of the term")),
                        ("is_reappointed", models.BooleanField(verbose_name="reappointed")),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="last day in the seat"),
                        ),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("expired", "Term ended"),
                                    ("resigned", "Resigned"),
                                    ("dismissed", "Dismissed"),
                                    ("ineligible", "No longer eligible"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "membership",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seat",
                                to="residents.bodymembership",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="committee_seats",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="governance.committeeterm",
                            ),
                        ),
                        (
                            "application",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seat",
                                to="governance.seatapplication",
                            ),
                        ),
                        (
                            "size_decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="governance.sizedecision",
                            ),
                        ),
                        (
                            "replaces",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="substitute",
                                to="governance.seat",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["term", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_on__isnull", False),
                                        ("status", "ended"),
                                        models.Q(("end_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("status", "ended"), _negated=True),
                                        ("end_reason", ""),
                                        ("ended_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="seat_end_has_day_and_reason",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "ended"), _negated=True),
                                fields=("term", "person"),
                                name="one_seat_per_person_and_term",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("membership__isnull", False),
                                    ("ended_on__lt", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="seat_that_began_has_a_membership",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeatStep",
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
                                to="governance.seat",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Office",
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
                                choices=[("held", "In office"), ("ended", "Left office")],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("chair", "Chair"), ("vice_chair", "Vice-chair")],
                                max_length=20,
                                verbose_name="office",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="in office from")),
                        (
                            "until_on",
                            models.DateField(blank=True, null=True, verbose_name="last day in office"),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offices",
                                to="governance.seat",
                            ),
                        ),
                        (
                            "resolution",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offices",
                                to="governance.resolution",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["kind", "from_on"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "held")),
                                fields=("seat",),
                                name="one_office_per_seat",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "held"), ("until_on__isnull", True)),
                                    models.Q(("status", "ended"), ("until_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="office_end_has_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfficeStep",
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
                                to="governance.office",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="score"),
                        ),
                        (
                            "note",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="seat_applications",
                                verbose_name="note",
                            ),
                        ),
                        ("conflict", models.TextField(blank=True, verbose_name="conflict of interest")),
                        ("at", models.DateTimeField()),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assessments",
                                to="governance.seatapplication",
                            ),
                        ),
                        (
                            "selector",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("application", "selector"), name="one_assessment_per_selector"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("score__isnull", True), models.Q(("conflict", ""), _negated=True)
                                    ),
                                    models.Q(("conflict", ""), ("score__range", (1, 5))),
                                    _connector="OR",
                                ),
                                name="assessment_is_a_score_or_a_conflict",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThemeProposal",
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
                                    ("raised", "Raised"),
                                    ("received", "Received by the secretariat"),
                                    ("eligible", "Before the committee"),
                                    ("redirected", "Passed on elsewhere"),
                                    ("shortlisted", "On the shortlist"),
                                    ("deferred", "Put off"),
                                    ("adopted", "Chosen by the committee"),
                                    ("not_adopted", "Not chosen"),
                                    ("in_room", "Has a city-area room"),
                                ],
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        ("title", models.CharField(max_length=80, verbose_name="title")),
                        (
                            "description",
                            models.TextField(
                                max_length=2000, verbose_name="what should be discussed, and why"
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[("citizen", "Raised by residents"), ("city", "Raised by the city")],
                                max_length=10,
                                verbose_name="origin",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("online", "On this site"),
                                    ("survey", "Survey at an event"),
                                    ("paper", "On paper or at the counter"),
                                ],
                                max_length=10,
                                verbose_name="how it arrived",
                            ),
                        ),
                        (
                            "supporters",
                            models.PositiveIntegerField(default=1, verbose_name="people who asked for it"),
                        ),
                        ("raised_at", models.DateTimeField()),
                        ("answer", models.TextField(blank=True, verbose_name="answer to the raiser")),
                        (
                            "raised_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="themes_raised",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "raising_unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="themes_raised",
                                to="residents.body",
                            ),
                        ),
                        (
                            "resolution",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="themes",
                                to="governance.resolution",
                            ),
                        ),
                        (
                            "room",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="theme_proposal",
                                to="communities.room",
                            ),
                        ),
                        (
                            "destination",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("consultation", "To a section of the city hall that gives advice"),
                                    ("citizen_area", "To the citizen area, where anybody opens a room"),
                                ],
                                max_length=20,
                                verbose_name="passed on to",
                            ),
                        ),
                        (
                            "passed_on_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="themes_passed_on",
                                to="residents.body",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-raised_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("origin", "city"), _negated=True),
                                    ("raising_unit__isnull", False),
                                    _connector="OR",
                                ),
                                name="city_raised_theme_names_its_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["adopted", "in_room"]), _negated=True),
                                    ("resolution__isnull", False),
                                    _connector="OR",
                                ),
                                name="adopted_theme_has_a_resolution",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["not_adopted", "redirected", "deferred"]),
                                        _negated=True,
                                    ),
                                    models.Q(("answer", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="refused_theme_has_an_answer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("destination", "consultation"), _negated=True),
                                    ("passed_on_to__isnull", False),
                                    _connector="OR",
                                ),
                                name="theme_passed_on_to_a_section",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThemeProposalStep",
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
                                to="governance.themeproposal",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ThemeReceipt",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "contact",
                            portal.foundation.sealing.SealedTextField(
                                blank=True,
                                default=b"",
                                editable=True,
                                purpose="governance.theme_contact",
                                verbose_name="how the raiser is reached",
                            ),
                        ),
                        (
                            "theme",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="receipt",
                                to="governance.themeproposal",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
        migrations.RunPython(
            never(
                "UPDATE",
                "governance_ruleversion",
                words="a version of a rule is never changed",
                function="rule_versions_never_change",
            )
        ),
        migrations.RunPython(
            never(
                "DELETE",
                "governance_ruleversion",
                words="a version of a rule is never deleted",
                function="rule_versions_never_go",
            )
        ),
        migrations.RunPython(
            never(
                "UPDATE",
                "governance_proposalversion",
                words="the frozen words of a proposal are never changed",
                function="proposal_versions_never_change",
            )
        ),
        migrations.RunPython(
            never(
                "UPDATE",
                "governance_minutesversion",
                "governance_minutesact",
                words="a version of minutes is never changed",
                function="minutes_never_change",
            )
        ),
        migrations.RunPython(
            never(
                "UPDATE",
                "governance_evidence",
                "governance_claimevidence",
                "governance_publishedmonth",
                words="frozen evidence and published months are never changed",
                function="evidence_never_changes",
            )
        ),
        migrations.RunPython(DAYS.set_days, migrations.RunPython.noop),
    ]
