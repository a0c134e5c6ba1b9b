from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("power", "0001_initial")]

    operations = [migrations.RenameField("presence", "invited_by", "inviter")]
