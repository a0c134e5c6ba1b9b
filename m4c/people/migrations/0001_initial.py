import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import m4c.core.models.record
from m4c.core.create_together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0000_accounts"),
    ]

    operations = [
        migrations.CreateModel(
            name="RightsRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("access", "a copy of what we hold"),
                            ("correction", "to put something right"),
                            ("objection", "to stop using it for something"),
                            ("restriction", "to keep it and not use it for now"),
                            ("erasure", "to erase it"),
                        ],
                        max_length=12,
                        verbose_name="what they ask for",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("own_data", "the page of one's own data"),
                            ("email", "e-mail"),
                            ("letter", "letter"),
                            ("phone", "phone"),
                            ("in_person", "said to one of us"),
                            ("other", "another way"),
                        ],
                        max_length=12,
                        verbose_name="how it came",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="who asks")),
                ("reached_by", models.CharField(blank=True, max_length=254, verbose_name="how to answer them")),
                ("words", models.TextField(blank=True, max_length=8000, verbose_name="in their words")),
                (
                    "language",
                    models.CharField(choices=[("en-gb", "English"), ("cy", "Cymraeg")], default="en-gb", max_length=8),
                ),
                ("received_on", models.DateField(verbose_name="received on")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("identity_how", models.CharField(blank=True, max_length=500, verbose_name="how we know it is them")),
                ("identity_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                ("extended_on", models.DateField(blank=True, null=True, verbose_name="told of the longer time on")),
                ("extension_reason", models.CharField(blank=True, max_length=500, verbose_name="why it takes longer")),
                ("answer_by", models.DateField(db_index=True)),
                ("aim_by", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "done"),
                            ("partly", "done in part"),
                            ("refused", "refused, with the reason and whom they may turn to"),
                        ],
                        max_length=8,
                        verbose_name="what came of it",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=8000, verbose_name="what they were told")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "extended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who does it",
                    ),
                ),
                (
                    "identity_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["answer_by", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("identity_by", None), ("identity_how", ""), ("identity_on", None)),
                            models.Q(
                                ("identity_by__isnull", False),
                                ("identity_on__isnull", False),
                                models.Q(("identity_how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="identity_is_checked_somehow_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("extended_by", None), ("extended_on", None), ("extension_reason", "")),
                            models.Q(
                                ("extended_by__isnull", False),
                                ("extended_on__isnull", False),
                                models.Q(("extension_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_longer_time_is_told_with_its_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_by", None), ("answered_on", None), ("outcome", "")),
                            models.Q(
                                ("answered_by__isnull", False),
                                ("answered_on__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="request_is_answered_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_by", None), ("closed_on", None)),
                            models.Q(
                                ("answered_on__isnull", False),
                                ("closed_by__isnull", False),
                                ("closed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="request_is_closed_by_somebody_once_answered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PrivacyNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(unique=True, verbose_name="version")),
                ("words_en", models.TextField(max_length=20000, verbose_name="in English")),
                ("words_cy", models.TextField(max_length=20000, verbose_name="in Welsh")),
                ("valid_from", models.DateField(verbose_name="in force from")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="OpenInvitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("purpose", models.CharField(max_length=120, verbose_name="what it is for")),
                ("expires_at", models.DateTimeField(verbose_name="until")),
                (
                    "places",
                    models.PositiveSmallIntegerField(
                        default=50,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="how many may come in by it",
                    ),
                ),
                ("came", models.PositiveIntegerField(default=0, editable=False)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
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
                    "revoked_by",
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
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at", None), ("revoked_by", None)),
                            models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_invitation_is_revoked_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("made_at"))),
                        name="an_invitation_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Protection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "safe_contact_note",
                    models.CharField(blank=True, max_length=500, verbose_name="how to reach them safely"),
                ),
                (
                    "safe_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="an e-mail address that only they read"),
                ),
                ("placed_at", models.DateTimeField()),
                ("confirm_by", models.DateTimeField(db_index=True)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
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
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["confirm_by", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)), fields=("person",), name="one_protection_of_a_person"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(("confirmed_at__isnull", False), ("confirmed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="protection_confirmed_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at", None), ("lifted_by", None)),
                            models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="protection_lifted_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("about_words", models.CharField(max_length=200, verbose_name="who is it about?")),
                ("seen", models.TextField(max_length=4000, verbose_name="what did you see or hear?")),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("1_danger", "Somebody is in danger now"),
                            ("2_today", "It should be looked at today"),
                            ("3_soon", "It can wait a few days"),
                        ],
                        max_length=8,
                        verbose_name="how urgent is it?",
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="AccessPack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("language", models.CharField(blank=True, max_length=8)),
                ("count", models.PositiveIntegerField(blank=True, null=True)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("failed_at", models.DateTimeField(blank=True, null=True)),
                ("forgotten_at", models.DateTimeField(blank=True, null=True)),
                ("token_hash", models.CharField(blank=True, max_length=64)),
                ("sent_to", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("handed_on", models.DateField(blank=True, null=True, verbose_name="handed over on")),
                ("handed_how", models.CharField(blank=True, max_length=300, verbose_name="how it was handed over")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "handed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.rightsrequest"
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("token_hash", ""), _negated=True),
                        fields=("token_hash",),
                        name="one_pack_of_a_link",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("made_at", None), ("failed_at", None), _connector="OR"),
                        name="access_pack_is_made_or_failed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handed_by", None), ("handed_how", ""), ("handed_on", None)),
                            models.Q(
                                ("handed_by__isnull", False),
                                ("handed_on__isnull", False),
                                models.Q(("handed_how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="access_pack_is_handed_over_somehow_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Breach",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("what", models.TextField(max_length=4000, verbose_name="what happened")),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="when it happened")),
                ("known_at", models.DateTimeField(verbose_name="when we came to know")),
                ("whose", models.CharField(max_length=500, verbose_name="whose data, and what kinds of it")),
                (
                    "number",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="how many people, as far as known"),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("unknown", "not known yet"),
                            ("unlikely", "harm to anybody is unlikely"),
                            ("risk", "somebody may come to harm: the regulator must be told"),
                            ("high", "somebody may well come to harm: they must be told too"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="what it may do to them",
                    ),
                ),
                ("tell_by", models.DateTimeField(db_index=True)),
                (
                    "regulator_told_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="when the regulator was told"),
                ),
                (
                    "regulator_reference",
                    models.CharField(blank=True, max_length=60, verbose_name="the regulator's reference"),
                ),
                (
                    "not_told_because",
                    models.CharField(blank=True, max_length=500, verbose_name="why the regulator is not told"),
                ),
                ("people_told_at", models.DateTimeField(blank=True, null=True, verbose_name="when they were told")),
                ("people_told_how", models.CharField(blank=True, max_length=300, verbose_name="how they were told")),
                ("made_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
            ],
            options={
                "verbose_name_plural": "breaches",
                "ordering": ["-known_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="breach_is_closed_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("regulator_told_at", None), ("not_told_because", ""), _connector="OR"),
                        name="regulator_is_told_or_not",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at", None),
                            ("regulator_told_at__isnull", False),
                            models.Q(("not_told_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="breach_is_not_closed_before_it_is_told",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "audience",
                    models.CharField(
                        choices=[("group", "the group's own people"), ("everybody", "everybody who signs in")],
                        default="group",
                        max_length=9,
                        verbose_name="who may open it",
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["title", "id"],
            },
        ),
        migrations.CreateModel(
            name="GroupPassing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("closes_on", models.DateField(verbose_name="on which day it closes")),
                ("why", models.CharField(max_length=500, verbose_name="why, in words its people may read")),
                ("begun_at", models.DateTimeField()),
                ("called_off_at", models.DateTimeField(blank=True, null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "called_off_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.group"),
                ),
                (
                    "into",
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
                "ordering": ["-begun_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("called_off_at", None)),
                        fields=("group",),
                        name="one_standing_passing_of_a_group",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("into", models.F("group")), _negated=True), name="a_group_passes_to_another"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("called_off_at", None), ("called_off_by", None)),
                            models.Q(("called_off_at__isnull", False), ("called_off_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="passing_called_off_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandingOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("begun_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("called_off_at", models.DateTimeField(blank=True, null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.group",
                        verbose_name="group",
                    ),
                ),
                (
                    "introducer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="who is leaving",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "handings over",
                "ordering": ["-begun_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("called_off_at", None), ("ended_at", None)),
                        fields=("person", "group"),
                        name="one_handing_over_under_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="handing_over_ended_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ended_at", None), ("called_off_at", None), _connector="OR"),
                        name="handing_over_ends_in_one_way",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MemberBody",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                (
                    "seats",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="seats",
                    ),
                ),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="since")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.group",
                        verbose_name="group",
                    ),
                ),
                (
                    "coalition",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "member bodies",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body__isnull", False), ("name", "")),
                            models.Q(("body", None), models.Q(("name", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_body_is_a_group_or_a_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("body", models.F("coalition")), _negated=True),
                        name="a_coalition_is_no_body_of_itself",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("left_on", None)), fields=("coalition", "body"), name="a_body_belongs_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("left_on", None), models.Q(("name", ""), _negated=True)),
                        fields=("coalition", "name"),
                        name="a_named_body_belongs_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("seats__gte", 1), ("seats__lte", 50)), name="a_body_has_a_seat"
                    ),
                ],
            },
        ),
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
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="whose it is",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="with",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_on", None)),
                        fields=["person", "due_on"],
                        name="steps_with_somebody",
                    ),
                    models.Index(
                        condition=models.Q(("settled_on", None)), fields=["owner", "due_on"], name="steps_of_somebody"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("settled_on", None)),
                            models.Q(("settled_on__isnull", False), models.Q(("outcome", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_step_is_settled_somehow",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HandedOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("decided_at", models.DateTimeField()),
                ("notes_wait_until", models.DateField(blank=True, null=True)),
                (
                    "notes_fate",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("passed_on", "passed on, as they wished"),
                            ("destroyed", "destroyed, as they wished"),
                            ("unanswered", "destroyed, as nobody said otherwise in time"),
                        ],
                        max_length=10,
                    ),
                ),
                ("notes_settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "next_contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "notes_settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "handing_over",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.handingover"
                    ),
                ),
                (
                    "introduction",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.nextstep",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "handed over",
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("notes_fate", ""), ("notes_wait_until__isnull", False)),
                        fields=["notes_wait_until"],
                        name="notes_that_wait",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("handing_over", "person"), name="each_is_handed_over_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("notes_fate", ""), ("notes_settled_at", None), ("notes_settled_by", None)),
                            models.Q(
                                models.Q(("notes_fate", ""), _negated=True),
                                ("notes_settled_at__isnull", False),
                                ("notes_settled_by__isnull", False),
                                ("notes_wait_until__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="notes_are_settled_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("supporter", "supporter"),
                            ("member", "member"),
                            ("committee", "committee"),
                            ("welcomer", "welcomer"),
                            ("coach", "coach"),
                            ("other", "an office of its own name"),
                            ("chair", "chair"),
                            ("secretary", "secretary"),
                            ("treasurer", "treasurer"),
                            ("leader", "leader"),
                            ("organiser", "organiser"),
                        ],
                        default="supporter",
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("unit", models.CharField(blank=True, max_length=80, verbose_name="workplace or unit")),
                ("words", models.CharField(blank=True, max_length=60, verbose_name="what the group calls it")),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to="people.person"
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "came_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.openinvitation",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["group", "person"], name="members_of_a_group")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("person", "group", "role", "words"),
                        name="one_open_membership_in_a_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "other"), models.Q(("words", ""), _negated=True)),
                            models.Q(models.Q(("role", "other"), _negated=True), ("words", "")),
                            _connector="OR",
                        ),
                        name="only_an_own_office_has_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("started_on", None),
                            ("ended_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="membership_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnField",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("text", "a few words"),
                            ("choice", "a choice of several"),
                            ("yes_no", "yes or no"),
                            ("date", "a day"),
                            ("number", "a number"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="in English")),
                ("name_cy", models.CharField(blank=True, max_length=60, verbose_name="in Welsh")),
                ("folded", models.CharField(editable=False, max_length=70)),
                ("help", models.CharField(blank=True, max_length=200, verbose_name="help in English")),
                ("help_cy", models.CharField(blank=True, max_length=200, verbose_name="help in Welsh")),
                ("choices", models.JSONField(blank=True, default=list)),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("group", "organisers of the person's groups"),
                            ("whole", "those who answer for the whole movement"),
                        ],
                        default="group",
                        max_length=8,
                        verbose_name="who sees and fills it in",
                    ),
                ),
                (
                    "holds",
                    models.CharField(
                        choices=[
                            ("contact", "how to reach somebody"),
                            ("special", "special category: belief, health, politics, origin, sexuality, union"),
                            ("content", "something they told us"),
                            ("operational", "something we need for the work"),
                        ],
                        max_length=12,
                        verbose_name="what it tells of somebody",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("made_at", models.DateTimeField(verbose_name="since")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                (
                    "allowed_because",
                    models.CharField(blank=True, max_length=500, verbose_name="why it is kept all the same"),
                ),
                ("allowed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "allowed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("folded",), name="one_own_field_of_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="own_field_ended_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("allowed_at", None), ("allowed_because", ""), ("allowed_by", None)),
                            models.Q(
                                models.Q(("allowed_because", ""), _negated=True),
                                ("allowed_at__isnull", False),
                                ("allowed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="own_field_allowed_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonMerge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("other_uid", models.UUIDField()),
                ("name", models.CharField(blank=True, max_length=210)),
                ("at", models.DateTimeField(verbose_name="when")),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "undone_by",
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
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at", None), ("undone_by", None)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="merge_undone_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Complaint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("data", "how we use information about me"), ("other", "something else")],
                        max_length=8,
                        verbose_name="what is it about?",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="your name")),
                ("email", models.EmailField(max_length=254, verbose_name="your e-mail")),
                (
                    "words",
                    models.TextField(max_length=8000, verbose_name="what went wrong, and what should we put right?"),
                ),
                ("language", models.CharField(choices=[("en-gb", "English"), ("cy", "Cymraeg")], max_length=8)),
                ("made_at", models.DateTimeField()),
                ("acknowledge_by", models.DateField()),
                ("answer_by", models.DateField()),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.privacynotice"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("member", "member"),
                            ("leader", "leader"),
                            ("organiser", "organiser"),
                            ("editor", "editor"),
                            ("treasurer", "treasurer"),
                            ("data_protection", "data protection"),
                            ("safeguarding", "safeguarding lead"),
                            ("admin", "admin"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("invited_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "protection",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.protection",
                    ),
                ),
            ],
            options={
                "ordering": ["-invited_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("accepted_at", None)),
                        fields=("email", "group", "role", "invited_by"),
                        name="one_waiting_invitation_alike",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("protection", None), ("accepted_at", None), _connector="OR"),
                        name="invitation_of_somebody_kept_safe_waits",
                    ),
                ],
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
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="who",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("ended_on"), descending=True, nulls_first=True), "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("person", "other", "kind", "group"),
                        name="one_open_relationship_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("other")), _negated=True),
                        name="relationship_of_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("since", None), ("ended_on__gte", models.F("since")), _connector="OR"
                        ),
                        name="relationship_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("kind", models.CharField(max_length=20, verbose_name="what it holds")),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                ("fingerprint", models.CharField(db_index=True, max_length=64)),
                ("layout", models.JSONField(default=dict)),
                ("details", models.JSONField(default=dict)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("length", models.PositiveIntegerField(default=0)),
                ("written_to", models.PositiveIntegerField(default=0)),
                ("finished_to", models.PositiveIntegerField(default=0)),
                ("counts", models.JSONField(default=dict)),
                ("made", models.JSONField(default=list)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("undo_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("forgotten_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_at", None), models.Q(("confirmed_at", None), _negated=True), _connector="OR"
                        ),
                        name="import_done_once_confirmed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("undone_at", None), models.Q(("undo_at", None), _negated=True), _connector="OR"
                        ),
                        name="import_undone_once_begun",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=60, verbose_name="tag")),
                ("folded", models.CharField(editable=False, max_length=70)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
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
                "ordering": ["folded", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("group", "folded"), name="one_tag_of_a_name_in_a_group")
                ],
            },
        ),
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(editable=False, max_length=210, unique=True)),
                ("backwards", models.CharField(db_index=True, editable=False, max_length=210)),
            ],
        ),
        migrations.CreateModel(
            name="BreachStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(max_length=2000, verbose_name="what was done")),
                ("at", models.DateTimeField()),
                (
                    "breach",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.breach"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Findable",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="people.person",
                    ),
                ),
                ("text", models.TextField(editable=False)),
            ],
        ),
        migrations.CreateModel(
            name="BirthBand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "band",
                    models.CharField(
                        choices=[("1_under_13", "under 13"), ("2_13_to_17", "13 to 17"), ("3_adult", "18 or older")],
                        max_length=12,
                        verbose_name="age",
                    ),
                ),
                ("told_on", models.DateField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Engagement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("occasion", models.BigIntegerField(blank=True, null=True)),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("group", "the group and those above it"),
                            ("team", "this very group's leaders and organisers"),
                            ("private", "whoever wrote it"),
                        ],
                        default="group",
                        max_length=8,
                    ),
                ),
                ("source_type", models.CharField(max_length=60)),
                ("source_id", models.BigIntegerField()),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        db_index=False,
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [
                    models.Index(fields=["person", "-at"], name="ledger_of_a_person"),
                    models.Index(
                        condition=models.Q(("leader__isnull", False), ("other__isnull", False), _connector="OR"),
                        fields=["person", "-at"],
                        name="ledger_of_two_people",
                    ),
                    models.Index(
                        condition=models.Q(("occasion__isnull", False)),
                        fields=["occasion", "person"],
                        name="who_came_together",
                    ),
                    models.Index(fields=["leader", "person"], name="people_a_leader_knows"),
                    models.Index(fields=["group", "kind", "at"], name="ledger_of_a_group"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source_type", "source_id", "kind", "person"), name="one_row_for_what_a_person_did"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChartPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("kind", models.CharField(choices=[("street", "street"), ("unit", "workplace or unit")], max_length=6)),
                ("row", models.CharField(max_length=120, verbose_name="street, workplace or unit")),
                ("name", models.CharField(blank=True, max_length=60, verbose_name="door or place")),
                ("folded_row", models.CharField(editable=False, max_length=130)),
                ("folded_name", models.CharField(blank=True, editable=False, max_length=70)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("taken_off_at", models.DateTimeField(blank=True, null=True)),
                (
                    "typed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
            ],
            options={
                "ordering": ["folded_row", "folded_name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_off_at", None)),
                        fields=("group", "kind", "folded_row", "folded_name"),
                        name="one_place_of_a_name_on_a_chart",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("member", "member"),
                            ("leader", "leader"),
                            ("organiser", "organiser"),
                            ("editor", "editor"),
                            ("treasurer", "treasurer"),
                            ("data_protection", "data protection"),
                            ("safeguarding", "safeguarding lead"),
                            ("admin", "admin"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="roles", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("account", "group", "role"),
                        name="one_open_role_in_a_group",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("number", models.PositiveIntegerField()),
                ("file_name", models.CharField(max_length=200)),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("docx", "Word (.docx)"),
                            ("xlsx", "Excel (.xlsx)"),
                            ("pptx", "PowerPoint (.pptx)"),
                            ("odt", "OpenDocument text (.odt)"),
                            ("ods", "OpenDocument sheet (.ods)"),
                            ("odp", "OpenDocument slides (.odp)"),
                            ("txt", "plain text (.txt)"),
                            ("csv", "CSV"),
                            ("png", "picture (.png)"),
                            ("jpg", "picture (.jpg)"),
                        ],
                        max_length=4,
                    ),
                ),
                ("size", models.PositiveIntegerField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="what is new in it")),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.groupdocument"
                    ),
                ),
            ],
            options={
                "ordering": ["document", "-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("document", "number"), name="one_version_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="version_withdrawn_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupMerge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("moved", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "gone",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("gone", models.F("kept")), _negated=True), name="group_merge_of_two_groups"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupOrigin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="in words")),
                ("source_type", models.CharField(blank=True, max_length=60)),
                ("source_id", models.BigIntegerField(blank=True, null=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.group",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.group"),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source_id", None), ("source_type", "")),
                            models.Q(models.Q(("source_type", ""), _negated=True), ("source_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_origin_has_a_whole_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("words", ""), _negated=True),
                            ("earlier__isnull", False),
                            ("source_id__isnull", False),
                            _connector="OR",
                        ),
                        name="an_origin_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupPurpose",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.CharField(max_length=300, verbose_name="what we are here for")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.group"),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["group", "-at"], name="purposes_of_a_group")],
            },
        ),
        migrations.CreateModel(
            name="GroupStage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("forming", "forming: people began to meet"),
                            ("named", "named: it has a name of its own"),
                            ("formal", "formal: it has officers and rules"),
                        ],
                        max_length=8,
                        verbose_name="step",
                    ),
                ),
                ("on", models.DateField(verbose_name="on which day")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.group"),
                ),
            ],
            options={
                "ordering": ["on", "id"],
                "constraints": [models.UniqueConstraint(fields=("group", "stage"), name="a_group_is_in_a_stage_once")],
            },
        ),
        migrations.CreateModel(
            name="GroupSupporter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="how they helped")),
                ("at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.group",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.group"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body", None), ("person__isnull", False)),
                            models.Q(("body__isnull", False), ("person", None)),
                            _connector="OR",
                        ),
                        name="a_supporter_is_a_person_or_a_body",
                    ),
                    models.UniqueConstraint(fields=("group", "person"), name="a_person_supports_a_group_once"),
                    models.UniqueConstraint(fields=("group", "body"), name="a_body_supports_a_group_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Imprint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("promoter_name", models.CharField(max_length=160, verbose_name="name of the promoter")),
                ("promoter_address", models.TextField(max_length=400, verbose_name="address of the promoter")),
                ("on_behalf_of", models.CharField(blank=True, max_length=160, verbose_name="published on behalf of")),
                ("valid_from", models.DateField(verbose_name="from")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-valid_from", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Leaving",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("on", models.DateField(verbose_name="on")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("own_page", "on their own page"),
                            ("letter", "by the link in a letter"),
                            ("told", "told somebody of the group"),
                        ],
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="why, if they like to say")),
                ("made_at", models.DateTimeField()),
                ("back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "by",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("back_at", None)),
                        fields=("person", "group"),
                        name="one_standing_leaving_of_a_group",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("back_at", None), ("back_by", None)),
                            models.Q(("back_at__isnull", False), ("back_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="who_is_back_was_let_in_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeavingLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("spent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.group"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delegate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("words", models.CharField(blank=True, max_length=60, verbose_name="what they do there")),
                ("started_on", models.DateField(verbose_name="since")),
                ("due_to_end_on", models.DateField(blank=True, null=True, verbose_name="term ends")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("agreed_on", models.DateField(blank=True, null=True, verbose_name="agreed to be named")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "member_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.memberbody"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("member_body", "person"),
                        name="one_seat_of_a_body_for_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"),
                            models.Q(
                                ("due_to_end_on", None), ("due_to_end_on__gte", models.F("started_on")), _connector="OR"
                            ),
                        ),
                        name="a_term_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Movement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("run_by", models.CharField(max_length=200, verbose_name="who runs it")),
                (
                    "data_protection_contact",
                    models.EmailField(max_length=254, verbose_name="contact for data protection"),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en-gb", "English"), ("cy", "Cymraeg")],
                        default="en-gb",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                ("started_on", models.DateField(auto_now_add=True)),
                (
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("private", "only me"),
                            ("team", "the organisers of this group"),
                            ("group", "the leaders and organisers of this group"),
                        ],
                        default="private",
                        max_length=8,
                        verbose_name="who may read it",
                    ),
                ),
                ("about_them", models.TextField(blank=True, max_length=4000, verbose_name="about them")),
                ("about_others", models.TextField(blank=True, max_length=4000, verbose_name="about other people")),
                ("reflection", models.TextField(blank=True, max_length=4000, verbose_name="my own thoughts")),
                ("at", models.DateTimeField(verbose_name="when")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "sealed_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.handedover",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["person", "-at"], name="notes_about_a_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("about_others", ""), ("about_them", ""), ("reflection", ""), _negated=True),
                        name="note_says_something",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OutsideIdentity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=20, verbose_name="which tool")),
                ("value", models.CharField(max_length=100)),
                ("kept_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "number in another tool",
                "ordering": ["person", "source", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("source", "value"), name="one_person_of_a_tools_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("value", ""), _negated=True), models.Q(("source", ""), _negated=True)
                        ),
                        name="a_tools_number_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnDataLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254)),
                ("token_hash", models.CharField(blank=True, max_length=64)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("token_hash", ""), _negated=True),
                        fields=("token_hash",),
                        name="one_own_data_link_of_a_secret",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnValue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("value", models.CharField(max_length=500)),
                ("set_at", models.DateTimeField()),
                (
                    "field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        related_query_name="value_row",
                        to="people.ownfield",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["person", "field", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "field", "value"), name="one_own_value_said_once"),
                    models.CheckConstraint(
                        condition=models.Q(("value", ""), _negated=True), name="own_value_says_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PackOpening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.CharField(max_length=8)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.accesspack"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="PassingAsking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("along", "goes along to the other group"),
                            ("movement", "stays with the movement only"),
                            ("leave", "leaves"),
                        ],
                        max_length=8,
                        verbose_name="answer",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="in their words")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "passing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.grouppassing"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "recorded_by",
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
                "ordering": ["person__sort_name", "id"],
                "indexes": [
                    models.Index(condition=models.Q(("answer", "")), fields=["person"], name="askings_of_somebody")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("passing", "person"), name="a_person_is_asked_once_of_a_passing"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("recorded_by", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("recorded_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_was_recorded_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PeopleChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("what", models.CharField(max_length=40)),
                ("values", models.JSONField(default=dict)),
                ("asked_for", models.CharField(blank=True, max_length=1000, verbose_name="which people")),
                ("picked", models.JSONField(default=list)),
                ("requested_at", models.DateTimeField(db_index=True)),
                ("language", models.CharField(blank=True, max_length=8)),
                ("last_id", models.BigIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0, verbose_name="how many")),
                ("left_out", models.PositiveIntegerField(default=0, verbose_name="how many were left out")),
                ("refused", models.JSONField(default=list)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("forgotten_at", models.DateTimeField(blank=True, null=True)),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-requested_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("problem", ""), ("finished_at__isnull", False), _connector="OR"),
                        name="a_change_stops_when_it_ends",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PeopleExport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("csv", "CSV, with Action Network's column names"),
                            ("xlsx", "Excel (.xlsx)"),
                            ("vcard", "vCard, for address books"),
                            ("json", "JSON"),
                            ("labels", "Address labels (PDF)"),
                            ("letters", "Letters (PDF)"),
                            ("calls", "Call list"),
                        ],
                        max_length=8,
                        verbose_name="as",
                    ),
                ),
                ("purpose", models.CharField(max_length=300, verbose_name="what for")),
                (
                    "recipient",
                    models.CharField(blank=True, max_length=200, verbose_name="who receives it outside the movement"),
                ),
                ("asked_for", models.CharField(blank=True, max_length=1000, verbose_name="which people")),
                ("picked", models.JSONField(default=list)),
                ("chosen", models.JSONField(default=list)),
                ("letter", models.TextField(blank=True, verbose_name="the letter")),
                ("with_died", models.BooleanField(default=False, verbose_name="with those who died")),
                ("with_young", models.BooleanField(default=False, verbose_name="with those under 18")),
                ("requested_at", models.DateTimeField(db_index=True)),
                ("language", models.CharField(blank=True, max_length=8)),
                ("count", models.PositiveIntegerField(blank=True, null=True, verbose_name="how many")),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("failed_at", models.DateTimeField(blank=True, null=True)),
                ("forgotten_at", models.DateTimeField(blank=True, null=True)),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-requested_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("purpose", ""), _negated=True), name="export_has_a_purpose"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("count", None), ("made_at", None)),
                            models.Q(("count__isnull", False), ("made_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="export_is_made_with_its_count",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("made_at", None), ("failed_at", None), _connector="OR"),
                        name="export_is_made_or_failed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answers_to", models.UUIDField(unique=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PersonContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("since", models.DateField(verbose_name="since")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="who stays in touch",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-since", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_on", None)), fields=["contact", "person"], name="people_of_a_contact"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("person", "group"),
                        name="one_open_contact_in_a_group",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("contact")), _negated=True),
                        name="nobody_is_their_own_contact",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("since")), _connector="OR"),
                        name="contact_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonEmail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("folded", models.CharField(db_index=True, editable=False, max_length=254)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="emails",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "folded"), name="one_row_for_an_email_of_a_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="MergeTrace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("table", models.CharField(max_length=80)),
                ("ids", models.JSONField(default=list)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                (
                    "merge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.personmerge"
                    ),
                ),
            ],
            options={
                "ordering": ["merge", "position"],
                "constraints": [models.UniqueConstraint(fields=("merge", "position"), name="one_trace_at_a_position")],
            },
        ),
        migrations.CreateModel(
            name="PersonPhone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(db_index=True, max_length=16, verbose_name="phone")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("tps_seen_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="phones",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "number"), name="one_row_for_a_phone_of_a_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="JoinRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("given_name", models.CharField(blank=True, max_length=100)),
                ("family_name", models.CharField(blank=True, max_length=100)),
                ("folded", models.CharField(blank=True, max_length=400)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("phone", models.CharField(blank=True, max_length=16)),
                ("postcode", models.CharField(blank=True, max_length=8)),
                ("agreed", models.JSONField(default=dict)),
                ("words", models.CharField(blank=True, max_length=500)),
                ("language", models.CharField(choices=[("en-gb", "English"), ("cy", "Cymraeg")], max_length=8)),
                ("made_at", models.DateTimeField()),
                ("answer_by", models.DateField(verbose_name="answer by")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True, choices=[("yes", "yes"), ("no", "no")], max_length=3, verbose_name="answer"
                    ),
                ),
                ("answer_words", models.CharField(blank=True, max_length=500, verbose_name="a sentence with it")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "came_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.membership",
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.openinvitation",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.privacynotice"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None)),
                        fields=("group", "person"),
                        name="one_open_request_of_a_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None), models.Q(("folded", ""), _negated=True)),
                        fields=("group", "folded"),
                        name="one_open_request_in_the_same_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_request_is_answered_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="your name")),
                ("email", models.EmailField(max_length=254, verbose_name="your e-mail")),
                ("words", models.TextField(max_length=4000, verbose_name="your message")),
                ("language", models.CharField(choices=[("en-gb", "English"), ("cy", "Cymraeg")], max_length=8)),
                ("made_at", models.DateTimeField(db_index=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.privacynotice"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None)),
                            models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_message_is_answered_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProtectedLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("door", models.CharField(max_length=60)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "protection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.protection"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ReferralStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("received", "received"), ("taken_up", "taken up"), ("closed", "closed")],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="what was done")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.referral"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("referral", "state"), name="a_referral_is_in_a_state_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="RelationshipCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("was_turned", models.BooleanField(default=False)),
                ("evidence", models.CharField(max_length=500, verbose_name="how do we know?")),
                ("since", models.DateField(blank=True, null=True, verbose_name="since")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "relationship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.relationship"
                    ),
                ),
            ],
            options={
                "ordering": ["relationship", "-id"],
            },
        ),
        migrations.CreateModel(
            name="RetentionCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("rule", models.CharField(max_length=40)),
                ("since", models.DateField()),
                ("found_at", models.DateTimeField()),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("keep", "keep it on"), ("erase", "erase it"), ("ask", "ask them")],
                        max_length=5,
                        verbose_name="what is to happen",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("keep_until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["since", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("decided_at", None)), fields=["since", "id"], name="cases_to_decide"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at", None)),
                        fields=("rule", "person"),
                        name="one_waiting_case_of_a_rule",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("decision", "")),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="case_is_decided_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", "keep"), _negated=True),
                            models.Q(("keep_until__isnull", False), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="kept_on_with_a_reason_until_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Restriction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("placed_at", models.DateTimeField()),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="when were they told that it ends?")),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.rightsrequest"
                    ),
                ),
            ],
            options={
                "ordering": ["placed_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)), fields=("person",), name="one_restriction_of_a_person"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at", None), ("lifted_by", None), ("told_on", None)),
                            models.Q(
                                ("lifted_at__isnull", False), ("lifted_by__isnull", False), ("told_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="restriction_lifted_by_somebody_once_told",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RequestPause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("identity", "who they are"), ("meaning", "what they mean")],
                        max_length=8,
                        verbose_name="what we must know",
                    ),
                ),
                ("words", models.CharField(max_length=500, verbose_name="what we asked them")),
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.rightsrequest"
                    ),
                ),
            ],
            options={
                "ordering": ["asked_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None), ("answered_on__gte", models.F("asked_on")), _connector="OR"
                        ),
                        name="what_we_asked_is_answered_after",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answered_on", None)),
                        fields=("request", "kind"),
                        name="one_open_question_of_a_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PackDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.CharField(max_length=80)),
                ("fingerprint", models.CharField(max_length=64)),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("include", "give it as it is"),
                            ("redact", "give it in other words"),
                            ("withhold", "hold it back"),
                        ],
                        max_length=8,
                        verbose_name="what they are given",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=8000, verbose_name="the words they are given")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="why it is held back")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.rightsrequest"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("request", "entry"), name="one_decision_about_an_entry"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("choice", "include"), ("reason", ""), ("words", "")),
                            models.Q(("choice", "redact"), ("reason", ""), models.Q(("words", ""), _negated=True)),
                            models.Q(("choice", "withhold"), ("words", ""), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="decision_says_what_it_must",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("asked", "they asked for it"),
                            ("kept_long", "it has been kept long enough"),
                            ("mistake", "it should not have been written down"),
                        ],
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
                ("ticked", models.JSONField(default=list)),
                ("decided_at", models.DateTimeField()),
                ("batch", models.UUIDField(blank=True, db_index=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="erased")),
                ("told", models.JSONField(default=dict)),
                ("files", models.JSONField(default=list)),
                ("swept_at", models.DateTimeField(blank=True, null=True)),
                ("letter_to", models.EmailField(blank=True, max_length=254, verbose_name="send the answer to")),
                ("letter_name", models.CharField(blank=True, max_length=210)),
                ("mailed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.rightsrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["-decided_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("swept_at", None), ("done_at__isnull", False), _connector="OR"),
                        name="files_go_once_erased",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("swept_at", None), ("files", []), _connector="OR"),
                        name="swept_keeps_no_names_of_files",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("title", "title"),
                            ("given_name", "first name"),
                            ("family_name", "last name"),
                            ("known_as", "known as"),
                            ("emails", "e-mail"),
                            ("phones", "phone"),
                            ("address", "address"),
                            ("met_on", "first met on"),
                            ("source", "how we met"),
                        ],
                        max_length=16,
                        verbose_name="what",
                    ),
                ),
                ("before", models.CharField(blank=True, max_length=1000, verbose_name="what it said")),
                ("after", models.CharField(blank=True, max_length=1000, verbose_name="what it says now")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.rightsrequest"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("before", models.F("after")), _negated=True), name="a_correction_corrects"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SafetyNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pressed", "Pressed"),
                            ("overdue", "Overdue"),
                            ("referred", "Referred"),
                            ("leaving", "Leaving"),
                        ],
                        max_length=8,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "protection",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.protection"
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.referral"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("referral", None)),
                        fields=("kind", "protection"),
                        name="one_notice_of_a_protection",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("protection", None)),
                        fields=("kind", "referral"),
                        name="one_notice_of_a_referral",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("protection", None), ("referral__isnull", False)),
                            models.Q(("protection__isnull", False), ("referral", None)),
                            _connector="OR",
                        ),
                        name="notice_is_of_one_case",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("address", models.CharField(max_length=1000)),
                ("made_at", models.DateTimeField()),
                ("shared_at", models.DateTimeField(blank=True, null=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
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
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("removed_at", None)), fields=["owner"], name="filters_of_an_account"
                    ),
                    models.Index(
                        condition=models.Q(("removed_at", None), ("shared_at__isnull", False)),
                        fields=["group"],
                        name="filters_of_a_group",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="saved_filter_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("address", ""), _negated=True), name="saved_filter_filters"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("cells", models.JSONField(default=list)),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("created", "new person"),
                            ("matched", "known already"),
                            ("repeat", "further up"),
                            ("suppress", "not to be written to"),
                            ("nobody", "nobody named"),
                            ("refused", "not taken"),
                        ],
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "doubt",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("household", "the same e-mail or phone, but another name"),
                            ("two_people", "the e-mail is one person's, the phone another's"),
                            ("same_name", "the same name, and too little else to tell"),
                            ("same_home", "the same name and postcode, but another e-mail"),
                            ("several", "more than one person fits"),
                        ],
                        max_length=10,
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=300)),
                ("left_open", models.CharField(blank=True, max_length=300)),
                ("written", models.JSONField(default=list)),
                (
                    "answer",
                    models.CharField(
                        blank=True, choices=[("same", "the same person"), ("other", "someone else")], max_length=5
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "candidate",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.person"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.person"
                    ),
                ),
                (
                    "sheet_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.sheetimport"
                    ),
                ),
            ],
            options={
                "ordering": ["sheet_import", "number"],
                "indexes": [models.Index(fields=["person"], name="import_rows_of_a_person")],
                "constraints": [
                    models.UniqueConstraint(fields=("sheet_import", "number"), name="one_row_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="review_answered_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fate", "refused"), ("reason", ""), _negated=True),
                        name="refused_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignInLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("spent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.invitation",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SignUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("given_name", models.CharField(max_length=100)),
                ("family_name", models.CharField(blank=True, max_length=100)),
                ("email", models.EmailField(max_length=254)),
                ("phone", models.CharField(blank=True, max_length=16)),
                ("postcode", models.CharField(blank=True, max_length=8)),
                ("agreed", models.JSONField(default=dict)),
                ("language", models.CharField(choices=[("en-gb", "English"), ("cy", "Cymraeg")], max_length=8)),
                ("token_hash", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("words", models.CharField(blank=True, max_length=500)),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.group",
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.openinvitation",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.privacynotice"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("group", None), ("invitation", None), _connector="OR"),
                        name="a_sign_up_asks_a_group_or_follows_an_invitation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SiteNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("info", "to know"), ("urgent", "urgent")],
                        default="info",
                        max_length=8,
                        verbose_name="how urgent",
                    ),
                ),
                ("words_en", models.CharField(max_length=240, verbose_name="in English")),
                ("words_cy", models.CharField(max_length=240, verbose_name="in Welsh")),
                ("from_day", models.DateField(verbose_name="from")),
                ("until_day", models.DateField(verbose_name="until and with")),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-from_day", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_day__gte", models.F("from_day"))),
                        name="a_notice_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Suppression",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "e-mail"),
                            ("text", "text message"),
                            ("phone", "phone call"),
                            ("post", "post"),
                            ("door", "knocking at the door"),
                        ],
                        max_length=8,
                        verbose_name="by which way",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("news", "news, campaigns and events"),
                            ("money", "appeals for money"),
                            ("service", "what they are down for themselves"),
                            ("all", "anything at all"),
                        ],
                        max_length=8,
                        verbose_name="for what",
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("key_mark", models.CharField(blank=True, default="", max_length=8)),
                ("at", models.DateTimeField(verbose_name="when")),
                ("source", models.CharField(max_length=200, verbose_name="where it is written")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("digest", "channel", "purpose"), name="one_suppression_of_a_way_to_somebody"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tagging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.tag"),
                ),
            ],
            options={
                "ordering": ["tag__folded", "id"],
                "indexes": [models.Index(fields=["tag", "person"], name="people_of_a_tag")],
                "constraints": [models.UniqueConstraint(fields=("person", "tag"), name="a_tag_once_on_a_person")],
            },
        ),
        migrations.CreateModel(
            name="Welcome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("due_on", models.DateField(verbose_name="by")),
                ("made_at", models.DateTimeField()),
                ("welcomed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.privacynotice"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "welcomed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "welcomer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="welcomer",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "indexes": [
                    models.Index(condition=models.Q(("welcomed_at", None)), fields=["due_on"], name="welcomes_to_give")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("welcomed_at", None)),
                        fields=("person", "group"),
                        name="one_open_welcome_in_a_group",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("welcomed_at", None), ("welcomed_by", None)),
                            models.Q(("welcomed_at__isnull", False), ("welcomed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_welcome_is_given_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WhoPays",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words_en", models.TextField(max_length=8000, verbose_name="in English")),
                ("words_cy", models.TextField(max_length=8000, verbose_name="in Welsh")),
                ("valid_from", models.DateField(verbose_name="from")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-valid_from", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ComplaintStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("acknowledged", "acknowledged"),
                            ("looked_into", "being looked into"),
                            ("answered", "answered"),
                        ],
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("words", models.TextField(blank=True, max_length=8000, verbose_name="what was done, or the answer")),
                ("mailed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.complaint"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("complaint", "state"), name="a_complaint_is_in_a_state_once"),
                    models.CheckConstraint(
                        condition=models.Q(("mailed_at", None), ("state", "answered"), _connector="OR"),
                        name="only_the_answer_is_mailed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Device",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("session_key", models.CharField(blank=True, max_length=40)),
                ("browser", models.CharField(blank=True, max_length=40)),
                ("system", models.CharField(blank=True, max_length=40)),
                ("is_own", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_seen_on", models.DateField(default=django.utils.timezone.localdate)),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "indexes": [models.Index(fields=["account", "ended_at"], name="devices_of_an_account")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("session_key", ""), _negated=True),
                        fields=("session_key",),
                        name="one_device_for_a_session",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), models.Q(("session_key", ""), _negated=True)),
                            models.Q(("ended_at__isnull", False), ("session_key", "")),
                            _connector="OR",
                        ),
                        name="device_is_signed_in_or_ended",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DoubleSuggestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("email", "the same e-mail, and names that agree"),
                            ("phone", "the same phone, and names that agree"),
                            ("name_and_home", "the same name and postcode"),
                            ("like_name", "names alike, and the same postcode"),
                            ("other_email", "the same name and postcode, but another e-mail"),
                            ("name_and_group", "the same name in the same group, and nothing that tells them apart"),
                            ("by_hand", "somebody who looked at both thinks so"),
                        ],
                        max_length=16,
                        verbose_name="why",
                    ),
                ),
                ("found_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
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
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-found_at", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_at", None)), fields=["-found_at", "-id"], name="doubles_to_look_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("first", "second"), name="one_suggestion_of_a_pair"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="older_record_first"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None)),
                            models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="suggestion_settled_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "e-mail"),
                            ("text", "text message"),
                            ("phone", "phone call"),
                            ("post", "post"),
                            ("door", "knocking at the door"),
                        ],
                        max_length=8,
                        verbose_name="by which way",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("news", "news, campaigns and events"),
                            ("money", "appeals for money"),
                            ("service", "what they are down for themselves"),
                            ("all", "anything at all"),
                        ],
                        max_length=8,
                        verbose_name="for what",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("given", "agreed"),
                            ("refused", "said no when asked"),
                            ("withdrawn", "withdrew what they had agreed to"),
                            ("objected", "objected"),
                            ("taken_back", "took back their objection"),
                        ],
                        max_length=12,
                        verbose_name="what they said",
                    ),
                ),
                ("wording", models.CharField(blank=True, max_length=500, verbose_name="in which words")),
                ("at", models.DateTimeField(verbose_name="when")),
                ("source", models.CharField(max_length=200, verbose_name="where it is written")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["person", "channel", "-at", "-id"], name="consent_of_a_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "channel", "purpose", "state", "at"), name="one_row_for_what_somebody_said"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("purpose", "all"), ("state__in", ["given", "refused", "withdrawn"]), _negated=True
                        ),
                        name="nobody_agrees_to_anything_at_all",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NameOnList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("reach", models.CharField(blank=True, max_length=120, verbose_name="telephone or e-mail")),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="how you know them")),
                ("made_on", models.DateField()),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "names on a list",
                "ordering": ["name", "id"],
                "indexes": [models.Index(fields=["owner", "made_on"], name="names_on_somebodys_list")],
            },
        ),
    ]
    operations = [CreateTogether(operations)]
