"""The tables of the room as they stand."""

import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models

from portal.foundation.together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("residents", "0002_squashed_0009_teams_of_a_unit"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        CreateTogether(
            models=[
                migrations.CreateModel(
                    name="NoticePage",
                    fields=[
                        ("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="wagtailcore.page")),
                        ("summary", models.CharField(blank=True, help_text="One or two sentences shown in lists and to search.", max_length=200, verbose_name="summary")),
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
                                    5: ("wagtail.blocks.ListBlock", (4,), {"icon": "list-ul", "label": "Facts", "template": "components/blocks/facts.html"}),
                                    6: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    7: ("wagtail.blocks.CharBlock", (), {"help_text": "What the picture shows, for people who cannot see it.", "label": "Description", "required": False}),
                                    8: ("wagtail.blocks.BooleanBlock", (), {"label": "Decoration only", "required": False}),
                                    9: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                                    10: ("wagtail.blocks.StructBlock", [[("image", 6), ("description", 7), ("is_decorative", 8), ("caption", 9)]], {}),
                                    11: ("wagtail.blocks.CharBlock", (), {"label": "Office"}),
                                    12: ("wagtail.blocks.CharBlock", (), {"label": "Telephone", "required": False}),
                                    13: ("wagtail.blocks.CharBlock", (), {"label": "Hours", "required": False}),
                                    14: ("wagtail.blocks.StructBlock", [[("office", 11), ("phone", 12), ("hours", 13)]], {}),
                                },
                                verbose_name="body",
                            ),
                        ),
                        ("channel", models.CharField(choices=[("government", "Notice from the administration"), ("operator", "Notice from the operator")], max_length=20, verbose_name="channel")),
                        ("contact", models.CharField(blank=True, max_length=200, verbose_name="contact")),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("living", "Living and procedures"),
                                    ("safety", "Disaster prevention and safety"),
                                    ("participation", "Participation and town planning"),
                                    ("children", "Children and learning"),
                                    ("welfare", "Health and welfare"),
                                    ("culture", "Culture, sports, events"),
                                    ("system", "Use of this site"),
                                ],
                                default="living",
                                max_length=20,
                                verbose_name="topic",
                            ),
                        ),
                        ("publish_from", models.DateTimeField(blank=True, help_text="Empty: as soon as it is approved.", null=True, verbose_name="publish from")),
                        ("expires_on", models.DateField(blank=True, help_text="Afterwards it leaves the front page and stays readable among past notices.", null=True, verbose_name="last day")),
                        (
                            "status",
                            models.CharField(
                                blank=True, choices=[("draft", "Draft"), ("in_review", "Waiting for approval"), ("scheduled", "Approved, waiting for its time"), ("published", "Published"), ("archived", "Period over"), ("withdrawn", "Withdrawn"), ("discarded", "Discarded")], default="", editable=False, max_length=20
                            ),
                        ),
                        ("published_at", models.DateTimeField(blank=True, db_index=True, editable=False, null=True)),
                        ("changed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        ("awaits_review", models.BooleanField(default=False, editable=False)),
                        ("approved_revision", models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="wagtailcore.revision")),
                        ("department", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="residents.body", verbose_name="department that speaks")),
                    ],
                    options={
                        "verbose_name": "notice",
                        "verbose_name_plural": "notices",
                        "constraints": [models.CheckConstraint(condition=models.Q(models.Q(("status__in", ["published", "archived", "withdrawn"]), _negated=True), ("published_at__isnull", False), _connector="OR"), name="notice_published_has_a_time")],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="NoticeIndexPage",
                    fields=[
                        ("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="wagtailcore.page")),
                        ("summary", models.CharField(blank=True, help_text="One or two sentences shown in lists and to search.", max_length=200, verbose_name="summary")),
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
                                    5: ("wagtail.blocks.ListBlock", (4,), {"icon": "list-ul", "label": "Facts", "template": "components/blocks/facts.html"}),
                                    6: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    7: ("wagtail.blocks.CharBlock", (), {"help_text": "What the picture shows, for people who cannot see it.", "label": "Description", "required": False}),
                                    8: ("wagtail.blocks.BooleanBlock", (), {"label": "Decoration only", "required": False}),
                                    9: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                                    10: ("wagtail.blocks.StructBlock", [[("image", 6), ("description", 7), ("is_decorative", 8), ("caption", 9)]], {}),
                                    11: ("wagtail.blocks.CharBlock", (), {"label": "Office"}),
                                    12: ("wagtail.blocks.CharBlock", (), {"label": "Telephone", "required": False}),
                                    13: ("wagtail.blocks.CharBlock", (), {"label": "Hours", "required": False}),
                                    14: ("wagtail.blocks.StructBlock", [[("office", 11), ("phone", 12), ("hours", 13)]], {}),
                                },
                                verbose_name="body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "list of notices",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="NoticeStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="home.noticepage")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HomePage",
                    fields=[
                        ("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="wagtailcore.page")),
                        ("summary", models.CharField(blank=True, help_text="One or two sentences shown in lists and to search.", max_length=200, verbose_name="summary")),
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
                                    5: ("wagtail.blocks.ListBlock", (4,), {"icon": "list-ul", "label": "Facts", "template": "components/blocks/facts.html"}),
                                    6: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    7: ("wagtail.blocks.CharBlock", (), {"help_text": "What the picture shows, for people who cannot see it.", "label": "Description", "required": False}),
                                    8: ("wagtail.blocks.BooleanBlock", (), {"label": "Decoration only", "required": False}),
                                    9: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                                    10: ("wagtail.blocks.StructBlock", [[("image", 6), ("description", 7), ("is_decorative", 8), ("caption", 9)]], {}),
                                    11: ("wagtail.blocks.CharBlock", (), {"label": "Office"}),
                                    12: ("wagtail.blocks.CharBlock", (), {"label": "Telephone", "required": False}),
                                    13: ("wagtail.blocks.CharBlock", (), {"label": "Hours", "required": False}),
                                    14: ("wagtail.blocks.StructBlock", [[("office", 11), ("phone", 12), ("hours", 13)]], {}),
                                },
                                verbose_name="body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "front page",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="StandardPage",
                    fields=[
                        ("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="wagtailcore.page")),
                        ("summary", models.CharField(blank=True, help_text="One or two sentences shown in lists and to search.", max_length=200, verbose_name="summary")),
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
                                    5: ("wagtail.blocks.ListBlock", (4,), {"icon": "list-ul", "label": "Facts", "template": "components/blocks/facts.html"}),
                                    6: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    7: ("wagtail.blocks.CharBlock", (), {"help_text": "What the picture shows, for people who cannot see it.", "label": "Description", "required": False}),
                                    8: ("wagtail.blocks.BooleanBlock", (), {"label": "Decoration only", "required": False}),
                                    9: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                                    10: ("wagtail.blocks.StructBlock", [[("image", 6), ("description", 7), ("is_decorative", 8), ("caption", 9)]], {}),
                                    11: ("wagtail.blocks.CharBlock", (), {"label": "Office"}),
                                    12: ("wagtail.blocks.CharBlock", (), {"label": "Telephone", "required": False}),
                                    13: ("wagtail.blocks.CharBlock", (), {"label": "Hours", "required": False}),
                                    14: ("wagtail.blocks.StructBlock", [[("office", 11), ("phone", 12), ("hours", 13)]], {}),
                                },
                                verbose_name="body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "page about the site",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="HandbookIndexPage",
                    fields=[
                        ("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="wagtailcore.page")),
                        ("summary", models.CharField(blank=True, help_text="One or two sentences shown in lists and to search.", max_length=200, verbose_name="summary")),
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
                                    5: ("wagtail.blocks.ListBlock", (4,), {"icon": "list-ul", "label": "Facts", "template": "components/blocks/facts.html"}),
                                    6: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    7: ("wagtail.blocks.CharBlock", (), {"help_text": "What the picture shows, for people who cannot see it.", "label": "Description", "required": False}),
                                    8: ("wagtail.blocks.BooleanBlock", (), {"label": "Decoration only", "required": False}),
                                    9: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                                    10: ("wagtail.blocks.StructBlock", [[("image", 6), ("description", 7), ("is_decorative", 8), ("caption", 9)]], {}),
                                    11: ("wagtail.blocks.CharBlock", (), {"label": "Office"}),
                                    12: ("wagtail.blocks.CharBlock", (), {"label": "Telephone", "required": False}),
                                    13: ("wagtail.blocks.CharBlock", (), {"label": "Hours", "required": False}),
                                    14: ("wagtail.blocks.StructBlock", [[("office", 11), ("phone", 12), ("hours", 13)]], {}),
                                },
                                verbose_name="body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "handbook",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="HandbookPage",
                    fields=[
                        ("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="wagtailcore.page")),
                        ("summary", models.CharField(blank=True, help_text="One or two sentences shown in lists and to search.", max_length=200, verbose_name="summary")),
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
                                    5: ("wagtail.blocks.ListBlock", (4,), {"icon": "list-ul", "label": "Facts", "template": "components/blocks/facts.html"}),
                                    6: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    7: ("wagtail.blocks.CharBlock", (), {"help_text": "What the picture shows, for people who cannot see it.", "label": "Description", "required": False}),
                                    8: ("wagtail.blocks.BooleanBlock", (), {"label": "Decoration only", "required": False}),
                                    9: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                                    10: ("wagtail.blocks.StructBlock", [[("image", 6), ("description", 7), ("is_decorative", 8), ("caption", 9)]], {}),
                                    11: ("wagtail.blocks.CharBlock", (), {"label": "Office"}),
                                    12: ("wagtail.blocks.CharBlock", (), {"label": "Telephone", "required": False}),
                                    13: ("wagtail.blocks.CharBlock", (), {"label": "Hours", "required": False}),
                                    14: ("wagtail.blocks.StructBlock", [[("office", 11), ("phone", 12), ("hours", 13)]], {}),
                                },
                                verbose_name="body",
                            ),
                        ),
                        ("keywords", models.CharField(blank=True, help_text="Other words people look for it by.", max_length=200, verbose_name="keywords")),
                        ("section_codes", models.CharField(help_text="Codes of units, separated by commas.", max_length=200, verbose_name="sections that know")),
                    ],
                    options={
                        "verbose_name": "handbook answer",
                    },
                    bases=("wagtailcore.page",),
                ),
            ],
        ),
    ]
