"""Where people's pages stand in the workspace's navigation."""

from django.utils.translation import gettext_lazy as _

from m4c.core.navigation import OWN, PLACES, RECORDS, Place
from m4c.core.permissions import SIGNED_IN
from m4c.people.data_permissions import ERASE_PEOPLE, KEEP_BREACHES, REVIEW_RETENTION
from m4c.people.permissions import (
    ADD_PEOPLE,
    ANSWER_COMPLAINTS,
    ANSWER_JOIN_REQUESTS,
    ANSWER_MESSAGES,
    ANSWER_RIGHTS,
    EXPORT_PEOPLE,
    IMPORT_PEOPLE,
    KEEP_OWN_FIELDS,
    KEEP_PUBLIC_WORDS,
    LOOK_AFTER_ACCOUNTS,
    MERGE_PEOPLE,
    REFER,
    SEE_GROUPS,
    SEE_KNOWN_PEOPLE,
    SEE_PROTECTED,
    SEE_REFERRALS,
    WELCOME,
)


def register() -> None:
    """Add the places of people and groups, what can be recorded of them, and one's own record."""
    PLACES.add("people", Place(_("People"), "people", "users", SEE_KNOWN_PEOPLE, 20))
    PLACES.add("groups", Place(_("Groups"), "groups", "user-group", SEE_GROUPS, 70))
    PLACES.add("welcomes", Place(_("Welcomes"), "welcomes", "hand-raised", WELCOME, 120))
    PLACES.add(
        "join-requests",
        Place(_("Asking to come in"), "join-requests", "arrow-right-end-on-rectangle", ANSWER_JOIN_REQUESTS, 119),
    )
    PLACES.add("messages", Place(_("Messages"), "messages", "envelope", ANSWER_MESSAGES, 121))
    PLACES.add("complaints", Place(_("Complaints"), "complaints", "scale", ANSWER_COMPLAINTS, 122))
    PLACES.add("rights", Place(_("Asked of their data"), "rights", "finger-print", ANSWER_RIGHTS, 124))
    PLACES.add("public-words", Place(_("What the site says"), "public-words", "megaphone", KEEP_PUBLIC_WORDS, 123))
    PLACES.add("imports", Place(_("Bring in sheets"), "imports", "arrow-up-tray", IMPORT_PEOPLE, 100))
    PLACES.add("exports", Place(_("Take people out"), "exports", "arrow-down-tray", EXPORT_PEOPLE, 102))
    PLACES.add("doubles", Place(_("On record twice?"), "doubles", "document-duplicate", MERGE_PEOPLE, 101))
    PLACES.add("own-fields", Place(_("Fields of our own"), "own-fields", "list-bullet", KEEP_OWN_FIELDS, 124))
    PLACES.add("retention", Place(_("Kept long"), "retention", "clock", REVIEW_RETENTION, 124))
    PLACES.add("erasures", Place(_("Erasures"), "erasures", "trash", ERASE_PEOPLE, 125))
    PLACES.add("breaches", Place(_("Lost or seen"), "breaches", "exclamation-triangle", KEEP_BREACHES, 126))
    PLACES.add("kept-safe", Place(_("Kept safe"), "kept-safe", "shield-check", SEE_PROTECTED, 110))
    PLACES.add("referrals", Place(_("Referrals"), "referrals", "lifebuoy", SEE_REFERRALS, 111))
    RECORDS.add("add-person", Place(_("Somebody I met"), "add-person", "user-plus", ADD_PEOPLE, 60))
    RECORDS.add("refer", Place(_("Someone may be at risk"), "refer", "lifebuoy", REFER, 90))
    OWN.add("own-account", Place(_("Your account"), "own-account", "user-circle", SIGNED_IN, 5))
    OWN.add("own-belonging", Place(_("Where you belong"), "own-belonging", "user-group", SIGNED_IN, 9))
    OWN.add("devices", Place(_("Your devices"), "devices", "device-phone-mobile", SIGNED_IN, 6))
    OWN.add("accounts", Place(_("Accounts I look after"), "accounts", "key", LOOK_AFTER_ACCOUNTS, 20))
    OWN.add("own-record", Place(_("What we hold about you"), "own-record", "identification", SIGNED_IN, 10))
