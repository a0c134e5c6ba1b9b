"""What one group wrote of whom somebody knows stands beside what another wrote."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0008_tags"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="relationship",
            name="one_open_relationship_of_a_kind",
        ),
        migrations.AddConstraint(
            model_name="relationship",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("person", "other", "kind", "group"),
                name="one_open_relationship_of_a_kind",
            ),
        ),
    ]
