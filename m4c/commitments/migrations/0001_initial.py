import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import m4c.core.models.record
from m4c.core.create_together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("campaigns", "0001_initial"),
        ("events", "0003_whose_meeting_comes_back"),
        ("listening", "0002_one_to_one_ask"),
        ("people", "0005_private_to_give"),
        ("places", "0002_load_tables"),
        ("power", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Affiliation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.institution",
                    ),
                ),
                ("body_words", models.CharField(max_length=160, verbose_name="with which body")),
                ("about", models.CharField(blank=True, max_length=200, verbose_name="as what")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["body_words", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("group", "body_words"), name="one_affiliation_with_a_body")
                ],
            },
        ),
        migrations.CreateModel(
            name="AskGrid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("slug", models.SlugField(max_length=140, unique=True)),
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("answers_by", models.DateField(blank=True, null=True, verbose_name="answers expected by")),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("unpublished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-asked_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Assembly",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="events.event"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="what it is called on the sheets")),
                (
                    "follow_up",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="events.event",
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "assemblies",
                "ordering": ["-made_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Covenant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("slug", models.SlugField(max_length=140, unique=True)),
                ("about", models.CharField(blank=True, max_length=300, verbose_name="in a sentence")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="look at it again on")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("unpublished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="Minute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
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
                    "event",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="events.event"),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sent on")),
                ("sent_to", models.CharField(blank=True, max_length=200, verbose_name="sent to")),
                ("how", models.CharField(blank=True, max_length=60, verbose_name="how")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "number"), name="one_minute_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_on", None), ("sent_to", "")),
                            models.Q(("sent_on__isnull", False), models.Q(("sent_to", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_minute_that_was_sent_says_to_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Negotiation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="events.event"
                    ),
                ),
                ("wants_first", models.CharField(blank=True, max_length=300, verbose_name="what we want first")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not held yet"),
                            ("agreed", "agreed"),
                            ("partly", "agreed in part"),
                            ("nothing", "nothing agreed"),
                            ("adjourned", "to be gone on with"),
                            ("left", "broken off"),
                        ],
                        default="",
                        max_length=9,
                        verbose_name="what came of it",
                    ),
                ),
                ("result_words", models.CharField(blank=True, max_length=400, verbose_name="in a sentence")),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "follow_up",
                    models.ForeignKey(
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
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "indexes": [models.Index(fields=["group", "-made_at"], name="negotiations_of_a_group")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("result", "")),
                            models.Q(("closed_at__isnull", False), models.Q(("result", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_result_is_of_a_closed_negotiation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=140, unique=True)),
                (
                    "powerholder",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="power.powerholder",
                    ),
                ),
                (
                    "institution",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="power.institution",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("institution", None), ("powerholder__isnull", False)),
                            models.Q(("institution__isnull", False), ("powerholder", None)),
                            _connector="OR",
                        ),
                        name="a_public_name_is_of_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AffiliationStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "affiliation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.affiliation"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sought", "sought"),
                            ("conditional", "hangs on somebody's decision"),
                            ("granted", "granted"),
                            ("refused", "refused"),
                            ("ended", "ended"),
                        ],
                        max_length=11,
                        verbose_name="where it stands",
                    ),
                ),
                ("on", models.DateField(verbose_name="since")),
                ("hangs_on", models.CharField(blank=True, max_length=160, verbose_name="on whose decision it hangs")),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="in words")),
                ("says_who", models.CharField(blank=True, max_length=160, verbose_name="who says so")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "conditional"), _negated=True),
                            models.Q(("hangs_on", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_hangs_on_somebody_says_on_whom",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CovenantText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.covenant"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("words", models.TextField(max_length=10000, verbose_name="the text")),
                ("on", models.DateField(verbose_name="from")),
                ("changed_because", models.CharField(blank=True, max_length=300, verbose_name="what changed, and why")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [models.UniqueConstraint(fields=("covenant", "number"), name="one_text_of_a_number")],
            },
        ),
        migrations.CreateModel(
            name="GridQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "grid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.askgrid"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("words", models.CharField(max_length=300, verbose_name="the question")),
                ("short", models.CharField(max_length=40, verbose_name="above its column")),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [models.UniqueConstraint(fields=("grid", "position"), name="one_question_of_a_place")],
            },
        ),
        migrations.CreateModel(
            name="MinuteCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "minute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.minute"
                    ),
                ),
                ("words", models.TextField(max_length=4000, verbose_name="what they put right")),
                ("corrected_by", models.CharField(max_length=160, verbose_name="who of theirs wrote it")),
                ("on", models.DateField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("minute", "corrected_by", "on"), name="one_correction_of_a_writer_and_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NegotiationPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "negotiation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.negotiation"
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
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("chair", "chairs"),
                            ("story", "tells their story"),
                            ("asker", "asks"),
                            ("pinner", "pins the answer"),
                            ("notes", "takes notes"),
                            ("time", "keeps time"),
                            ("observer", "observes"),
                        ],
                        max_length=8,
                        verbose_name="part",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("negotiation", "person", "part"), name="a_part_at_the_table_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherSide",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "negotiation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.negotiation"
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
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.office",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=160, verbose_name="others, in words")),
                ("came", models.BooleanField(blank=True, null=True, verbose_name="came")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("powerholder__isnull", False), models.Q(("words", ""), _negated=True), _connector="OR"
                        ),
                        name="their_side_is_somebody",
                    ),
                    models.UniqueConstraint(fields=("negotiation", "powerholder"), name="on_their_side_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RollCall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "assembly",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.assembly"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.group",
                    ),
                ),
                ("body_words", models.CharField(max_length=120, verbose_name="body")),
                ("number", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="how many came")),
                ("says_who", models.CharField(blank=True, max_length=120, verbose_name="who called it out")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["body_words", "id"],
                "constraints": [models.UniqueConstraint(fields=("assembly", "body_words"), name="a_body_answers_once")],
            },
        ),
        migrations.CreateModel(
            name="TeamPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "negotiation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.negotiation"
                    ),
                ),
                ("fall_back", models.TextField(blank=True, max_length=1000, verbose_name="what we would fall back to")),
                ("walk_away", models.TextField(blank=True, max_length=1000, verbose_name="where we walk away")),
                ("notes", models.TextField(blank=True, max_length=10000, verbose_name="notes of the team")),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Ask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "demand",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.demand",
                    ),
                ),
                (
                    "negotiation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commitments.negotiation",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.event",
                    ),
                ),
                (
                    "grid",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="commitments.askgrid",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="commitments.gridquestion",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("words", models.CharField(max_length=400, verbose_name="the exact question")),
                (
                    "powerholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="power.powerholder"
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
                ("office_words", models.CharField(blank=True, max_length=120, verbose_name="as they are called then")),
                ("asked_on", models.DateField(blank=True, null=True, verbose_name="asked on")),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pin",
                    models.CharField(
                        choices=[("hard", "one word, yes or no"), ("soft", "with room to speak")],
                        default="soft",
                        max_length=4,
                        verbose_name="how it is pinned",
                    ),
                ),
                ("struck_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["position", "id"],
                "indexes": [
                    models.Index(fields=["group", "-asked_on"], name="asks_of_a_group"),
                    models.Index(fields=["powerholder", "-asked_on"], name="asks_of_somebody"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grid", None), ("question", None)),
                            models.Q(("grid__isnull", False), ("question__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_question_of_a_grid_is_in_it",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)),
                        fields=("question", "powerholder"),
                        name="asked_once_in_a_grid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CovenantParty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.covenant"
                    ),
                ),
                (
                    "body",
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
                ("name", models.CharField(max_length=160, verbose_name="body")),
                ("kind_words", models.CharField(blank=True, max_length=60, verbose_name="what kind of body")),
                ("will_do", models.TextField(max_length=2000, verbose_name="what it will do")),
                (
                    "text",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commitments.covenanttext",
                    ),
                ),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("signed_by", models.CharField(blank=True, max_length=160, verbose_name="who signed, and as what")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("ended_because", models.CharField(blank=True, max_length=200, verbose_name="why it ended")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "covenant parties",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)), fields=("covenant", "name"), name="a_party_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_by", ""), ("signed_on", None), ("text", None)),
                            models.Q(
                                ("signed_on__isnull", False),
                                ("text__isnull", False),
                                models.Q(("signed_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="whoever_signed_signed_a_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("signed_on", None),
                            ("ended_on__gte", models.F("signed_on")),
                            _connector="OR",
                        ),
                        name="a_party_leaves_after_it_signed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "ask",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.ask"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("yes", "yes"),
                            ("yes_if", "yes, if"),
                            ("partly", "partly"),
                            ("more", "more than asked"),
                            ("no", "no"),
                            ("none", "no answer"),
                            ("unrecorded", "not recorded"),
                        ],
                        max_length=10,
                        verbose_name="the answer",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="in their exact words")),
                (
                    "pin",
                    models.CharField(
                        choices=[("hard", "one word, yes or no"), ("soft", "with room to speak")],
                        default="soft",
                        max_length=4,
                        verbose_name="how it was pinned",
                    ),
                ),
                ("on", models.DateField(verbose_name="answered on")),
                ("says_who", models.CharField(max_length=160, verbose_name="who says so")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="recording or source")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                (
                    "witness_words",
                    models.CharField(blank=True, max_length=200, verbose_name="witnesses who are not our people"),
                ),
                ("needs_second", models.BooleanField(default=False)),
                (
                    "typed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("typed_at", models.DateTimeField()),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("struck_at", models.DateTimeField(blank=True, null=True)),
                ("struck_because", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["on", "id"],
                "indexes": [models.Index(fields=["ask", "on"], name="answers_to_an_ask")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                models.Q(("confirmed_by", models.F("typed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_is_confirmed_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("says_who", ""), _negated=True), name="an_answer_says_who_says_so"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CovenantReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.covenant"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="commitments.covenantparty",
                    ),
                ),
                ("on", models.DateField(verbose_name="looked on")),
                (
                    "holds",
                    models.CharField(
                        choices=[
                            ("yes", "is lived up to"),
                            ("partly", "is lived up to in part"),
                            ("no", "is not lived up to"),
                        ],
                        max_length=6,
                        verbose_name="how it stands",
                    ),
                ),
                ("words", models.CharField(max_length=400, verbose_name="what we saw")),
                ("says_who", models.CharField(max_length=160, verbose_name="who says so")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ShowItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "assembly",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.assembly"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("welcome", "welcome"),
                            ("roll_call", "roll call"),
                            ("story", "story"),
                            ("ask", "ask and answer"),
                            ("speech", "words from"),
                            ("break", "break"),
                            ("close", "close"),
                        ],
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="what happens")),
                ("minutes", models.PositiveSmallIntegerField(default=5, verbose_name="minutes")),
                (
                    "leader",
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
                    "card",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="listening.speakercard",
                    ),
                ),
                (
                    "ask",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="commitments.ask",
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
                    "interpreter",
                    models.CharField(blank=True, max_length=60, verbose_name="interpreter: which language"),
                ),
                ("script", models.TextField(blank=True, max_length=4000, verbose_name="script")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["position", "id"],
                "indexes": [models.Index(fields=["assembly", "position"], name="run_of_show")],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("reference", models.CharField(max_length=40, unique=True, verbose_name="reference")),
                ("slug", models.SlugField(max_length=60, unique=True)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="listening.theme",
                    ),
                ),
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
                    "ask",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="commitments.ask",
                    ),
                ),
                (
                    "answer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="commitments.answer",
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.powerholder",
                        verbose_name="who promised",
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
                    "office_words",
                    models.CharField(blank=True, max_length=120, verbose_name="the office they then held"),
                ),
                ("made_to", models.CharField(blank=True, max_length=160, verbose_name="to whom")),
                ("occasion", models.CharField(blank=True, max_length=160, verbose_name="on what occasion")),
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
                ("made_on", models.DateField(verbose_name="made on")),
                ("in_writing", models.BooleanField(default=False, verbose_name="made in writing")),
                (
                    "clause",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.clause",
                    ),
                ),
                ("words", models.TextField(max_length=2000, verbose_name="in their exact words")),
                ("counts_as_kept", models.CharField(blank=True, max_length=300, verbose_name="what counts as kept")),
                ("evidence_needed", models.CharField(blank=True, max_length=300, verbose_name="what would show it")),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("done", "done or not"),
                            ("count", "so many times"),
                            ("amount", "an amount"),
                            ("percentage", "a share in per cent"),
                            ("recurring", "again and again"),
                            ("ongoing", "how they go about it"),
                        ],
                        default="done",
                        max_length=10,
                        verbose_name="how it is measured",
                    ),
                ),
                (
                    "target",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="how much"
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="of what")),
                (
                    "every",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("week", "each week"),
                            ("month", "each month"),
                            ("quarter", "each quarter of a year"),
                            ("half", "each half year"),
                            ("year", "each year"),
                        ],
                        default="",
                        max_length=7,
                        verbose_name="in each",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                ("due_words", models.CharField(blank=True, max_length=120, verbose_name="due, in their words")),
                ("expires_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="lasts until")),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="commitments.commitment",
                    ),
                ),
                ("superseded_on", models.DateField(blank=True, null=True)),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                        verbose_name="keeper",
                    ),
                ),
                ("next_contact_on", models.DateField(blank=True, null=True, verbose_name="next contact on")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="source")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("to_review", models.CharField(blank=True, max_length=200)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("unpublished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-made_on", "-id"],
                "indexes": [
                    models.Index(fields=["group", "-made_on"], name="commitments_of_a_group"),
                    models.Index(fields=["powerholder", "-made_on"], name="commitments_of_somebody"),
                    models.Index(fields=["campaign", "-made_on"], name="commitments_of_a_campaign"),
                    models.Index(fields=["keeper", "next_contact_on"], name="commitments_of_a_keeper"),
                    models.Index(fields=["-made_on", "-id"], name="commitments_by_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measure__in", ["count", "amount", "percentage", "recurring"]), _negated=True),
                            ("target__gt", 0),
                            _connector="OR",
                        ),
                        name="a_number_has_its_target",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measure", "recurring"), models.Q(("every", ""), _negated=True)),
                            models.Q(models.Q(("measure", "recurring"), _negated=True), ("every", "")),
                            _connector="OR",
                        ),
                        name="again_and_again_has_its_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on", None), ("due_on__gte", models.F("made_on")), _connector="OR"),
                        name="a_commitment_is_due_after_it_is_made",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on", None), ("expires_on__gte", models.F("made_on")), _connector="OR"
                        ),
                        name="a_commitment_lasts_from_when_it_is_made",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None),
                            models.Q(("superseded_by", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="nothing_supersedes_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Witness",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.answer"
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
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("answer", "person"), name="witness_of_an_answer_once")],
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                ("on", models.DateField(verbose_name="agreed on")),
                ("words_before", models.TextField(max_length=2000)),
                ("words_after", models.TextField(max_length=2000, verbose_name="in their new words")),
                ("target_before", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                (
                    "target_after",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="how much now"
                    ),
                ),
                ("because", models.CharField(max_length=300, verbose_name="why")),
                ("agreed_with", models.CharField(max_length=160, verbose_name="agreed with")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("condition", "only if"), ("dependency", "waits for")],
                        default="condition",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("words", models.CharField(max_length=200, verbose_name="in words")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="power.institution",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="DueDate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                ("known_on", models.DateField(verbose_name="known since")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                ("words", models.CharField(blank=True, max_length=120, verbose_name="in words")),
                ("because", models.CharField(blank=True, max_length=200, verbose_name="why it changed")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["known_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="EvidenceLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                ("for_whom", models.CharField(max_length=120, verbose_name="for whom")),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                ("ends_on", models.DateField(verbose_name="until")),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Follower",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("language", models.CharField(default="en", max_length=2)),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("told_status", models.CharField(blank=True, default="", max_length=12)),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["commitment", "confirmed_at"], name="followers_of_a_commitment")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("commitment", "email"),
                        name="one_follower_of_an_address",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Inheritance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                (
                    "powerholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="power.powerholder"
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
                ("on", models.DateField(verbose_name="since")),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("silent", "has not said"),
                            ("takes_on", "takes it on"),
                            ("partly", "takes it on in part"),
                            ("declines", "does not take it on"),
                        ],
                        default="silent",
                        max_length=8,
                        verbose_name="how they stand to it",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=400, verbose_name="in their words")),
                ("says_who", models.CharField(blank=True, max_length=160, verbose_name="who says so")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stance", "silent"), models.Q(("says_who", ""), _negated=True), _connector="OR"
                        ),
                        name="a_stance_says_who_says_so",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                ("known_on", models.DateField(verbose_name="known since")),
                ("on", models.DateField(verbose_name="by")),
                ("level", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="how much")),
                ("words", models.CharField(blank=True, max_length=160, verbose_name="in words")),
            ],
            options={
                "ordering": ["on", "id"],
                "constraints": [models.UniqueConstraint(fields=("commitment", "on"), name="one_milestone_on_a_day")],
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("void", "void"),
                            ("superseded", "replaced"),
                            ("disputed", "disputed"),
                            ("unverifiable", "cannot be verified"),
                            ("broken", "broken"),
                            ("kept", "kept"),
                            ("partly", "partly kept"),
                            ("expired", "held to until it ended"),
                            ("overdue", "overdue"),
                            ("in_progress", "in progress"),
                            ("due_soon", "due soon"),
                            ("made", "made"),
                        ],
                        max_length=12,
                    ),
                ),
                ("done", models.DecimalField(decimal_places=2, default=0, max_digits=14)),
                ("soon", models.PositiveSmallIntegerField(default=30)),
            ],
            options={
                "ordering": ["since", "id"],
                "indexes": [models.Index(fields=["status", "since", "until"], name="commitments_by_status")],
                "constraints": [
                    models.UniqueConstraint(fields=("commitment", "since"), name="one_standing_from_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gt", models.F("since")), _connector="OR"),
                        name="a_standing_lasts_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Win",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="commitments.commitment",
                    ),
                ),
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
                ("rule", models.CharField(blank=True, max_length=300, verbose_name="the rule")),
                ("scope_words", models.CharField(blank=True, max_length=200, verbose_name="what it covers")),
                ("rule_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("look_again_on", models.DateField(blank=True, null=True, verbose_name="look again on")),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("unpublished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
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
            name="ConditionState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                (
                    "condition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.condition"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("met", "met"), ("failed", "failed")],
                        max_length=6,
                        verbose_name="where it stands",
                    ),
                ),
                ("on", models.DateField(verbose_name="since")),
                ("evidence", models.CharField(blank=True, max_length=300, verbose_name="what shows it")),
                ("evidence_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("says_who", models.CharField(blank=True, max_length=160, verbose_name="who says so")),
                ("struck_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("step", "a step on the way"),
                            ("reached", "so far reached"),
                            ("done", "done"),
                            ("lapse", "not held to"),
                        ],
                        default="step",
                        max_length=7,
                        verbose_name="kind",
                    ),
                ),
                ("on", models.DateField(verbose_name="when")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="how much"
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=400, verbose_name="what happened")),
                ("evidence", models.CharField(blank=True, max_length=300, verbose_name="evidence")),
                ("evidence_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                ("says_who", models.CharField(blank=True, max_length=160, verbose_name="who says so")),
                ("is_from_outside", models.BooleanField(default=False)),
                (
                    "link",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="commitments.evidencelink",
                    ),
                ),
                (
                    "from_words",
                    models.CharField(blank=True, max_length=120, verbose_name="their name, if they want to give it"),
                ),
                ("from_email", models.EmailField(blank=True, max_length=254, verbose_name="where we may ask back")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("refused_at", models.DateTimeField(blank=True, null=True)),
                ("refused_because", models.CharField(blank=True, max_length=200)),
                ("file_uid", models.UUIDField(blank=True, null=True, unique=True)),
                ("file_name", models.CharField(blank=True, max_length=200, verbose_name="file")),
                ("file_type", models.CharField(blank=True, max_length=4)),
                ("file_size", models.PositiveIntegerField(blank=True, null=True)),
                ("file_shown_at", models.DateTimeField(blank=True, null=True)),
                (
                    "file_shown_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("struck_at", models.DateTimeField(blank=True, null=True)),
                ("struck_because", models.CharField(blank=True, max_length=200)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "progress",
                "ordering": ["on", "id"],
                "indexes": [models.Index(fields=["commitment", "on"], name="progress_of_a_commitment")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("confirmed_at", None), ("refused_at", None), _connector="OR"),
                        name="progress_is_confirmed_or_refused",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "reached"), _negated=True), ("amount__isnull", False), _connector="OR"
                        ),
                        name="so_far_reached_has_its_amount",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("says_who", ""), _negated=True), ("is_from_outside", True), _connector="OR"
                        ),
                        name="progress_says_who_says_so",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("file_shown_at", None), ("file_shown_by", None)),
                            models.Q(
                                ("file_shown_at__isnull", False),
                                ("file_shown_by__isnull", False),
                                ("file_uid__isnull", False),
                                models.Q(("is_from_outside", False), ("confirmed_at__isnull", False), _connector="OR"),
                            ),
                            _connector="OR",
                        ),
                        name="a_file_is_shown_once_confirmed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WinLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "win",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.win"
                    ),
                ),
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
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("broken", "broken"),
                            ("partly", "partly kept"),
                            ("unverifiable", "cannot be verified"),
                            ("disputed", "disputed"),
                        ],
                        max_length=12,
                        verbose_name="verdict",
                    ),
                ),
                ("on", models.DateField(verbose_name="judged on")),
                ("reasons", models.TextField(max_length=2000, verbose_name="why")),
                ("evidence", models.CharField(max_length=300, verbose_name="on which evidence")),
                ("evidence_url", models.URLField(blank=True, max_length=300, verbose_name="its address")),
                (
                    "rests_on",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="commitments.progress",
                    ),
                ),
                ("missing", models.CharField(blank=True, max_length=300, verbose_name="what is missing")),
                (
                    "judged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("judged_at", models.DateTimeField()),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                ("notice_on", models.DateField(blank=True, null=True)),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="told them on")),
                ("how_told", models.CharField(blank=True, max_length=160, verbose_name="how they were told")),
                ("page_words", models.TextField(blank=True, max_length=4000, verbose_name="as the page would read")),
                ("counts_from", models.DateField(blank=True, null=True)),
                ("reply_hash", models.CharField(blank=True, max_length=64)),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
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
                ("withdrawn_because", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("evidence", ""), _negated=True), models.Q(("reasons", ""), _negated=True)
                        ),
                        name="no_verdict_without_evidence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(("confirmed_by", models.F("judged_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_verdict_is_confirmed_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verdict", "broken"), _negated=True),
                            ("counts_from", None),
                            models.Q(
                                ("confirmed_by__isnull", False),
                                ("confirmed_on__isnull", False),
                                ("told_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="broken_needs_two_and_notice",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("told_on", None),
                            models.Q(("notice_on__isnull", False), ("told_on__gte", models.F("notice_on"))),
                            _connector="OR",
                        ),
                        name="they_are_told_once_there_is_a_notice",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verdict", "partly"), _negated=True),
                            models.Q(("missing", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="partly_kept_says_what_is_missing",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("commitment", "verdict"),
                        name="one_standing_verdict_of_a_kind",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("reply_hash", ""), _negated=True),
                        fields=("reply_hash",),
                        name="one_verdict_of_a_reply_link",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commitments.commitment"
                    ),
                ),
                (
                    "judgement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="commitments.judgement",
                    ),
                ),
                ("words", models.TextField(max_length=4000, verbose_name="their reply")),
                ("writer", models.CharField(max_length=120, verbose_name="who writes")),
                ("role", models.CharField(max_length=120, verbose_name="in which role")),
                ("email", models.EmailField(max_length=254, verbose_name="from the office's address")),
                ("language", models.CharField(default="en", max_length=2)),
                ("secret_hash", models.CharField(blank=True, max_length=64)),
                ("received_at", models.DateTimeField()),
                ("address_shown_at", models.DateTimeField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("confirmed_how", models.CharField(blank=True, max_length=200, verbose_name="how you made sure")),
                ("refused_at", models.DateTimeField(blank=True, null=True)),
                ("refused_because", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name_plural": "office replies",
                "ordering": ["received_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("confirmed_at", None), ("refused_at", None), _connector="OR"),
                        name="a_reply_is_confirmed_or_refused",
                    )
                ],
            },
        ),
    ]
    operations = [CreateTogether(operations)]
