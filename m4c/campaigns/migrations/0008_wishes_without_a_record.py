"""Whoever wants a kit is kept apart from every record: the tables are made anew, as nobody used them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0007_room_for_law_notes")]

    operations = [
        migrations.DeleteModel("KitIntroduction"),
        migrations.DeleteModel("KitWish"),
        migrations.CreateModel(
            name="KitWish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("postcode", models.CharField(max_length=8, verbose_name="postcode")),
                ("language", models.CharField(choices=[("en-gb", "English"), ("cy", "Cymraeg")], max_length=8)),
                ("latitude", models.FloatField()),
                ("longitude", models.FloatField()),
                ("token_hash", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ("made_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("kit", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.kit")),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("ended_at", None)), fields=("kit", "email"), name="one_wish_for_a_kit")
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
                ("wish", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="campaigns.kitwish")),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("circle", "wish"), name="a_wish_once_in_a_circle"),
                    models.UniqueConstraint(condition=models.Q(("ended_at", None)), fields=("wish",), name="one_circle_at_a_time"),
                    models.CheckConstraint(condition=models.Q(("introduced_at", None), ("agreed_at__isnull", False), _connector="OR"), name="introduced_who_agreed"),
                ],
            },
        ),
    ]
