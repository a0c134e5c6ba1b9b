from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_consent_note_referral")]

    operations = [
        migrations.AlterField(
            model_name="accountrole",
            name="role",
            field=models.CharField(
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
    ]
