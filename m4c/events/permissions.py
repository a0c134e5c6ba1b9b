"""The rights over events and attendance, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_EVENTS = Permission(
    "events.see",
    _("See the events of a group and of the groups below it."),
    holders=[Role.MEMBER, Role.LEADER, Role.ORGANISER, Role.EDITOR, Role.TREASURER, Role.DATA_PROTECTION, *MACHINE],
)
SEE_ATTENDANCE = Permission(
    "events.see_attendance",
    _("See who came to the events of a group, and who brought them."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
PLAN_EVENTS = Permission(
    "events.plan",
    _("Make, change and cancel events of a group."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, Role.WORKER, *MACHINE],
)
KEEP_SCHOOL_HOLIDAYS = Permission(
    "events.keep_school_holidays",
    _("Write down school holidays, which stand beside the day of an event."),
    holders=[Role.ORGANISER, Role.ADMIN, *MACHINE],
)
RECORD_ATTENDANCE = Permission(
    "events.record_attendance",
    _("Record who came and who brought them."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
TAKE_JOBS = Permission(
    "events.take_jobs",
    _("Take on a job of one's group, hand it back, and say that it is done."),
    holders=[Role.MEMBER, Role.LEADER, Role.ORGANISER, *MACHINE],
)
GIVE_JOBS = Permission(
    "events.give_jobs",
    _("Write down jobs of a group and of its events, give them out, and settle anybody's."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
KEEP_MINUTES = Permission(
    "events.keep_minutes",
    _("Set a meeting's agenda, write down what was said and decided, and say that minutes were approved."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
