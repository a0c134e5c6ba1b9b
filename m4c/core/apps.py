"""The core app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Operations, permissions, routes, audit entries, tasks and components."""

    name = "m4c.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks."""
        from m4c.core import checks  # noqa: F401 - importing registers them
