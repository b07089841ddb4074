"""Posts that a place hid before checks had days get a week from now; what a caretaker hid stays as it is."""

from datetime import timedelta

from django.db import migrations
from django.utils import timezone

DAYS = 7


def give_days(apps, schema_editor):
    Post = apps.get_model("communities.Post")
    PostStep = apps.get_model("communities.PostStep")
    until = timezone.localdate() + timedelta(days=DAYS)
    for post in Post.objects.filter(status="hidden").select_related("forum"):
        last = PostStep.objects.filter(subject=post, verb="hide").order_by("pk").last()
        if last is not None and last.body_id in ("", str(post.forum.operating_body_id)):
            Post.objects.filter(pk=post.pk).update(hidden_until=until)


class Migration(migrations.Migration):
    dependencies = [("communities", "0007_posts_are_checked_for_days_rooms_are_measured")]
    operations = [migrations.RunPython(give_days, migrations.RunPython.noop)]
