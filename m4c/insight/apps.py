"""The insight app."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Period reports."""

    name = "m4c.insight"
    label = "insight"
    default_auto_field = "django.db.models.BigAutoField"
