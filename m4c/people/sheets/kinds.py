"""What a column of a sheet can hold, for the guess and for the people who correct it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SheetKind(TextChoices):
    """What a sheet is a record of."""

    SIGN_IN = "sign_in", _("a sign-in sheet")
    CONVERSATIONS = "conversations", _("a log of conversations")
    PEOPLE = "people", _("a list of people")
    TURNOUT = "turnout", _("a turnout sheet")
    CONCERNS = "concerns", _("a sheet of concerns")


class ColumnKind(TextChoices):
    """What one column holds."""

    UNUSED = "unused", _("not used")
    REFUSAL = "refusal", _("why the row was refused before")
    # Who signed in.
    GIVEN_NAME = "given_name", _("first name")
    FAMILY_NAME = "family_name", _("last name")
    FULL_NAME = "full_name", _("full name")
    TITLE = "title", _("title")
    KNOWN_AS = "known_as", _("known as")
    EMAIL = "email", _("e-mail")
    OTHER_EMAIL = "other_email", _("another e-mail")
    PHONE = "phone", _("phone")
    OTHER_PHONE = "other_phone", _("another phone")
    POSTCODE = "postcode", _("postcode")
    ADDRESS = "address", _("address")
    TOWN = "town", _("town")
    LANGUAGE = "language", _("language")
    GROUP = "group", _("group")
    HOST_MEMBER = "host_member", _("member of the host organisation")
    BROUGHT_BY = "brought_by", _("brought by")
    ONE_TO_ONES_PLEDGED = "one_to_ones_pledged", _("1-2-1s pledged")
    HOUSE_MEETINGS_PLEDGED = "house_meetings_pledged", _("house meetings pledged")
    CONSENT_EMAIL = "consent_email", _("agrees to e-mail")
    CONSENT_TEXT = "consent_text", _("agrees to texts")
    CONSENT_PHONE = "consent_phone", _("agrees to phone calls")
    CONSENT_POST = "consent_post", _("agrees to post")
    CONSENT_DOOR = "consent_door", _("agrees to visits")
    NOTES = "notes", _("notes")
    # What other tools say of the people on their lists.
    CONTACT_TYPE = "contact_type", _("person, household or organisation")
    BODY_NAME = "body_name", _("name of an organisation")
    DIED = "died", _("has died, or when")
    OBJECTS_EMAIL = "objects_email", _("must not be e-mailed")
    OBJECTS_TEXT = "objects_text", _("must not be texted")
    OBJECTS_PHONE = "objects_phone", _("must not be rung")
    OBJECTS_POST = "objects_post", _("must not be written to by post")
    OBJECTS_ALL = "objects_all", _("must not be contacted at all")
    NO_MAILINGS = "no_mailings", _("wants no mailings")
    DOES_NOT_WORK = "does_not_work", _("that the e-mail or phone before it does not work")
    EMAIL_STATE = "email_state", _("on or off the mailing list")
    TEXT_STATE = "text_state", _("on or off the list for texts")
    LEFT_LIST_ON = "left_list_on", _("left the mailing list on")
    TAGS = "tags", _("tags")
    OUTSIDE_ID = "outside_id", _("the tool's own number of them")
    OWN_FIELD = "own_field", _("a field of our own of that name")
    # What was talked about, and by whom.
    LEADER_NAME = "leader_name", _("name of the leader")
    LEADER_EMAIL = "leader_email", _("e-mail of the leader")
    WITH_NAME = "with_name", _("name of the other person")
    WITH_EMAIL = "with_email", _("e-mail of the other person")
    WITH_PHONE = "with_phone", _("phone of the other person")
    DATE = "date", _("date")
    CONVERSATION_TYPE = "conversation_type", _("1-2-1 or house meeting")
    STATUS = "status", _("arranged, held or followed up")
    PEOPLE_THERE = "people_there", _("people there")
    ALONGSIDE = "alongside", _("who was there besides, with somebody under 18")
    NEXT_STEP = "next_step", _("next step")
    NEXT_STEP_BY = "next_step_by", _("next step by")
    # Who is asked to an event, and what became of it.
    TURNOUT_STATE = "turnout_state", _("where they stand: asked, yes, came")
    CAME = "came", _("came or not")
    GUESTS = "guests", _("guests")
    # What people said hurts.
    PLACE = "place", _("place or postcode")
    WORDS = "words", _("what they said")
    STRENGTH = "strength", _("how strongly")
    MAY_QUOTE = "may_quote", _("whether we may quote it")
    THEME = "theme", _("theme")
    MAY_USE = "may_use", _("whether we may use it inside")
    MAY_TELL = "may_tell", _("whether we may tell them what comes of it")


_IN_BOTH = [ColumnKind.UNUSED, ColumnKind.REFUSAL, ColumnKind.NOTES]
_ALL = list(ColumnKind)
_ON_A_LIST = _ALL[_ALL.index(ColumnKind.CONTACT_TYPE) : _ALL.index(ColumnKind.LEADER_NAME)]
_IN_A_LOG = _ALL[_ALL.index(ColumnKind.LEADER_NAME) : _ALL.index(ColumnKind.TURNOUT_STATE)]
_OF_TURNOUT = _ALL[_ALL.index(ColumnKind.TURNOUT_STATE) : _ALL.index(ColumnKind.PLACE)]
_OF_CONCERNS = _ALL[_ALL.index(ColumnKind.PLACE) :]
_OF_A_SESSION = _ALL[_ALL.index(ColumnKind.GROUP) : _ALL.index(ColumnKind.CONSENT_EMAIL)]
_ELSEWHERE = [*_IN_A_LOG, *_ON_A_LIST, *_OF_CONCERNS]
_OF_NO_EVENT = [kind for kind in _OF_A_SESSION if kind is not ColumnKind.BROUGHT_BY]

KINDS = {
    SheetKind.SIGN_IN: [kind for kind in ColumnKind if kind not in _ELSEWHERE + _OF_TURNOUT],
    SheetKind.CONVERSATIONS: [kind for kind in ColumnKind if kind in _IN_BOTH or kind in _IN_A_LOG],
    SheetKind.PEOPLE: [
        kind for kind in ColumnKind if kind not in _IN_A_LOG + _OF_A_SESSION + _OF_TURNOUT + _OF_CONCERNS
    ],
    SheetKind.TURNOUT: [kind for kind in ColumnKind if kind not in _ELSEWHERE + _OF_NO_EVENT],
    SheetKind.CONCERNS: [
        *_IN_BOTH,
        ColumnKind.DATE,
        ColumnKind.GROUP,
        ColumnKind.POSTCODE,
        *(ColumnKind.FULL_NAME, ColumnKind.GIVEN_NAME, ColumnKind.FAMILY_NAME, ColumnKind.EMAIL, ColumnKind.PHONE),
        *_OF_CONCERNS,
    ],
}
"""The kinds that a sheet of each kind can have, in the order in which they are offered."""
