"""The tables of the room as they stand."""

import django.db.models.deletion
from django.db import migrations, models

import disaster.notices.models
from portal.foundation.together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("residents", "0002_squashed_0009_teams_of_a_unit"),
    ]

    operations = [
        CreateTogether(
            models=[
                migrations.CreateModel(
                    name="Mode",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(blank=True, choices=[("earthquake", "Earthquake"), ("tsunami", "Tsunami"), ("storm", "Storm and flood"), ("landslide", "Landslide"), ("snow", "Heavy snow"), ("volcano", "Volcanic eruption"), ("other", "Other disaster")], max_length=20, verbose_name="type of disaster")),
                        ("area", models.CharField(blank=True, max_length=120, verbose_name="area of the disaster")),
                        ("level", models.PositiveSmallIntegerField(blank=True, choices=[(3, "Level 3: evacuation of the elderly and others"), (4, "Level 4: evacuation order"), (5, "Level 5: emergency safety measures")], null=True, verbose_name="evacuation information")),
                        ("status", models.CharField(choices=[("normal", "Normal mode"), ("alert", "On alert"), ("active", "Disaster mode"), ("drill", "Disaster drill"), ("recovery", "Recovery stage"), ("after_action", "Being reviewed")], default="normal", max_length=20)),
                        ("since", models.DateTimeField(null=True)),
                        ("opened_at", models.DateTimeField(null=True)),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        ("switches_front", models.BooleanField(default=False)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("pk", 1)), name="mode_is_one"),
                            models.CheckConstraint(condition=models.Q(models.Q(("status", "active"), _negated=True), models.Q(models.Q(("kind", ""), _negated=True), models.Q(("area", ""), _negated=True)), _connector="OR"), name="mode_active_says_what_and_where"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModeStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("kind", models.CharField(blank=True, choices=[("earthquake", "Earthquake"), ("tsunami", "Tsunami"), ("storm", "Storm and flood"), ("landslide", "Landslide"), ("snow", "Heavy snow"), ("volcano", "Volcanic eruption"), ("other", "Other disaster")], max_length=20, verbose_name="type of disaster")),
                        ("area", models.CharField(blank=True, max_length=120, verbose_name="area of the disaster")),
                        ("level", models.PositiveSmallIntegerField(blank=True, choices=[(3, "Level 3: evacuation of the elderly and others"), (4, "Level 4: evacuation order"), (5, "Level 5: emergency safety measures")], null=True, verbose_name="evacuation information")),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="disaster.mode")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AfterActionReport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("timeline", models.TextField(verbose_name="course of events")),
                        ("reports_handled", models.TextField(verbose_name="reports handled")),
                        ("faults", models.TextField(verbose_name="what went wrong")),
                        ("lessons", models.TextField(verbose_name="lessons")),
                        ("step", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="report", to="disaster.modestep")),
                    ],
                ),
                migrations.CreateModel(
                    name="Information",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=60, verbose_name="title")),
                        ("body", models.CharField(blank=True, max_length=400, verbose_name="text of the notice")),
                        ("url", models.URLField(blank=True, verbose_name="link")),
                        ("is_drill", models.BooleanField(default=False)),
                        ("status", models.CharField(choices=[("posted", "Shown on the pages"), ("retracted", "Retracted")], max_length=20)),
                        ("posted_at", models.DateTimeField()),
                        ("source", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="disaster_information", to="residents.body")),
                        ("mode", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="information", to="disaster.mode")),
                    ],
                    options={
                        "verbose_name": "official information",
                        "indexes": [models.Index(fields=["-posted_at"], name="information_posted")],
                    },
                ),
                migrations.CreateModel(
                    name="InformationStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="disaster.information")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EmergencyNotice",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(choices=[("life", "Safety of life"), ("civil", "Water, power, roads"), ("system", "Trouble of this site")], max_length=10, verbose_name="class of the notice")),
                        ("title", models.CharField(max_length=60, validators=[disaster.notices.models.fits_title], verbose_name="title")),
                        ("body", models.CharField(max_length=200, validators=[disaster.notices.models.fits_body], verbose_name="text of the notice")),
                        ("title_en", models.CharField(blank=True, max_length=120, verbose_name="title in English")),
                        ("body_en", models.CharField(blank=True, max_length=400, verbose_name="text in English")),
                        ("title_simple", models.CharField(blank=True, max_length=60, verbose_name="title in Easy Japanese")),
                        ("body_simple", models.CharField(blank=True, max_length=200, verbose_name="text in Easy Japanese")),
                        ("url", models.URLField(blank=True, verbose_name="link")),
                        ("is_drill", models.BooleanField(default=False)),
                        ("status", models.CharField(choices=[("published", "Shown on the pages"), ("replaced", "Replaced by a newer one"), ("withdrawn", "No longer shown")], max_length=20)),
                        ("published_at", models.DateTimeField()),
                        ("mode", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="disaster.mode")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(condition=models.Q(("status", "published")), fields=("status",), name="emergency_notice_one_shown"), models.CheckConstraint(condition=models.Q(("title__startswith", "【緊急】")), name="emergency_notice_is_marked")],
                    },
                ),
                migrations.CreateModel(
                    name="EmergencyNoticeStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="disaster.emergencynotice")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Shelter",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=30, unique=True, verbose_name="shelter code")),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("kana", models.CharField(max_length=160, verbose_name="reading")),
                        ("name_en", models.CharField(blank=True, max_length=160, verbose_name="name in English")),
                        ("district", models.CharField(blank=True, max_length=40, verbose_name="district")),
                        ("address", models.CharField(max_length=160, verbose_name="address")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telephone")),
                        ("latitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, verbose_name="latitude")),
                        ("longitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, verbose_name="longitude")),
                        ("capacity", models.PositiveIntegerField(blank=True, null=True, verbose_name="capacity")),
                        ("hazards", models.JSONField(default=list, verbose_name="safe from")),
                        ("status", models.CharField(choices=[("closed", "Not known to be open"), ("open", "Open for evacuees"), ("full", "Full, takes nobody more")], max_length=20)),
                    ],
                    options={
                        "verbose_name": "shelter",
                        "ordering": ("district", "kana", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="ShelterStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("from_status", models.CharField(blank=True, max_length=40)),
                        ("to_status", models.CharField(max_length=40)),
                        ("person_id", models.CharField(blank=True, max_length=40)),
                        ("body_id", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True)),
                        ("subject", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="disaster.shelter")),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
