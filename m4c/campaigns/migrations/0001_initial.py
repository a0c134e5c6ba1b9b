import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import m4c.core.models.record
from m4c.core.create_together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("events", "0003_whose_meeting_comes_back"),
        ("listening", "0002_one_to_one_ask"),
        ("people", "0005_private_to_give"),
        ("people", "__first__"),
        ("places", "0002_load_tables"),
        ("power", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("campaign", "campaign"), ("project", "community project")],
                        default="campaign",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "setting",
                    models.CharField(
                        choices=[("place", "a place"), ("workplace", "a workplace")],
                        default="place",
                        max_length=9,
                        verbose_name="setting",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                ("workplace", models.CharField(blank=True, max_length=120, verbose_name="workplace")),
                (
                    "problem",
                    models.TextField(blank=True, max_length=1000, verbose_name="the problem, as people say it"),
                ),
                ("about", models.TextField(blank=True, max_length=2000, verbose_name="what it is about")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "being prepared"),
                            ("running", "running"),
                            ("paused", "paused"),
                            ("won", "won"),
                            ("partly", "partly won"),
                            ("lost", "lost"),
                            ("closed", "ended"),
                        ],
                        default="draft",
                        max_length=7,
                        verbose_name="where it stands",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                (
                    "public_problem",
                    models.TextField(blank=True, max_length=1000, verbose_name="the problem, for everybody to read"),
                ),
                ("this_week", models.CharField(blank=True, max_length=400, verbose_name="what you can do this week")),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("unpublished_at", models.DateTimeField(blank=True, null=True)),
                ("to_review", models.CharField(blank=True, max_length=200)),
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
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                        verbose_name="named contact",
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
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="listening.issue",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rolls_up_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.campaign",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "indexes": [models.Index(fields=["group", "-starts_on"], name="campaigns_of_a_group")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="a_campaign_has_a_name"
                    ),
                    models.UniqueConstraint(fields=("group", "name"), name="one_campaign_of_a_name_in_a_group"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="a_campaign_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("status__in", ["draft", "running", "paused"])),
                            models.Q(("ended_on__isnull", False), ("status__in", ["won", "partly", "lost", "closed"])),
                            _connector="OR",
                        ),
                        name="a_campaign_that_is_over_has_ended",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "publisher_words",
                    models.CharField(blank=True, max_length=160, verbose_name="publisher, if not a body of ours"),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.institution",
                        verbose_name="body",
                    ),
                ),
            ],
            options={
                "ordering": ["title", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publisher__isnull", False),
                            models.Q(("publisher_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_document_has_a_publisher",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Approach",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("on", models.DateField(verbose_name="when")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("call", "call"),
                            ("message", "message"),
                            ("email", "e-mail"),
                            ("letter", "letter"),
                            ("meeting", "in person"),
                            ("post", "public post"),
                            ("petition", "petition"),
                            ("other", "other"),
                        ],
                        max_length=8,
                        verbose_name="how",
                    ),
                ),
                ("is_ours", models.BooleanField(default=True, verbose_name="ours")),
                (
                    "by_words",
                    models.CharField(blank=True, max_length=160, verbose_name="by whom, if not one of our people"),
                ),
                ("asked", models.CharField(max_length=400, verbose_name="what was asked")),
                ("answer_due", models.DateField(blank=True, null=True, verbose_name="answer expected by")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "no answer yet"),
                            ("acknowledged", "acknowledged, no answer"),
                            ("diverted", "sent on to a lower department"),
                            ("partly", "answered in part"),
                            ("answered", "answered"),
                            ("refused", "refused"),
                            ("banned", "contact banned"),
                            ("withdrawn", "we took it back"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="what became of it",
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="when they answered")),
                ("words", models.TextField(blank=True, max_length=4000, verbose_name="their words")),
                ("diverted_to", models.CharField(blank=True, max_length=160, verbose_name="sent on to")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="source, of others' attempts")),
                ("to_review", models.CharField(blank=True, max_length=200)),
                ("corrected_at", models.DateTimeField(blank=True, null=True)),
                (
                    "corrected_because",
                    models.CharField(blank=True, max_length=200, verbose_name="why it was put right"),
                ),
                ("struck_at", models.DateTimeField(blank=True, null=True)),
                ("struck_because", models.CharField(blank=True, max_length=200)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "by_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                        verbose_name="by whom",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.approach",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.office",
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="power.powerholder"
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "group",
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
                "verbose_name_plural": "approaches",
                "ordering": ["-on", "-id"],
                "indexes": [
                    models.Index(fields=["campaign", "-on"], name="approaches_of_a_campaign"),
                    models.Index(fields=["powerholder", "outcome"], name="approaches_to_somebody"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None), ("answered_on__gte", models.F("on")), _connector="OR"
                        ),
                        name="an_answer_comes_after_the_approach",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer_due", None), ("answer_due__gte", models.F("on")), _connector="OR"),
                        name="an_answer_is_due_after_the_approach",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["", "withdrawn"]),
                            ("answered_on__isnull", False),
                            models.Q(("to_review", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="an_answer_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("campaign__isnull", False), ("group", None)),
                            models.Q(("campaign", None), ("group__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_approach_is_of_a_campaign_or_a_group",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Backer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("politician", "politician"),
                            ("charity", "third-sector body"),
                            ("service", "service provider"),
                            ("business", "business"),
                            ("union", "union"),
                            ("faith", "faith body"),
                            ("residents", "residents' body"),
                            ("other", "other"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("gave", models.CharField(blank=True, max_length=300, verbose_name="what they gave")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "signed_on",
                    models.DateField(blank=True, null=True, verbose_name="signed the coalition's statement on"),
                ),
                ("is_public", models.BooleanField(default=False, verbose_name="agreed to be named in public")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.group",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="power.institution",
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="power.powerholder",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("campaign", "name"), name="one_backer_of_a_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Authorisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("how", models.CharField(max_length=300, verbose_name="how it was decided")),
                ("decided_on", models.DateField(verbose_name="decided on")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="taken back on")),
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.group",
                        verbose_name="group",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
            ],
            options={
                "ordering": ["decided_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("campaign", "group"),
                        name="one_authorisation_of_a_group",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CampaignLead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "part",
                    models.CharField(
                        choices=[("organiser", "organiser"), ("lead", "lead")],
                        default="lead",
                        max_length=9,
                        verbose_name="part",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
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
            ],
            options={
                "ordering": ["from_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on", None), ("until_on__gte", models.F("from_on")), _connector="OR"),
                        name="leading_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("campaign", "person", "part"),
                        name="one_part_in_a_campaign",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CampaignOrigin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("how", models.CharField(blank=True, max_length=300, verbose_name="how it grew out of it")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "out_of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="campaigns.campaign"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("campaign", "out_of"), name="grew_out_of_each_once"),
                    models.CheckConstraint(
                        condition=models.Q(("campaign", models.F("out_of")), _negated=True),
                        name="nothing_grows_out_of_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Clause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("objective", "objective"), ("recommend", "recommendation"), ("clause", "clause")],
                        default="clause",
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.CharField(max_length=20, verbose_name="number")),
                ("words", models.TextField(max_length=2000, verbose_name="its words")),
                ("fulfilled_on", models.DateField(blank=True, null=True, verbose_name="fulfilled on")),
                ("fulfilled_source", models.CharField(blank=True, max_length=200, verbose_name="who says so")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.sourcedocument"
                    ),
                ),
            ],
            options={
                "ordering": ["number", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("document", "kind", "number"), name="one_clause_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fulfilled_on", None), models.Q(("fulfilled_source", ""), _negated=True), _connector="OR"
                        ),
                        name="a_clause_is_fulfilled_by_a_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClockPause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("election", "pre-election period"), ("recess", "recess"), ("agreed", "agreed pause")],
                        max_length=8,
                        verbose_name="why",
                    ),
                ),
                ("since", models.DateField(verbose_name="from")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="in words")),
                ("added_at", models.DateTimeField()),
                ("struck_at", models.DateTimeField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.group",
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
                "ordering": ["-since", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="a_pause_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("campaign__isnull", False), ("group", None)),
                            models.Q(("campaign", None), ("group__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_pause_is_of_a_campaign_or_a_group",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Demand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.CharField(max_length=300, verbose_name="the demand")),
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("stated_on", models.DateField(verbose_name="since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.demand",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "id"],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name of the edition")),
                ("url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.sourcedocument"
                    ),
                ),
            ],
            options={
                "ordering": ["year", "id"],
                "constraints": [models.UniqueConstraint(fields=("document", "year"), name="one_edition_of_a_year")],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("survey", "survey"),
                            ("foi", "answer to an information request"),
                            ("photos", "photographs"),
                            ("figures", "figures"),
                            ("report", "report"),
                            ("other", "other"),
                        ],
                        max_length=7,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="what it shows")),
                ("words", models.TextField(blank=True, max_length=4000, verbose_name="in words or figures")),
                ("on", models.DateField(verbose_name="when")),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("file_name", models.CharField(blank=True, max_length=200)),
                ("type", models.CharField(blank=True, max_length=4)),
                ("is_public", models.BooleanField(default=False, verbose_name="may stand on the public page")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "gathered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                        verbose_name="gathered by",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Gift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("what", models.CharField(max_length=120, verbose_name="what")),
                ("how_many", models.PositiveIntegerField(default=1, verbose_name="how many")),
                ("giver", models.CharField(blank=True, max_length=120, verbose_name="from whom")),
                ("went_to", models.CharField(blank=True, max_length=160, verbose_name="where it went")),
                ("on", models.DateField(verbose_name="when")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Kit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("what_for", models.TextField(max_length=1000, verbose_name="what it is for")),
                ("steps", models.TextField(max_length=6000, verbose_name="steps")),
                ("materials", models.TextField(blank=True, max_length=2000, verbose_name="materials")),
                ("texts", models.TextField(blank=True, max_length=6000, verbose_name="texts to use")),
                ("lessons", models.TextField(blank=True, max_length=2000, verbose_name="what we learnt")),
                ("slug", models.SlugField(max_length=80, unique=True)),
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
                    "grew_out_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.kit",
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
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [models.UniqueConstraint(fields=("group", "name"), name="one_kit_of_a_name")],
            },
        ),
        migrations.CreateModel(
            name="LetterDrive",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "means",
                    models.CharField(
                        choices=[("letter", "letters and e-mails"), ("call", "calls")],
                        default="letter",
                        max_length=6,
                        verbose_name="how",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("ask", models.CharField(max_length=300, verbose_name="what to ask for")),
                (
                    "points",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="what helps to say it in one's own words"
                    ),
                ),
                ("office_name", models.CharField(blank=True, max_length=120, verbose_name="office, found by postcode")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
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
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("office_name", ""), ("powerholder__isnull", False)),
                            models.Q(("powerholder", None), models.Q(("office_name", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_drive_is_to_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closed_at", None), ("opened_at__isnull", False), _connector="OR"),
                        name="a_drive_closes_after_it_opens",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NamingDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("why", models.CharField(max_length=400, verbose_name="why they should be named")),
                ("asked_at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, max_length=400, verbose_name="reason of whoever decides")),
                ("agreed", models.BooleanField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.group",
                    ),
                ),
                (
                    "decided_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="power.powerholder"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(("decided_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_name_is_decided_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed", None), ("decided_at", None)),
                            models.Q(
                                ("agreed__isnull", False),
                                ("decided_at__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_name_is_decided_with_a_reason",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("campaign", "powerholder"),
                        name="one_decision_to_name_somebody",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("group__isnull", False)),
                        fields=("group", "powerholder"),
                        name="one_decision_of_a_group_to_name_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("campaign__isnull", False), ("group", None)),
                            models.Q(("campaign", None), ("group__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_name_is_decided_for_a_campaign_or_a_group",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OpenLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("words", models.TextField(max_length=6000, verbose_name="the letter")),
                ("to_whom", models.CharField(blank=True, max_length=160, verbose_name="to whom")),
                ("opened_on", models.DateField(verbose_name="from")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
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
                "ordering": ["-opened_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="PaperPetition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("wording", models.TextField(max_length=2000, verbose_name="what people sign")),
                ("to_whom", models.CharField(blank=True, max_length=160, verbose_name="to whom")),
                ("opened_on", models.DateField(verbose_name="from")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("printed", models.PositiveIntegerField(default=0, verbose_name="sheets printed so far")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
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
                "ordering": ["-opened_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("power", models.PositiveSmallIntegerField(verbose_name="power over this decision")),
                ("position", models.SmallIntegerField(verbose_name="where they stand")),
                ("evidence", models.CharField(max_length=300, verbose_name="what shows it")),
                ("on", models.DateField(verbose_name="as of")),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.group",
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
            ],
            options={
                "ordering": ["-on", "-id"],
                "indexes": [models.Index(fields=["campaign", "-on"], name="placements_of_a_campaign")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("group", None), ("institution", None), ("powerholder__isnull", False)),
                            models.Q(("group", None), ("institution__isnull", False), ("powerholder", None)),
                            models.Q(("group__isnull", False), ("institution", None), ("powerholder", None)),
                            _connector="OR",
                        ),
                        name="one_is_placed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("power__gte", 0), ("power__lte", 10)), name="power_is_0_to_10"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("position__gte", -3), ("position__lte", 3)), name="position_is_3_either_way"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PressItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article", "article"),
                            ("blog", "blog post"),
                            ("broadcast", "radio or television"),
                            ("video", "video"),
                            ("letter", "letter to the editor"),
                        ],
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("outlet", models.CharField(max_length=120, verbose_name="outlet")),
                ("author", models.CharField(blank=True, max_length=120, verbose_name="author")),
                ("author_roles", models.CharField(blank=True, max_length=200, verbose_name="the author's roles")),
                ("is_ours", models.BooleanField(default=False, verbose_name="written by one of us")),
                ("url", models.URLField(blank=True, max_length=300, verbose_name="link")),
                ("on", models.DateField(verbose_name="published on")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="StatusChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "being prepared"),
                            ("running", "running"),
                            ("paused", "paused"),
                            ("won", "won"),
                            ("partly", "partly won"),
                            ("lost", "lost"),
                            ("closed", "ended"),
                        ],
                        max_length=7,
                        verbose_name="where it stands",
                    ),
                ),
                ("on", models.DateField(verbose_name="since")),
                ("why", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
                "indexes": [models.Index(fields=["campaign", "-on"], name="how_a_campaign_stood")],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("primary", "can grant it"), ("secondary", "can move whoever grants it")],
                        default="primary",
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("why", models.CharField(blank=True, max_length=300, verbose_name="why them")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "moves",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.target",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.office",
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
                "ordering": ["kind", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("campaign", "powerholder"),
                        name="one_target_of_a_powerholder",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ApproachPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("type", models.CharField(max_length=4)),
                ("size", models.PositiveIntegerField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "approach",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.approach"
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="for what")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="campaigns.clause"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("campaign", "clause"), name="a_clause_cited_once")],
            },
        ),
        migrations.CreateModel(
            name="ClauseInEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number_there", models.CharField(blank=True, max_length=20)),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.clause"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.edition"
                    ),
                ),
            ],
            options={
                "ordering": ["edition__year", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("clause", "edition"), name="a_clause_once_in_an_edition")
                ],
            },
        ),
        migrations.CreateModel(
            name="KitRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("on", models.DateField(blank=True, null=True, verbose_name="when")),
                ("came", models.PositiveIntegerField(blank=True, null=True, verbose_name="how many came")),
                ("words", models.CharField(blank=True, max_length=400, verbose_name="what came of it")),
                ("latitude", models.FloatField(blank=True, null=True)),
                ("longitude", models.FloatField(blank=True, null=True)),
                ("is_public", models.BooleanField(default=False, verbose_name="may stand on the kit's public page")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
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
                    "kit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.kit"
                    ),
                ),
                (
                    "taken_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.kitrun",
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="KitWish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("language", models.CharField(choices=[("en-gb", "English"), ("cy", "Cymraeg")], max_length=8)),
                ("latitude", models.FloatField()),
                ("longitude", models.FloatField()),
                ("token_hash", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ("made_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "kit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.kit"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("kit", "email"), name="one_wish_for_a_kit"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LadderStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=120, verbose_name="the step")),
                ("what", models.TextField(blank=True, max_length=1000, verbose_name="what we do")),
                ("who_words", models.CharField(blank=True, max_length=160, verbose_name="who takes part")),
                ("needs", models.CharField(blank=True, max_length=300, verbose_name="what it needs")),
                ("risks", models.CharField(blank=True, max_length=300, verbose_name="what may go wrong")),
                ("law", models.CharField(blank=True, max_length=1000, verbose_name="law to keep in mind")),
                (
                    "inside_ours",
                    models.BooleanField(blank=True, null=True, verbose_name="inside our people's experience"),
                ),
                ("outside_theirs", models.BooleanField(blank=True, null=True, verbose_name="outside theirs")),
                ("enjoyed", models.BooleanField(blank=True, null=True, verbose_name="our people enjoy it")),
                ("stops_in_time", models.BooleanField(blank=True, null=True, verbose_name="it stops before it drags")),
                ("alternative", models.CharField(blank=True, max_length=200, verbose_name="what we offer instead")),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("silence", "silence until a day"),
                            ("refusal", "a refusal"),
                            ("broken", "a broken commitment"),
                            ("day", "a day"),
                        ],
                        default="silence",
                        max_length=8,
                        verbose_name="what sets it off",
                    ),
                ),
                ("trigger_on", models.DateField(blank=True, null=True, verbose_name="on or after")),
                ("authorised_on", models.DateField(blank=True, null=True)),
                ("authorised_how", models.CharField(blank=True, max_length=200, verbose_name="how it was authorised")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("what_they_did", models.TextField(blank=True, max_length=2000, verbose_name="what they did")),
                ("told_what_at", models.DateTimeField(blank=True, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "authorised_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
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
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "who",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                        verbose_name="who leads it",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="campaigns.target"
                    ),
                ),
            ],
            options={
                "ordering": ["order", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("authorised_by", None), ("authorised_on", None)),
                            models.Q(("authorised_by__isnull", False), ("authorised_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_step_is_authorised_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("trigger__in", ["silence", "day"]), _negated=True),
                            ("trigger_on__isnull", False),
                            _connector="OR",
                        ),
                        name="a_step_waits_for_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterSignatory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="role")),
                ("body", models.CharField(blank=True, max_length=160, verbose_name="for which body")),
                ("signed_on", models.DateField(verbose_name="signed on")),
                ("agreed_public_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.openletter"
                    ),
                ),
            ],
            options={
                "ordering": ["signed_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False), ("withdrawn_at", None)),
                        fields=("letter", "person"),
                        name="a_letter_signed_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HandIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("on", models.DateField(verbose_name="handed in on")),
                ("to_whom", models.CharField(max_length=160, verbose_name="to whom")),
                ("received_by", models.CharField(blank=True, max_length=160, verbose_name="who took it")),
                ("number", models.PositiveIntegerField(verbose_name="number of signatures")),
                ("answer_due", models.DateField(blank=True, null=True, verbose_name="answer expected by")),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="their answer")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.paperpetition"
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="PetitionSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("number", models.PositiveIntegerField(verbose_name="number of the sheet")),
                ("signatures", models.PositiveSmallIntegerField(verbose_name="signatures on it")),
                ("struck", models.PositiveSmallIntegerField(default=0, verbose_name="of them not valid")),
                ("collected_by", models.CharField(blank=True, max_length=120, verbose_name="who collected it")),
                ("counted_at", models.DateTimeField()),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "counted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.paperpetition"
                    ),
                ),
            ],
            options={
                "ordering": ["number", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("petition", "number"), name="one_sheet_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(("struck__lte", models.F("signatures"))), name="no_more_struck_than_signed"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SilenceNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("decided_on", models.DateField(verbose_name="the group decided on")),
                ("decided_by", models.CharField(max_length=200, verbose_name="how the group decided")),
                ("page_words", models.TextField(max_length=2000, verbose_name="as the page would read")),
                ("notified_on", models.DateField(blank=True, null=True, verbose_name="told them on")),
                ("how", models.CharField(blank=True, max_length=160, verbose_name="how they were told")),
                ("public_from", models.DateField(blank=True, null=True)),
                ("reply", models.TextField(blank=True, max_length=2000, verbose_name="what they replied")),
                ("replied_on", models.DateField(blank=True, null=True)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("taken_off_at", models.DateTimeField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "approach",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.approach"
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="power.powerholder"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_off_at", None)), fields=("approach",), name="one_notice_of_silence"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_at", None),
                            models.Q(("notified_on__isnull", False), ("public_from__isnull", False)),
                            _connector="OR",
                        ),
                        name="silence_is_public_after_notice",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupporterLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.TextField(blank=True, max_length=4000, verbose_name="in their own words")),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sent or rung on")),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="what they were answered")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("answer_may_be_shared_at", models.DateTimeField(blank=True, null=True)),
                ("shown_at", models.DateTimeField(blank=True, null=True)),
                (
                    "shown_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "drive",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.letterdrive"
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
                "ordering": ["-id"],
                "indexes": [models.Index(fields=["drive", "sent_on"], name="letters_of_a_drive")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("answer", ""), ("answered_on__isnull", False), _connector="OR"),
                        name="an_answer_to_a_letter_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("shown_at", None), ("shown_by", None)),
                            models.Q(
                                ("answer_may_be_shared_at__isnull", False),
                                ("shown_at__isnull", False),
                                ("shown_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_is_shown_that_may_be_shared",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChartVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField()),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="why it is kept")),
                ("entries", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.target"
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("target", "number"), name="one_chart_version_of_a_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="ChartEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "column",
                    models.CharField(
                        choices=[
                            ("goals", "goals"),
                            ("organisation", "organisational considerations"),
                            ("people", "constituents, allies and opponents"),
                            ("targets", "targets"),
                            ("tactics", "tactics"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("long", "in the long run"),
                            ("middle", "what counts as victory"),
                            ("short", "on the way"),
                            ("resources", "what we put in"),
                            ("strengthens", "how it makes us stronger"),
                            ("problems", "problems inside"),
                            ("constituents", "whose problem it is"),
                            ("allies", "allies"),
                            ("opponents", "opponents"),
                            ("primary", "can grant it"),
                            ("secondary", "can move whoever grants it"),
                            ("tactic", "step"),
                        ],
                        max_length=12,
                        verbose_name="part",
                    ),
                ),
                ("words", models.CharField(max_length=400, verbose_name="in words")),
                ("constituency", models.CharField(blank=True, max_length=160, verbose_name="who of ours does it")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.chartentry",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.target"
                    ),
                ),
            ],
            options={
                "ordering": ["order", "id"],
                "indexes": [models.Index(fields=["target", "column"], name="chart_of_a_target")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="a_chart_entry_has_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_chart_entry_is_ended_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KitIntroduction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("circle", models.UUIDField(db_index=True)),
                ("asked_at", models.DateTimeField()),
                ("good_until", models.DateTimeField()),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("introduced_at", models.DateTimeField(blank=True, null=True)),
                ("token_hash", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                (
                    "wish",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.kitwish"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("circle", "wish"), name="a_wish_once_in_a_circle"),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("wish",), name="one_circle_at_a_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("introduced_at", None), ("agreed_at__isnull", False), _connector="OR"),
                        name="introduced_who_agreed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperSignature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("line", models.PositiveSmallIntegerField(verbose_name="line")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("postcode", models.CharField(blank=True, max_length=8, verbose_name="postcode")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="phone")),
                ("agreed_email", models.BooleanField(default=False, verbose_name="ticked: you may e-mail me")),
                ("agreed_phone", models.BooleanField(default=False, verbose_name="ticked: you may ring me")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("typed_at", models.DateTimeField()),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.paperpetition"
                    ),
                ),
                (
                    "typed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.petitionsheet"
                    ),
                ),
            ],
            options={
                "ordering": ["sheet", "line", "id"],
                "constraints": [models.UniqueConstraint(fields=("sheet", "line"), name="one_signature_of_a_line")],
            },
        ),
        migrations.CreateModel(
            name="PressNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("headline", models.CharField(max_length=160, verbose_name="headline")),
                ("words", models.TextField(max_length=6000, verbose_name="the note")),
                ("embargo_until", models.DateTimeField(blank=True, null=True, verbose_name="not before")),
                ("released_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("written_at", models.DateTimeField()),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                        verbose_name="contact",
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
                    "step",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.ladderstep",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-written_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Truce",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("offered", models.CharField(max_length=300, verbose_name="what they offered")),
                ("offered_at", models.DateTimeField(verbose_name="when")),
                ("condition", models.CharField(max_length=300, verbose_name="on which condition we stop")),
                ("until", models.DateTimeField(verbose_name="until when")),
                (
                    "outcome",
                    models.CharField(blank=True, choices=[("kept", "kept"), ("lapsed", "lapsed")], max_length=6),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("settled_words", models.CharField(blank=True, max_length=300, verbose_name="what came of it")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.ladderstep"
                    ),
                ),
            ],
            options={
                "ordering": ["-offered_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("offered_at"))), name="a_truce_runs_on"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("settled_at", None)),
                            models.Q(models.Q(("outcome", ""), _negated=True), ("settled_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_truce_is_settled_one_way",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("settled_at", None)), fields=("step",), name="one_truce_holds_a_step"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PressQuote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("named_as", models.CharField(max_length=120, verbose_name="named as")),
                ("words", models.CharField(max_length=600, verbose_name="their words")),
                ("agreed_on", models.DateField(verbose_name="agreed on")),
                ("agreed_how", models.CharField(max_length=200, verbose_name="how they agreed")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="campaigns.pressitem",
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="campaigns.pressnote",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="listening.story",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("item__isnull", False), ("note", None)),
                            models.Q(("item", None), ("note__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_quotation_stands_in_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StandDown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.TextField(max_length=1000, verbose_name="what we say")),
                (
                    "chat_words",
                    models.TextField(blank=True, max_length=1000, verbose_name="the same for the group's chat"),
                ),
                ("at", models.DateTimeField()),
                ("gathered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
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
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.ladderstep"
                    ),
                ),
                (
                    "truce",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.truce",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="StoodDown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "means",
                    models.CharField(
                        choices=[("email", "e-mail"), ("call", "call"), ("none", "in person")], max_length=5
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "not told yet"),
                            ("queued", "about to go"),
                            ("told", "told"),
                            ("missed", "not reached"),
                            ("held_back", "held back"),
                            ("failed", "did not arrive"),
                        ],
                        default="waiting",
                        max_length=9,
                    ),
                ),
                ("why", models.CharField(blank=True, max_length=120)),
                ("queued_at", models.DateTimeField(blank=True, null=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.campaign"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stand_down",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.standdown"
                    ),
                ),
                (
                    "teller",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["teller", "state"], name="whom_one_stands_down")],
                "constraints": [
                    models.UniqueConstraint(fields=("stand_down", "person"), name="stood_down_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "told"), _negated=True), ("settled_at__isnull", False), _connector="OR"
                        ),
                        name="told_at_a_time",
                    ),
                ],
            },
        ),
    ]
    operations = [CreateTogether(operations)]
