"""The person, alone and first: what the libraries bring refers to nobody else of ours."""

import uuid

from django.db import migrations, models

import portal.foundation.clock
import portal.foundation.sealing


class Migration(migrations.Migration):
    replaces = [
        ("residents", "0001_initial"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("is_superuser", models.BooleanField(default=False, help_text="Designates that this user has all permissions without explicitly assigning them.", verbose_name="superuser status")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail address")),
                ("display_name", models.CharField(max_length=40, verbose_name="display name")),
                ("real_name", portal.foundation.sealing.SealedTextField(blank=True, default=b"", editable=True, purpose="residents.real_name")),
                ("preferred_language", models.CharField(default="ja", max_length=10, verbose_name="language")),
                ("is_active", models.BooleanField(default=True)),
                ("date_joined", models.DateTimeField(default=portal.foundation.clock.now)),
                ("wants_mail", models.BooleanField(default=True, verbose_name="notices by mail")),
                ("groups", models.ManyToManyField(blank=True, help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.", related_name="user_set", related_query_name="user", to="auth.group", verbose_name="groups")),
                ("user_permissions", models.ManyToManyField(blank=True, help_text="Specific permissions for this user.", related_name="user_set", related_query_name="user", to="auth.permission", verbose_name="user permissions")),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
        ),
    ]
