"""The rights over the public site, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

EDIT_PAGES = Permission(
    "website.edit_pages",
    _("Write and publish the public pages of a group and of the groups below it."),
    holders=[Role.EDITOR, *MACHINE],
)
EDIT_WHOLE_SITE = Permission(
    "website.edit_whole_site",
    _("Keep the redirects of the whole site: old addresses that lead to new ones."),
    holders=[Role.EDITOR, *MACHINE],
)
PICTURE_EVENTS = Permission(
    "website.picture_events",
    _("Add pictures to an event of a group, and say who can be recognised in each and agreed to it."),
    holders=[Role.ORGANISER, Role.EDITOR, *MACHINE],
)
TAKE_PICTURES_DOWN = Permission(
    "website.take_pictures_down",
    _("Take the pictures of a person off every public page at once."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, Role.SAFEGUARDING, Role.WEBSITE, *MACHINE],
)
