"""The rights over reports, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_REPORTS = Permission(
    "insight.see_reports",
    _("See what a group and the groups below it achieved in a period: totals, never anybody's record."),
    holders=[Role.LEADER, Role.ORGANISER, Role.EDITOR, Role.DATA_PROTECTION, *MACHINE],
)
PUBLISH_REPORTS = Permission(
    "insight.publish_reports",
    _("Publish a group's report for everybody, without names and small numbers, and withdraw it."),
    holders=[Role.EDITOR, *MACHINE],
)
MAKE_REPORT_FILES = Permission(
    "insight.make_report_files",
    _("Write the PDF that somebody asked for, and forget it after a day."),
    holders=[Role.WORKER],
)
