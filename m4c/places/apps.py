"""The places app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    """Areas and postcodes."""

    name = "m4c.places"
    label = "places"
    verbose_name = _("Places")
