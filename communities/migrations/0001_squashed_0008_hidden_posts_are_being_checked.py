"""The tables of the room as they stand today, for a town that is founded now; older towns took the steps one by one."""

import uuid

import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import portal.foundation.clock
from portal.foundation.together import CreateTogether


class Migration(migrations.Migration):
    replaces = [
        ("communities", "0001_initial"),
        ("communities", "0002_handing_a_community_over"),
        ("communities", "0003_suspensions"),
        ("communities", "0004_rooms_framed_warned_and_summed_up"),
        ("communities", "0005_rooms_say_what_they_owe"),
        ("communities", "0006_rooms_open_framed_and_warned"),
        ("communities", "0007_posts_are_checked_for_days_rooms_are_measured"),
        ("communities", "0008_hidden_posts_are_being_checked"),
    ]

    initial = True

    # What the libraries bring is made first: each of their steps would be slower with our tables there.
    dependencies = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("django_q", "0019_alter_task_options_alter_ormq_key_alter_ormq_lock_and_more"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
        ("residents", "0007_role_tables_keep_their_source_as_printed"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        CreateTogether(
            models=[
                migrations.CreateModel(
                    name="Forum",
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
                                    ("official_community", "Official community"),
                                    ("general_community", "General community"),
                                    ("city_room", "City-area room"),
                                    ("citizen_room", "Citizen-area room"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("slug", models.SlugField(max_length=60, unique=True, verbose_name="web address")),
                        ("title", models.CharField(max_length=80, verbose_name="name")),
                        ("purpose", models.TextField(max_length=2000, verbose_name="purpose")),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "Anyone can read"),
                                    ("sns", "Registered residents can read"),
                                    ("members", "Only members can read"),
                                ],
                                max_length=10,
                                verbose_name="who can read",
                            ),
                        ),
                        (
                            "joining",
                            models.CharField(
                                choices=[
                                    ("open", "Anyone registered may join"),
                                    ("approval", "The manager admits each member"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="how to join",
                            ),
                        ),
                        (
                            "name_rule",
                            models.CharField(
                                choices=[("real_name", "Real name"), ("nickname", "Nickname")],
                                default="nickname",
                                max_length=10,
                                verbose_name="names",
                            ),
                        ),
                        ("is_published", models.BooleanField(default=False, editable=False)),
                        ("accepts_posts", models.BooleanField(default=False, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(default=portal.foundation.clock.now, editable=False),
                        ),
                        (
                            "manager",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="managed_forums",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "operating_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="operated_forums",
                                to="residents.body",
                            ),
                        ),
                        ("takes_topics", models.BooleanField(default=True, editable=False)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("is_published", True)),
                                fields=["kind", "-id"],
                                name="forum_kind",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_published", True), ("accepts_posts", False), _connector="OR"
                                ),
                                name="forum_posts_only_if_published",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "official_community"), _negated=True),
                                    ("operating_body__isnull", False),
                                    _connector="OR",
                                ),
                                name="forum_official_has_a_unit",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
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
                                    ("requested", "Asked to join"),
                                    ("invited", "Invited"),
                                    ("joined", "Taking part"),
                                    ("refused", "Not admitted"),
                                    ("left", "Left"),
                                    ("removed", "Removed"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "shown_name",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="name shown in this room"
                            ),
                        ),
                        ("is_facilitator", models.BooleanField(default=False)),
                        (
                            "news",
                            models.CharField(
                                choices=[("each", "A message for each new post"), ("off", "No messages")],
                                default="each",
                                max_length=5,
                                verbose_name="messages",
                            ),
                        ),
                        ("since", models.DateTimeField(default=portal.foundation.clock.now, editable=False)),
                        (
                            "forum",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to="communities.forum",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="forum_memberships",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["person", "status", "forum"], name="forum_membership_person")
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("forum", "person"), name="forum_membership_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MembershipStep",
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
                                to="communities.membership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Thread",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="topic title")),
                        ("audience", models.BigIntegerField()),
                        ("last_post_id", models.BigIntegerField(default=0)),
                        ("is_closed", models.BooleanField(default=False)),
                        ("is_withdrawn", models.BooleanField(default=False)),
                        ("started_at", models.DateTimeField(default=portal.foundation.clock.now)),
                        (
                            "forum",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="threads",
                                to="communities.forum",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["forum", "-last_post_id"], name="thread_forum_lively")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Post",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("author_name", models.CharField(blank=True, max_length=60)),
                        (
                            "standing",
                            models.CharField(
                                choices=[("personal", "personal"), ("official", "official")],
                                default="personal",
                                max_length=10,
                            ),
                        ),
                        ("body", models.TextField(max_length=10000, verbose_name="text")),
                        ("audience", models.BigIntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("shown", "Shown"),
                                    ("hidden", "Hidden while it is checked"),
                                    ("withdrawn", "Taken back by the author"),
                                    ("deleted", "Deleted by a caretaker"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("status_reason", models.TextField(blank=True)),
                        ("written_at", models.DateTimeField(default=portal.foundation.clock.now)),
                        ("edited_at", models.DateTimeField(blank=True, null=True)),
                        ("submission", models.UUIDField(blank=True, null=True)),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "consent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="residents.consent",
                            ),
                        ),
                        (
                            "for_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="residents.body",
                            ),
                        ),
                        (
                            "forum",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="posts",
                                to="communities.forum",
                            ),
                        ),
                        (
                            "in_reply_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="replies",
                                to="communities.post",
                            ),
                        ),
                        (
                            "thread",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="posts",
                                to="communities.thread",
                            ),
                        ),
                        (
                            "hidden_until",
                            models.DateField(blank=True, null=True, verbose_name="hidden for a check until"),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "shown")),
                                fields=["audience", "-id"],
                                name="post_audience",
                            ),
                            models.Index(fields=["thread", "id"], name="post_thread"),
                            models.Index(
                                condition=models.Q(("status", "shown")),
                                fields=["forum", "-id"],
                                name="post_forum",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("author", "submission"), name="post_sent_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("standing", "personal"), ("for_body__isnull", False), _connector="OR"
                                ),
                                name="post_official_has_a_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hidden_until__isnull", True), ("status", "hidden"), _connector="OR"
                                ),
                                name="post_checked_while_hidden",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PostStep",
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
                                to="communities.post",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PostRevision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("body", models.TextField()),
                        ("replaced_at", models.DateTimeField()),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="revisions",
                                to="communities.post",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("pk",),
                    },
                ),
                migrations.CreateModel(
                    name="Community",
                    fields=[
                        (
                            "forum_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="communities.forum",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("drafting", "Being drafted"),
                                    ("applied", "Applied for"),
                                    ("refused", "Refused"),
                                    ("permitted", "Permitted, not open yet"),
                                    ("open", "Open for posts"),
                                    ("restricted", "Restricted (reading only)"),
                                    ("under_review", "Open, permit under review"),
                                    ("suspended", "Suspended (reading only)"),
                                    ("closing", "Closing (reading only)"),
                                    ("closed", "Closed (archive)"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "joining_condition",
                            models.TextField(blank=True, max_length=1000, verbose_name="who may join"),
                        ),
                        (
                            "policy",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="rules of this community"
                            ),
                        ),
                        ("status_reason", models.TextField(blank=True)),
                        ("closes_on", models.DateField(blank=True, null=True)),
                        (
                            "applied_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applied_communities",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "community",
                        "verbose_name_plural": "communities",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "closing"), _negated=True),
                                    ("closes_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="community_closing_has_a_day",
                            )
                        ],
                    },
                    bases=("communities.forum", models.Model),
                ),
                migrations.CreateModel(
                    name="CommunityStep",
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
                                to="communities.community",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OpeningPermit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "number",
                            models.CharField(max_length=60, unique=True, verbose_name="permit number"),
                        ),
                        (
                            "conditions",
                            models.TextField(blank=True, max_length=2000, verbose_name="conditions"),
                        ),
                        ("review_on", models.DateField(verbose_name="review date")),
                        ("permitted_on", models.DateField()),
                        (
                            "permitted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="opening_permits",
                                to="residents.body",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signed_permits",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "community",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="permit",
                                to="communities.community",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "opening permit",
                    },
                ),
                migrations.CreateModel(
                    name="FacilitatorAssignment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("committee_member", "Member of the committee"),
                                    ("dispatched", "Sent by an organisation"),
                                    ("other", "Other"),
                                    ("opener", "Opener of the room"),
                                    ("nominee", "Named by the opener"),
                                ],
                                max_length=20,
                                verbose_name="comes from",
                            ),
                        ),
                        (
                            "resolution",
                            models.CharField(blank=True, max_length=120, verbose_name="resolution"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("nominated", "Named, has not answered yet"),
                                    ("accepted", "Has accepted"),
                                    ("active", "In office"),
                                    ("declined", "Declined"),
                                    ("ended", "Ended"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("begins_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "dispatched_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dispatched_facilitators",
                                to="residents.body",
                            ),
                        ),
                        (
                            "forum",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="facilitators",
                                to="communities.forum",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="facilitator_assignments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status__in", ["nominated", "accepted", "active"])),
                                fields=("forum", "person"),
                                name="facilitator_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("source", "dispatched"), _negated=True),
                                    ("dispatched_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="facilitator_dispatched_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("begins_on__isnull", True),
                                    ("ends_on__gte", models.F("begins_on")),
                                    _connector="OR",
                                ),
                                name="facilitator_days_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FacilitatorAssignmentStep",
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
                                to="communities.facilitatorassignment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Flag",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "concern",
                            models.CharField(
                                choices=[
                                    ("privacy", "It discloses another person's personal data"),
                                    ("abuse", "It insults, threatens or discriminates"),
                                    ("falsehood", "It spreads something untrue that harms others"),
                                    ("advertising", "It is advertising or canvassing"),
                                    ("rights", "It infringes copyright or other rights"),
                                    ("other", "Something else"),
                                ],
                                max_length=20,
                                verbose_name="what is wrong",
                            ),
                        ),
                        ("rule_item", models.CharField(blank=True, max_length=200, verbose_name="rule")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="explanation")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("raised", "Report received"),
                                    ("in_review", "Being looked into"),
                                    ("passed_on", "With the caretakers"),
                                    ("upheld", "Dealt with"),
                                    ("dismissed", "No measure taken"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="answer to the reporter"
                            ),
                        ),
                        ("raised_at", models.DateTimeField(default=portal.foundation.clock.now)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "reporter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="flags",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="flags",
                                to="communities.post",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["status", "-raised_at"], name="flag_waiting")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("reporter__isnull", False)),
                                fields=("post", "reporter"),
                                name="flag_once_a_person",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FlagStep",
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
                                to="communities.flag",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Handover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "offered_at",
                            models.DateTimeField(default=portal.foundation.clock.now, editable=False),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("offered", "Waiting for the successor's answer"),
                                    ("accepted", "Taken over by the successor"),
                                    ("declined", "Declined"),
                                    ("withdrawn", "Taken back"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "community",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="handovers",
                                to="communities.community",
                            ),
                        ),
                        (
                            "offered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offered_handovers",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "handover of a community",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "offered")),
                                fields=("community",),
                                name="handover_one_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverStep",
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
                                to="communities.handover",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CommunityIndexPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences shown in lists and to search.",
                                max_length=200,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [("heading", 0), ("text", 1), ("facts", 5), ("picture", 10), ("contact", 14)],
                                blank=True,
                                block_lookup={
                                    0: ("portal.foundation.blocks.HeadingBlock", (), {}),
                                    1: ("portal.foundation.blocks.TextBlock", (), {}),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Name"}),
                                    3: ("wagtail.blocks.CharBlock", (), {"label": "Value"}),
                                    4: ("wagtail.blocks.StructBlock", [[("name", 2), ("value", 3)]], {}),
                                    5: (
                                        "wagtail.blocks.ListBlock",
                                        (4,),
                                        {
                                            "icon": "list-ul",
                                            "label": "Facts",
                                            "template": "components/blocks/facts.html",
                                        },
                                    ),
                                    6: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    7: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows, for people who cannot see it.",
                                            "label": "Description",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {"label": "Decoration only", "required": False},
                                    ),
                                    9: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "required": False},
                                    ),
                                    10: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("image", 6),
                                                ("description", 7),
                                                ("is_decorative", 8),
                                                ("caption", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                    11: ("wagtail.blocks.CharBlock", (), {"label": "Office"}),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Telephone", "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Hours", "required": False},
                                    ),
                                    14: (
                                        "wagtail.blocks.StructBlock",
                                        [[("office", 11), ("phone", 12), ("hours", 13)]],
                                        {},
                                    ),
                                },
                                verbose_name="body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "list of communities",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="OfficialCommunityPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences shown in lists and to search.",
                                max_length=200,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [("heading", 0), ("text", 1), ("facts", 5), ("picture", 10), ("contact", 14)],
                                blank=True,
                                block_lookup={
                                    0: ("portal.foundation.blocks.HeadingBlock", (), {}),
                                    1: ("portal.foundation.blocks.TextBlock", (), {}),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Name"}),
                                    3: ("wagtail.blocks.CharBlock", (), {"label": "Value"}),
                                    4: ("wagtail.blocks.StructBlock", [[("name", 2), ("value", 3)]], {}),
                                    5: (
                                        "wagtail.blocks.ListBlock",
                                        (4,),
                                        {
                                            "icon": "list-ul",
                                            "label": "Facts",
                                            "template": "components/blocks/facts.html",
                                        },
                                    ),
                                    6: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    7: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows, for people who cannot see it.",
                                            "label": "Description",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {"label": "Decoration only", "required": False},
                                    ),
                                    9: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "required": False},
                                    ),
                                    10: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("image", 6),
                                                ("description", 7),
                                                ("is_decorative", 8),
                                                ("caption", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                    11: ("wagtail.blocks.CharBlock", (), {"label": "Office"}),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Telephone", "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Hours", "required": False},
                                    ),
                                    14: (
                                        "wagtail.blocks.StructBlock",
                                        [[("office", 11), ("phone", 12), ("hours", 13)]],
                                        {},
                                    ),
                                },
                                verbose_name="body",
                            ),
                        ),
                        ("purpose", models.TextField(max_length=2000, verbose_name="purpose")),
                        (
                            "joining_condition",
                            models.TextField(blank=True, max_length=1000, verbose_name="who may join"),
                        ),
                        (
                            "policy",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="rules of this community"
                            ),
                        ),
                        (
                            "community",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pages",
                                to="communities.community",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "official community",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="Room",
                    fields=[
                        (
                            "forum_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="communities.forum",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("preparing", "In preparation"),
                                    ("open", "Open for posts"),
                                    ("dormant", "Quiet for a long time"),
                                    ("closure_proposed", "To be closed"),
                                    ("objected", "Opener objects to the closing"),
                                    ("summarising", "Discussion over, summary being written"),
                                    ("summarised", "Summary adopted"),
                                    ("closed", "Closed (archive)"),
                                    ("restricted", "No new topics for a time"),
                                    ("suspended", "Suspended for a time"),
                                    ("shut", "Closed by the committee after a violation"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("theme", models.TextField(blank=True, max_length=4000, verbose_name="theme")),
                        ("opens_on", models.DateField(blank=True, null=True, verbose_name="opens on")),
                        (
                            "closes_on",
                            models.DateField(blank=True, null=True, verbose_name="discussion ends on"),
                        ),
                        (
                            "opening_resolution",
                            models.CharField(blank=True, max_length=120, verbose_name="resolution to open"),
                        ),
                        (
                            "closing_resolution",
                            models.CharField(blank=True, max_length=120, verbose_name="resolution to close"),
                        ),
                        (
                            "opener_connection",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="opener's connection to the city"
                            ),
                        ),
                        ("summary", models.TextField(blank=True, verbose_name="summary of the discussion")),
                        ("status_reason", models.TextField(blank=True)),
                        ("active_since", models.DateTimeField(default=portal.foundation.clock.now)),
                        ("warned_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "related_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="related_rooms",
                                to="residents.body",
                            ),
                        ),
                        (
                            "closes_after",
                            models.DateField(
                                blank=True, null=True, verbose_name="not closed before the end of"
                            ),
                        ),
                        (
                            "decided_when",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="by when it is decided"
                            ),
                        ),
                        ("decider", models.CharField(blank=True, max_length=120, verbose_name="who decides")),
                        (
                            "objection",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="the opener's objection"
                            ),
                        ),
                        (
                            "question",
                            models.TextField(blank=True, max_length=500, verbose_name="what is decided"),
                        ),
                        (
                            "still_open",
                            models.TextField(
                                blank=True, max_length=500, verbose_name="what can still change"
                            ),
                        ),
                        (
                            "warned_basis",
                            models.CharField(blank=True, max_length=200, verbose_name="rule of the warning"),
                        ),
                        (
                            "warned_grace",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="days after the warning"
                            ),
                        ),
                        (
                            "warned_period",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="days without a post"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "room",
                        "verbose_name_plural": "rooms",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["preparing", "summarising", "summarised"]),
                                        _negated=True,
                                    ),
                                    models.Q(("opening_resolution", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="room_city_area_has_a_resolution",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "summarised"), _negated=True),
                                    models.Q(("summary", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="room_summarised_has_a_summary",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("opens_on__isnull", True),
                                    ("closes_on__isnull", True),
                                    ("closes_on__gte", models.F("opens_on")),
                                    _connector="OR",
                                ),
                                name="room_days_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "open"), _negated=True),
                                    ("opening_resolution", ""),
                                    models.Q(
                                        models.Q(
                                            models.Q(
                                                ("question", ""),
                                                ("decider", ""),
                                                ("decided_when", ""),
                                                ("still_open", ""),
                                                _connector="OR",
                                            ),
                                            _negated=True,
                                        ),
                                        ("closes_on__isnull", False),
                                        ("related_body__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="room_city_area_opens_framed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["closure_proposed", "dormant", "objected"]),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("closes_after__isnull", False),
                                        ("warned_at__isnull", False),
                                        ("warned_grace__isnull", False),
                                        ("warned_period__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="room_quiet_was_warned_with_numbers",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "objected"), _negated=True),
                                    models.Q(("objection", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="room_objection_has_words",
                            ),
                        ],
                    },
                    bases=("communities.forum", models.Model),
                ),
                migrations.CreateModel(
                    name="RoomStep",
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
                                to="communities.room",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Summary",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "text",
                            models.TextField(max_length=10000, verbose_name="summary of the discussion"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft of a summary"),
                                    ("posted", "Summary posted"),
                                    ("adopted", "Summary adopted by the committee"),
                                ],
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        (
                            "resolution",
                            models.CharField(blank=True, max_length=120, verbose_name="resolution"),
                        ),
                        ("drafted_at", models.DateTimeField(default=portal.foundation.clock.now)),
                        ("posted_at", models.DateTimeField(blank=True, null=True, verbose_name="posted")),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="room_summaries",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="summaries",
                                to="communities.room",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-drafted_at", "-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "adopted")),
                                fields=("room",),
                                name="summary_adopted_once_a_room",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "adopted"), _negated=True),
                                    models.Q(("resolution", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="summary_adopted_by_resolution",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "draft"), ("posted_at__isnull", False), _connector="OR"
                                ),
                                name="summary_posted_at_a_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SummaryStep",
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
                                to="communities.summary",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SummaryCitation",
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
                                related_name="summary_citations",
                                to="communities.post",
                            ),
                        ),
                        (
                            "summary",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="communities.summary",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("summary", "post"), name="summary_cites_a_post_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SummaryRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.TextField(max_length=1000, verbose_name="reason")),
                        ("asked_at", models.DateTimeField(default=portal.foundation.clock.now)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="summary_requests",
                                to="communities.room",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Suspension",
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
                                choices=[("in_effect", "In effect"), ("lifted", "Lifted"), ("ended", "Over")],
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                        ("ground", models.CharField(max_length=200, verbose_name="provision")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("basis", models.CharField(max_length=120, verbose_name="decided by")),
                        (
                            "object_until",
                            models.DateField(blank=True, null=True, verbose_name="objection possible until"),
                        ),
                        ("address", models.CharField(blank=True, max_length=200)),
                        (
                            "forum",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="suspensions",
                                to="communities.forum",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="suspensions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["person", "status"], name="suspension_binding")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until_on__isnull", True),
                                    ("until_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="suspension_ends_after_it_begins",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SuspensionStep",
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
                                to="communities.suspension",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
