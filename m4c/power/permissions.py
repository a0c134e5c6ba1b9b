"""The rights over powerholders and what is on record of them, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_POWER = Permission(
    "power.see",
    _("See institutions, offices, powerholders and sites, and what is on record of them, with its sources."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, Role.EDITOR, *MACHINE],
)
RECORD_POWER = Permission(
    "power.record",
    _("Add powerholders, offices, sites and sourced facts, and put them right."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
SEE_RESEARCH = Permission(
    "power.see_research",
    _("Read a group's research meetings, and which of its people know a powerholder."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
LOAD_POWERHOLDERS = Permission(
    "power.load",
    _("Load who holds which office from a public table, for the whole movement."),
    holders=[Role.ADMIN, Role.OPERATOR, Role.IMPORTER, *MACHINE],
)
ANSWER_POWERHOLDER = Permission(
    "power.answer",
    _("Give a powerholder who asks for it all that is on record of them."),
    holders=[Role.DATA_PROTECTION, *MACHINE],
    second_factor=True,
)
