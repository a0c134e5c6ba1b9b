"""The rights over wins, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_WINS = Permission(
    "commitments.see_wins",
    _("See what a group won, also what is not public."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, Role.EDITOR, *MACHINE],
)
RECORD_WINS = Permission(
    "commitments.record_wins",
    _("Write down what was won, who says so, and look again whether it still stands."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
