"""The words of the power map: what a power and a position mean."""

from django.utils.translation import gettext_lazy as _

POWERS = {
    10: _("decides alone"),
    9: _("decides with others"),
    7: _("little goes without them"),
    5: _("is listened to"),
    3: _("has some say"),
    1: _("is heard of"),
    0: _("no say"),
}
POSITIONS = {
    -3: _("works against us"),
    -2: _("against us"),
    -1: _("leans against us"),
    0: _("undecided"),
    1: _("leans to us"),
    2: _("with us"),
    3: _("works with us"),
}
