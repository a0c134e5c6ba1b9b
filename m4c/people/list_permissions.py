"""The rights over lists of people: to keep a filter, to do one thing with many, and to ring them up."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SAVE_FILTERS = Permission(
    "people.save_filters",
    _("Keep a filter of the list of people under a name, for oneself or for a group's leaders and organisers."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
CHANGE_MANY = Permission(
    "people.change_many",
    _("Do one thing with many people of a list, with each as far as one may."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
MAKE_CALL_LISTS = Permission(
    "people.make_call_lists",
    _("Make a list of people to ring, with a purpose that is kept on record and the numbers of those who may be rung."),
    holders=[Role.LEADER, Role.ORGANISER],
)
FORGET_CHANGES = Permission(
    "people.forget_changes",
    _("Forget whom a change of many was about, two weeks after it."),
    holders=[Role.WORKER, *MACHINE],
)
KEEP_NAMES = Permission(
    "people.keep_names",
    _("Keep a list of one's own, of people not yet spoken to, which nobody else sees."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
FORGET_NAMES = Permission(
    "people.forget_names",
    _("Forget names that have been on somebody's own list for 60 days."),
    holders=[Role.WORKER, *MACHINE],
)
