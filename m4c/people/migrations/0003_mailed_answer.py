"""When the answer to a complaint was mailed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_records"),
    ]

    operations = [
        migrations.AddField(
            model_name="complaintstep",
            name="mailed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="complaintstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("mailed_at", None), ("state", "answered"), _connector="OR"),
                name="only_the_answer_is_mailed",
            ),
        ),
    ]
