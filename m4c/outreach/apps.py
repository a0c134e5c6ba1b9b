"""The outreach app."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """What groups tell their people."""

    name = "m4c.outreach"
    label = "outreach"
    default_auto_field = "django.db.models.BigAutoField"
