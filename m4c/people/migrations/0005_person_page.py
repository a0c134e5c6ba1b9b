"""How people know each other, next steps with them, and what of the ledger tells of two people."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import m4c.core.models.record


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="NextStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.CharField(max_length=300, verbose_name="next step")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("settled_on", models.DateField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True, choices=[("happened", "happened"), ("dropped", "dropped")], max_length=8
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Relationship",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("neighbour", "neighbours"),
                            ("friend", "friends"),
                            ("colleague", "colleagues"),
                            ("body", "same group or body"),
                            ("union", "same union"),
                            ("family", "family"),
                            ("recruited", "one recruited the other"),
                            ("coaches", "one coaches the other"),
                            ("brought", "one brought the other"),
                        ],
                        max_length=10,
                        verbose_name="how they know each other",
                    ),
                ),
                ("evidence", models.CharField(max_length=500, verbose_name="how do we know?")),
                ("since", models.DateField(blank=True, null=True, verbose_name="since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": [models.OrderBy(models.F("ended_on"), descending=True, nulls_first=True), "-id"],
            },
        ),
        migrations.AddField(
            model_name="engagement",
            name="occasion",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="engagement",
            index=models.Index(
                condition=models.Q(("leader__isnull", False), ("other__isnull", False), _connector="OR"),
                fields=["person", "-at"],
                name="ledger_of_two_people",
            ),
        ),
        migrations.AddIndex(
            model_name="engagement",
            index=models.Index(
                condition=models.Q(("occasion__isnull", False)), fields=["occasion", "person"], name="who_came_together"
            ),
        ),
        migrations.AddField(
            model_name="nextstep",
            name="group",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group", verbose_name="group"
            ),
        ),
        migrations.AddField(
            model_name="nextstep",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="people.person",
                verbose_name="whose it is",
            ),
        ),
        migrations.AddField(
            model_name="nextstep",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person", verbose_name="with"
            ),
        ),
        migrations.AddField(
            model_name="nextstep",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="relationship",
            name="group",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group", verbose_name="group"
            ),
        ),
        migrations.AddField(
            model_name="relationship",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person", verbose_name="who"
            ),
        ),
        migrations.AddField(
            model_name="relationship",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="relationship",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddIndex(
            model_name="nextstep",
            index=models.Index(
                condition=models.Q(("settled_on", None)), fields=["person", "due_on"], name="steps_with_somebody"
            ),
        ),
        migrations.AddIndex(
            model_name="nextstep",
            index=models.Index(
                condition=models.Q(("settled_on", None)), fields=["owner", "due_on"], name="steps_of_somebody"
            ),
        ),
        migrations.AddConstraint(
            model_name="nextstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("settled_on", None)),
                    models.Q(("settled_on__isnull", False), models.Q(("outcome", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_step_is_settled_somehow",
            ),
        ),
        migrations.AddConstraint(
            model_name="relationship",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("person", "other", "kind"),
                name="one_open_relationship_of_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="relationship",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", models.F("other")), _negated=True), name="relationship_of_two_people"
            ),
        ),
        migrations.AddConstraint(
            model_name="relationship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("since", None), ("ended_on__gte", models.F("since")), _connector="OR"
                ),
                name="relationship_ends_after_it_starts",
            ),
        ),
    ]
