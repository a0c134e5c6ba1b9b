"""Rights over places. Seeing areas needs none: they are public facts."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission

LOAD_POSTCODES = Permission(
    "places.load_postcodes",
    _("Load a full postcode directory, by which addresses find their ward and MP."),
    holders=MACHINE,
)
