"""Accounts and what they stand on, apart: the packages' migrations hang on them, and draw up all there is by then."""

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models

import m4c.core.models.record


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Group",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("slug", models.SlugField(max_length=120, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("movement", "the movement itself"),
                            ("nation", "nation"),
                            ("region", "region"),
                            ("local", "local group"),
                            ("team", "team"),
                            ("partner", "partner body"),
                            ("coalition", "coalition"),
                            ("party", "party branch"),
                        ],
                        default="local",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("path", models.CharField(editable=False, max_length=120, unique=True)),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                ("postcode", models.CharField(blank=True, max_length=8, verbose_name="postcode")),
                ("latitude", models.FloatField(blank=True, null=True)),
                ("longitude", models.FloatField(blank=True, null=True)),
                ("head_count", models.PositiveIntegerField(default=0, editable=False)),
                ("founded_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.group",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["nation", "region", "local", "team"]), ("parent__isnull", False)),
                            models.Q(
                                ("kind__in", ["movement", "partner", "coalition", "party"]), ("parent__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="only_the_tree_has_parents",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                            models.Q(("latitude__isnull", False), ("longitude__isnull", False)),
                            _connector="OR",
                        ),
                        name="group_has_a_whole_point",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("lines", models.CharField(blank=True, max_length=300, verbose_name="address")),
                ("postcode", models.CharField(blank=True, db_index=True, max_length=8, verbose_name="postcode")),
                (
                    "sector",
                    models.GeneratedField(
                        db_index=True,
                        db_persist=True,
                        expression=django.db.models.functions.text.Substr(
                            models.F("postcode"),
                            1,
                            django.db.models.functions.comparison.Greatest(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.functions.text.Length("postcode"), "-", models.Value(2)
                                ),
                                models.Value(0),
                            ),
                        ),
                        output_field=models.CharField(max_length=8),
                    ),
                ),
                ("folded", models.CharField(editable=False, max_length=310, unique=True)),
                ("folded_street", models.CharField(blank=True, db_index=True, editable=False, max_length=160)),
                ("folded_door", models.CharField(blank=True, editable=False, max_length=100)),
                ("do_not_knock_since", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "addresses",
            },
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("title", models.CharField(blank=True, max_length=40, verbose_name="title")),
                ("given_name", models.CharField(blank=True, max_length=100, verbose_name="first name")),
                ("family_name", models.CharField(blank=True, max_length=100, verbose_name="last name")),
                ("known_as", models.CharField(blank=True, max_length=100, verbose_name="known as")),
                ("folded_name", models.CharField(blank=True, db_index=True, editable=False, max_length=210)),
                ("sort_name", models.CharField(blank=True, editable=False, max_length=210)),
                ("folded_known_as", models.CharField(blank=True, db_index=True, editable=False, max_length=110)),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("cy", "Cymraeg"), ("other", "another language")],
                        default="en",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                ("language_name", models.CharField(blank=True, max_length=60, verbose_name="which language")),
                ("died_on", models.DateField(blank=True, null=True, verbose_name="died on")),
                ("moved_away_on", models.DateField(blank=True, null=True, verbose_name="moved away on")),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="first met on")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="how we met")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("erased_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "address",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.address",
                        verbose_name="address",
                    ),
                ),
                (
                    "met_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                        verbose_name="first met by",
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.household",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
                "ordering": ["sort_name", "id"],
                "indexes": [models.Index(fields=["sort_name", "id"], name="people_by_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("family_name", ""), ("given_name", ""), ("known_as", ""), _negated=True),
                            ("erased_at__isnull", False),
                            _connector="OR",
                        ),
                        name="person_has_some_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erased_at", None),
                            models.Q(("family_name", ""), ("given_name", ""), ("known_as", ""), ("title", "")),
                            _connector="OR",
                        ),
                        name="erased_person_has_no_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(blank=True, max_length=254, null=True, unique=True, verbose_name="e-mail")),
                ("system", models.CharField(blank=True, default="", max_length=20)),
                ("is_active", models.BooleanField(default=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True, related_name="user_set", related_query_name="user", to="auth.group"
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "ordering": ["email", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("system", ""), _negated=True),
                        fields=("system",),
                        name="one_account_of_each_system_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("system", ""),
                                models.Q(
                                    ("email__isnull", False),
                                    models.Q(("is_active", False), ("person__isnull", False)),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(models.Q(("system", ""), _negated=True), ("email", None), ("person", None)),
                            _connector="OR",
                        ),
                        name="account_is_a_persons_or_the_systems",
                    ),
                ],
            },
        ),
    ]
