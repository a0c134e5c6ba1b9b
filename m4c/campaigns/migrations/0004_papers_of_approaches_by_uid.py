from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0003_letters_of_stand_downs")]

    operations = [
        migrations.RemoveConstraint("approach", "an_answer_has_its_day"),
        migrations.AddConstraint(
            "approach",
            models.CheckConstraint(
                condition=Q(("outcome__in", ["", "withdrawn"]), ("answered_on__isnull", False), _connector="OR")
                | ~Q(("to_review", "")),
                name="an_answer_has_its_day",
            ),
        ),
        migrations.AddField("approach", "corrected_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "approach",
            "corrected_because",
            models.CharField(blank=True, default="", max_length=200, verbose_name="why it was put right"),
            preserve_default=False,
        ),
        migrations.RemoveField("approachpaper", "file"),
        migrations.AddField(
            "approachpaper", "type", models.CharField(default="", max_length=4), preserve_default=False
        ),
        migrations.AddField("approachpaper", "size", models.PositiveIntegerField(default=0), preserve_default=False),
        migrations.AddField(
            "approachpaper", "fingerprint", models.CharField(default="", max_length=64), preserve_default=False
        ),
        migrations.AddField("approachpaper", "withdrawn_at", models.DateTimeField(blank=True, null=True)),
    ]
