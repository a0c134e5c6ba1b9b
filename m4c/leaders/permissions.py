"""The rights over training and pledges, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_TRAINING = Permission(
    "leaders.see_training",
    _("See the training sessions of a group."),
    holders=[Role.MEMBER, Role.LEADER, Role.ORGANISER, Role.EDITOR, Role.DATA_PROTECTION, *MACHINE],
)
RECORD_TRAINING = Permission(
    "leaders.record_training",
    _("Record training sessions, who trained, and who was trained."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
SEE_PLEDGES = Permission(
    "leaders.see_pledges",
    _("See what the leaders of a group pledged and what came of it; alphabetical, never ranked."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
RECORD_PLEDGES = Permission(
    "leaders.record_pledges",
    _("Record a conversation pledge."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
RECORD_PLEDGES_OF_OTHERS = Permission(
    "leaders.record_pledges_of_others",
    _("Record or withdraw a conversation pledge that somebody else made."),
    holders=[Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
