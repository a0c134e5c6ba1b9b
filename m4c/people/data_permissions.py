"""Rights over what is erased, how long anything is kept, and what got lost: beside `permissions.py`, and like it."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

ERASE_PEOPLE = Permission(
    "people.erase",
    _("Erase what is held on somebody, but for what the law has us keep."),
    holders=[Role.DATA_PROTECTION, *MACHINE],
    second_factor=True,
)
CARRY_OUT_ERASURES = Permission(
    "people.carry_out_erasures",
    _("Carry out the erasures that were decided, and remove the files that go with them."),
    holders=[Role.WORKER, Role.DATA_PROTECTION, *MACHINE],
)
REVIEW_RETENTION = Permission(
    "people.review_retention",
    _("Decide whether what has been kept long is kept on, erased, or asked about."),
    holders=[Role.DATA_PROTECTION, *MACHINE],
    second_factor=True,
)
PROPOSE_RETENTION = Permission(
    "people.propose_retention",
    _("Look each night for what has been kept longer than it should, for somebody to decide."),
    holders=[Role.WORKER, *MACHINE],
)
KEEP_BREACHES = Permission(
    "people.keep_breaches",
    _("Write down that data was lost or seen by the wrong people, and what was done about it."),
    holders=[Role.DATA_PROTECTION, Role.ADMIN, *MACHINE],
)
