import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import m4c.core.models.record
from m4c.core.create_together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("events", "0003_whose_meeting_comes_back"),
        ("people", "0005_private_to_give"),
        ("people", "__first__"),
        ("places", "0002_load_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Institution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("parliament", "parliament or assembly"),
                            ("ministry", "ministry"),
                            ("council", "council"),
                            ("police", "police"),
                            ("nhs", "NHS body"),
                            ("school", "school or college"),
                            ("company", "company"),
                            ("landlord", "landlord"),
                            ("newspaper", "newspaper or broadcaster"),
                            ("party", "party"),
                            ("other", "other body"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=300, verbose_name="in a sentence")),
                ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.area",
                        verbose_name="its area",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.institution",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="an_institution_has_a_name"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("name", "kind"),
                        name="one_standing_institution_of_a_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Powerholder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("about", models.CharField(blank=True, max_length=300, verbose_name="in a sentence")),
                ("is_private_owner", models.BooleanField(default=False, verbose_name="holds no public office")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail of the office")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="phone of the office")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address of the office")),
                ("contact_checked_on", models.DateField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=120, verbose_name="source")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("source_on", models.DateField(blank=True, null=True, verbose_name="as it stood on")),
                ("to_review", models.CharField(blank=True, max_length=200)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "indexes": [models.Index(fields=["name", "id"], name="powerholders_by_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="a_powerholder_has_a_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PowerLoad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("csv", "our own table"),
                            ("popolo", "Popolo JSON"),
                            ("democracyclub", "Democracy Club candidates"),
                            ("members", "Parliament's Members API"),
                            ("opencouncil", "Open Council Data"),
                        ],
                        max_length=13,
                    ),
                ),
                ("file_name", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("as_it_stood", models.DateField(blank=True, null=True)),
                ("counts", models.JSONField(default=dict)),
                ("unmatched_areas", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Site",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("address", models.CharField(max_length=200, verbose_name="address")),
                ("postcode", models.CharField(blank=True, max_length=8, verbose_name="postcode")),
                ("about", models.CharField(blank=True, max_length=300, verbose_name="in a sentence")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.area",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("name", "address"), name="one_site_of_a_name_at_an_address")
                ],
            },
        ),
        migrations.CreateModel(
            name="CouncilControl",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.CharField(max_length=120, verbose_name="who controls it")),
                ("started_on", models.DateField(verbose_name="from")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("source_url", models.URLField(max_length=300, verbose_name="source")),
                ("source_on", models.DateField(verbose_name="as it stood on")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="power.institution"
                    ),
                ),
            ],
            options={
                "ordering": ["-started_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"
                        ),
                        name="control_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        fields=("institution", "started_on"), name="one_control_of_a_council_from_a_day"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="office")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("elected", "elected"),
                            ("leading", "leads it"),
                            ("appointed", "appointed or employed"),
                            ("shadow", "shadow post"),
                        ],
                        default="appointed",
                        max_length=9,
                        verbose_name="how it is held",
                    ),
                ),
                ("seats", models.PositiveSmallIntegerField(default=1, verbose_name="how many hold it at once")),
                ("decides", models.CharField(blank=True, max_length=300, verbose_name="what it decides")),
                ("handles", models.CharField(blank=True, max_length=300, verbose_name="what it merely handles")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.area",
                        verbose_name="for the area",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["institution", "name", "id"],
                "indexes": [models.Index(fields=["area", "institution"], name="offices_of_an_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="an_office_has_a_name"
                    ),
                    models.UniqueConstraint(
                        fields=("institution", "name", "area"),
                        name="one_office_of_a_name_for_an_area",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Influence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("employs", "employs"),
                            ("funds", "funds"),
                            ("appoints", "appoints"),
                            ("advises", "advises"),
                            ("business", "does business with"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("strength", models.CharField(blank=True, max_length=200, verbose_name="how strong, in words")),
                ("since", models.DateField(blank=True, null=True, verbose_name="from")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("source_on", models.DateField(verbose_name="seen on")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "from_institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.institution",
                    ),
                ),
                (
                    "to_institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.institution",
                    ),
                ),
                (
                    "from_powerholder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.powerholder",
                    ),
                ),
                (
                    "to_powerholder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.powerholder",
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_institution__isnull", False), ("from_powerholder", None)),
                            models.Q(("from_institution", None), ("from_powerholder__isnull", False)),
                            _connector="OR",
                        ),
                        name="influence_comes_from_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to_institution__isnull", False), ("to_powerholder", None)),
                            models.Q(("to_institution", None), ("to_powerholder__isnull", False)),
                            _connector="OR",
                        ),
                        name="influence_goes_to_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("from_powerholder", None),
                                ("to_powerholder", None),
                                models.Q(("from_powerholder", models.F("to_powerholder")), _negated=True),
                                _connector="OR",
                            ),
                            models.Q(
                                ("from_institution", None),
                                ("to_institution", None),
                                models.Q(("from_institution", models.F("to_institution")), _negated=True),
                                _connector="OR",
                            ),
                        ),
                        name="influence_goes_to_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("since", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="influence_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Acquaintance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("how", models.CharField(max_length=200, verbose_name="how they know them")),
                ("added_at", models.DateTimeField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="who",
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="power.powerholder"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("person", "powerholder", "group"),
                        name="one_acquaintance_with_a_powerholder",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PowerholderId",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scheme", models.CharField(max_length=20)),
                ("value", models.CharField(max_length=120)),
                (
                    "powerholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="power.powerholder"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("scheme", "value"), name="one_powerholder_of_a_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="ResearchMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "whom",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="with whom, if not a powerholder of ours"
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="their role")),
                ("held_on", models.DateField(verbose_name="held on")),
                ("asked", models.TextField(blank=True, max_length=2000, verbose_name="what we asked")),
                ("learnt", models.TextField(max_length=4000, verbose_name="what we learnt")),
                (
                    "interest",
                    models.TextField(blank=True, max_length=1000, verbose_name="what matters to them in their role"),
                ),
                ("next_words", models.CharField(blank=True, max_length=300, verbose_name="whom to meet next")),
                ("made_at", models.DateTimeField()),
                (
                    "event",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="events.event",
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
                    "powerholder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.powerholder",
                    ),
                ),
            ],
            options={
                "ordering": ["-held_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("powerholder__isnull", False), models.Q(("whom", ""), _negated=True), _connector="OR"
                        ),
                        name="research_is_with_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PowerFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("asset", "something they own or run"),
                            ("past", "what they did before"),
                            ("statement", "what they said in public"),
                            ("vote", "how they voted"),
                            ("interest", "a registered interest"),
                            ("attempt", "others who tried before us"),
                            ("document", "a document"),
                        ],
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("words", models.TextField(max_length=2000, verbose_name="the fact")),
                ("on", models.DateField(blank=True, null=True, verbose_name="when")),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("source_on", models.DateField(verbose_name="seen on")),
                ("document_name", models.CharField(blank=True, max_length=200)),
                ("document_type", models.CharField(blank=True, max_length=4)),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_because", models.CharField(blank=True, max_length=300, verbose_name="why")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.institution",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.powerholder",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.site",
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("institution__isnull", False), ("powerholder", None)),
                            models.Q(("institution", None), ("powerholder__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_fact_is_about_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_because", "")),
                            models.Q(
                                ("withdrawn_at__isnull", False), models.Q(("withdrawn_because", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="a_fact_is_withdrawn_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SiteOwner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("since", models.DateField(blank=True, null=True, verbose_name="from")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("source", models.CharField(max_length=160, verbose_name="who says so")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.institution",
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.powerholder",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="power.site"),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("institution__isnull", False), ("powerholder", None)),
                            models.Q(("institution", None), ("powerholder__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_site_is_owned_by_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("since", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="owning_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SiteState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("derelict", "derelict"),
                            ("empty", "empty"),
                            ("in_use", "in use"),
                            ("planned", "plans are in"),
                            ("building", "being built on"),
                            ("cleared", "cleared"),
                        ],
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("since", models.DateField(verbose_name="since")),
                ("source", models.CharField(max_length=160, verbose_name="who says so")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="power.site"),
                ),
            ],
            options={
                "ordering": ["-since", "-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("site", "since"), name="one_state_of_a_site_from_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Tenure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("party", models.CharField(blank=True, max_length=80, verbose_name="party")),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("end_reason", models.CharField(blank=True, max_length=120, verbose_name="how it ended")),
                ("number", models.CharField(blank=True, max_length=120)),
                ("source", models.CharField(blank=True, max_length=120, verbose_name="source")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("source_on", models.DateField(blank=True, null=True, verbose_name="as it stood on")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "load",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="power.powerload",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.office",
                        verbose_name="office",
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="power.powerholder"
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("started_on"), descending=True, nulls_last=True), "-id"],
                "indexes": [
                    models.Index(fields=["office", "ended_on"], name="who_holds_an_office"),
                    models.Index(fields=["powerholder", "ended_on"], name="what_somebody_holds"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("started_on", None),
                            ("ended_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="a_tenure_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        fields=("powerholder", "office", "started_on"),
                        name="one_tenure_of_an_office_from_a_day",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="where")),
                ("on", models.DateField(verbose_name="when")),
                ("office_then", models.CharField(blank=True, max_length=160, verbose_name="in which office then")),
                ("party", models.CharField(blank=True, max_length=80, verbose_name="of which party then")),
                ("camp", models.CharField(blank=True, max_length=120, verbose_name="whom they backed then")),
                ("said", models.CharField(blank=True, max_length=400, verbose_name="what they said or did there")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="source")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="events.event",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "inviter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                        verbose_name="invited by",
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="power.powerholder"
                    ),
                ),
                (
                    "tenure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="power.tenure",
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("event__isnull", False), models.Q(("place", ""), _negated=True), _connector="OR"
                        ),
                        name="a_presence_is_somewhere",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("event__isnull", False)),
                        fields=("powerholder", "event"),
                        name="present_once_at_an_event",
                    ),
                ],
            },
        ),
    ]
    operations = [CreateTogether(operations)]
