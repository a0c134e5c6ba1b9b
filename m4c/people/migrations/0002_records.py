"""All else that the app keeps."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import m4c.core.models.record


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
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
            name="Protection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=m4c.core.models.record.new_uid, editable=False, unique=True)),
                (
                    "safe_contact_note",
                    models.CharField(blank=True, max_length=500, verbose_name="how to reach them safely"),
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
            name="SafetyNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("pressed", "Pressed"), ("overdue", "Overdue"), ("referred", "Referred")], max_length=8
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
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["group", "person"], name="members_of_a_group")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("person", "group", "role"),
                        name="one_open_membership_in_a_role",
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
            name="Engagement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
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
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.group"),
                ),
                (
                    "leader",
                    models.ForeignKey(
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [
                    models.Index(fields=["person", "-at"], name="ledger_of_a_person"),
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
            name="PersonEmail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("folded", models.CharField(db_index=True, editable=False, max_length=254)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="emails", to="people.person"
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
            name="PersonPhone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(db_index=True, max_length=16, verbose_name="phone")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("tps_seen_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="phones", to="people.person"
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
            name="SignUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("given_name", models.CharField(max_length=100)),
                ("family_name", models.CharField(blank=True, max_length=100)),
                ("email", models.EmailField(max_length=254)),
                ("phone", models.CharField(blank=True, max_length=16)),
                ("postcode", models.CharField(max_length=8)),
                ("agreed", models.JSONField(default=dict)),
                ("language", models.CharField(choices=[("en-gb", "English"), ("cy", "Cymraeg")], max_length=8)),
                ("token_hash", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.privacynotice"
                    ),
                ),
            ],
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
                    models.UniqueConstraint(fields=("complaint", "state"), name="a_complaint_is_in_a_state_once")
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
    ]
