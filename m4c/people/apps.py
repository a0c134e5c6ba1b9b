"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People, groups, accounts and the ledger."""

    name = "m4c.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
