"""The website app."""

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """Public pages."""

    name = "m4c.website"
    label = "website"
    default_auto_field = "django.db.models.BigAutoField"
