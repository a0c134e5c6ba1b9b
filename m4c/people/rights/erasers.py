"""What becomes of requests' parts, restrictions, links and copies when somebody is erased: before the requests are."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.people.access.files import TYPES
from m4c.people.erasing import Forgotten, blank, goes, nameless, stays
from m4c.people.models import AccessPack, Correction, OwnDataLink, PackDecision, PackOpening, PrivateToGive, Restriction

ACCOUNTABLE = _("The law has us show how we looked after information (UK GDPR article 5(2)). It does not name you.")


def forget_copies(forgotten: Forgotten, rows: QuerySet[AccessPack]) -> None:
    """Remove the files of a copy and where it was sent; that one was made, and when, stays."""
    for pack in rows:
        forgotten.files.update(f"access-packs/{pack.uid.hex}{part}.{file}" for file in TYPES for part in ("", "-whole"))
    blank(forgotten, rows)
    rows.update(forgotten_at=forgotten.at, token_hash="")


def register() -> None:
    """Tell what goes, and what stays without a name."""
    copy = _("that a copy of what we hold was made for them, and when")
    goes(OwnDataLink, "person", _("links to their own data"))
    goes(Correction, "request__person", _("what their record said before it was put right"))
    goes(PrivateToGive, "request__person", _("that somebody was to give them what they kept private"))
    goes(PackDecision, "request__person", _("what was decided of their copy"))
    stays(PackOpening, "pack__request__person", _("who took their copy, and when"), ACCOUNTABLE)
    nameless(AccessPack, "request__person", copy, ACCOUNTABLE, erase=forget_copies)
    stays(Restriction, "person", _("that their record was set aside, and when"), ACCOUNTABLE)
