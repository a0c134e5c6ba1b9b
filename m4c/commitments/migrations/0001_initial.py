import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import m4c.core.models.record


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("campaigns", "0001_initial"),
        ("people", "0005_private_to_give"),
        ("people", "__first__"),
        ("power", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Win",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("full", "full"),
                            ("partial", "partial"),
                            ("expiring", "for a time"),
                            ("quality", "in how people treat each other"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="what was won")),
                ("change_words", models.TextField(max_length=2000, verbose_name="what changed")),
                ("for_whom", models.CharField(max_length=200, verbose_name="for whom")),
                ("missing", models.CharField(blank=True, max_length=300, verbose_name="what is still missing")),
                ("on", models.DateField(verbose_name="since")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="lasts until")),
                ("says_who", models.CharField(max_length=160, verbose_name="who says so")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="source")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("rule", models.CharField(blank=True, max_length=300, verbose_name="the rule")),
                ("scope_words", models.CharField(blank=True, max_length=200, verbose_name="what it covers")),
                ("rule_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("look_again_on", models.DateField(blank=True, null=True, verbose_name="look again on")),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("unpublished_at", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.group",
                        verbose_name="group",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "rule_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="power.institution",
                        verbose_name="body",
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
                "indexes": [models.Index(fields=["group", "-on"], name="wins_of_a_group")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "expiring"), _negated=True),
                            ("expires_on__isnull", False),
                            _connector="OR",
                        ),
                        name="a_win_for_a_time_has_its_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rule", ""), ("rule_body", None)),
                            models.Q(("rule_body__isnull", False), models.Q(("rule", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_win_of_a_rule_names_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WinLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("on", models.DateField(verbose_name="looked on")),
                (
                    "stands",
                    models.CharField(
                        choices=[("yes", "still stands"), ("partly", "stands in part"), ("no", "no longer stands")],
                        max_length=6,
                        verbose_name="does it stand",
                    ),
                ),
                ("words", models.CharField(max_length=400, verbose_name="what we saw")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "win",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.win"
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
    ]
