"""Events at somebody's home, whose place strangers do not read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="at_home",
            field=models.BooleanField(default=False, verbose_name="at somebody's home"),
        ),
    ]
