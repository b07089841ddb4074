from django.db import migrations, models


class Migration(migrations.Migration):
    """After the data: no open city-area room without its framing, no quiet room without its numbers."""

    dependencies = [
        ("communities", "0005_rooms_say_what_they_owe"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='room',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'open'), _negated=True), ('opening_resolution', ''), models.Q(models.Q(models.Q(('question', ''), ('decider', ''), ('decided_when', ''), ('still_open', ''), _connector='OR'), _negated=True), ('closes_on__isnull', False), ('related_body__isnull', False)), _connector='OR'), name='room_city_area_opens_framed'),
        ),
        migrations.AddConstraint(
            model_name='room',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['closure_proposed', 'dormant', 'objected']), _negated=True), models.Q(('closes_after__isnull', False), ('warned_at__isnull', False), ('warned_grace__isnull', False), ('warned_period__isnull', False)), _connector='OR'), name='room_quiet_was_warned_with_numbers'),
        ),
        migrations.AddConstraint(
            model_name='room',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'objected'), _negated=True), models.Q(('objection', ''), _negated=True), _connector='OR'), name='room_objection_has_words'),
        ),
    ]
