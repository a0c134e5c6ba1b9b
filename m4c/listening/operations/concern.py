"""Write down what people say hurts: one concern or many, as a device, a sheet or a visit brings them; mend, strike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import NotAllowed, Refused
from m4c.core.models.record import new_uid
from m4c.core.operations import change, operation
from m4c.core.visibility import scopes_of
from m4c.listening.models import Concern, HouseMeeting, ListeningCampaign, OneToOne, Questionnaire, Theme
from m4c.listening.permissions import HEAR, RUN_LISTENING
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.places.models import Area
from m4c.places.postcodes import normalise
from m4c.places.resolver import resolve_many

LONGEST = 500  # letters of one concern
EDITABLE = {"words", "strength", "may_quote", "person", "said_on", "place", "postcode"}
# What a concern is once it is written down: told again under the same uid, all of it must be the same.
SAID = (
    "words",
    "person_id",
    "strength",
    "may_quote",
    "said_on",
    "place",
    "postcode",
    "group_id",
    "campaign_id",
    "one_to_one_id",
    "house_meeting_id",
    "questionnaire_id",
)


class ConcernRefused(Refused):
    """What was said cannot be written down like this."""


@dataclass(frozen=True)
class NewConcern:
    """What somebody said, on which day, and where; `person` is None where nobody is named. A device mints the `uid`.

    At most one of `one_to_one`, `house_meeting` and `questionnaire` says where it was said.
    """

    words: str
    said_on: date
    person: Person | None = None
    strength: int | None = None
    may_quote: bool = False
    place: str = ""
    postcode: str = ""
    campaign: ListeningCampaign | None = None
    one_to_one: OneToOne | None = None
    house_meeting: HouseMeeting | None = None
    questionnaire: Questionnaire | None = None
    theme: Theme | None = None
    uid: UUID | None = None


@operation(HEAR, on="group")
def note_concern(*, group: Group, new: NewConcern, at: datetime, by: Account) -> Concern:
    """Write down one concern in a group.

    The same `uid` again is one record; with other words, or of a record that the account cannot see, it is refused with
    one sentence. Raises ConcernRefused and Unseen.
    """
    must_see([new.person], by)
    check_sources(group, [new], by)
    return write_concerns(group=group, rows=[new], at=at, noted_by=by)[0]


@operation(HEAR, on="group")
def note_concerns(*, group: Group, rows: Sequence[NewConcern], at: datetime, by: Account) -> list[Concern]:
    """Write down many of one group, at most 500 at a time, in their order. Raises as for one; then none is written."""
    must_see([row.person for row in rows], by)
    check_sources(group, rows, by)
    return write_concerns(group=group, rows=rows, at=at, noted_by=by)


@operation(HEAR, on="concern")
def edit_concern(*, concern: Concern, values: dict[str, Any], by: Account) -> Concern:
    """Mend what was written down: only fields of EDITABLE given in `values`. Raises ConcernRefused, Unseen, and
    NotAllowed for words that somebody else wrote down, unless one runs the group's listening.
    """
    if unknown := values.keys() - EDITABLE:
        raise TypeError(f"edit_concern: {', '.join(sorted(unknown))} cannot be changed here")
    check_ones_own(concern, by)
    if concern.struck_at:
        raise cannot_be_written()
    must_see([values.get("person")], by)
    told = values | {name: str(values[name]).strip() for name in ("words", "place") if name in values}
    if "words" in told:
        check_words(told["words"])
    if "strength" in told:
        check_strength(told["strength"])
    if "postcode" in told:
        told["postcode"] = postcode = as_written(told["postcode"])
        told["ward"] = wards_of([postcode]).get(postcode)
    change(concern, **told)
    return concern


@operation(HEAR, on="concern")
def strike_concern(*, concern: Concern, at: datetime, by: Account) -> Concern:
    """Take back what was written down: it counts nowhere. Twice is once. Raises NotAllowed as for mending."""
    check_ones_own(concern, by)
    if concern.struck_at is None:
        change(concern, struck_at=at)
    return concern


def write_concerns(*, group: Group, rows: Sequence[NewConcern], at: datetime, noted_by: Account) -> list[Concern]:
    """Write concerns in a constant number of statements; who is named, and what they belong to, was looked at before.

    Raises ConcernRefused for no words, and for a uid that says something else.
    """
    for row in rows:
        check_words(row.words)
        check_strength(row.strength)
    wards = wards_of(as_written(row.postcode) for row in rows)
    written = [built(group, row, wards, at, noted_by) for row in rows]
    known = known_concerns((row.uid for row in rows if row.uid), noted_by)
    fresh: dict[UUID, Concern] = {}
    answer = []
    for concern in written:
        before = known.get(concern.uid, fresh.get(concern.uid, concern))
        if before is None or any(getattr(before, name) != getattr(concern, name) for name in SAID):
            raise cannot_be_written()
        if before is concern:
            fresh[concern.uid] = concern
        answer.append(before)
    Concern.objects.bulk_create(fresh.values(), batch_size=500)
    return answer


def built(group: Group, row: NewConcern, wards: Mapping[str, Area], at: datetime, noted_by: Account) -> Concern:
    """A concern, unsaved."""
    postcode = as_written(row.postcode)
    return Concern(
        uid=row.uid or new_uid(),
        group=group,
        campaign=row.campaign,
        one_to_one=row.one_to_one,
        house_meeting=row.house_meeting,
        questionnaire=row.questionnaire,
        person=row.person,
        words=row.words.strip(),
        strength=row.strength,
        may_quote=row.may_quote,
        said_on=row.said_on,
        place=row.place.strip(),
        postcode=postcode,
        ward=wards.get(postcode),
        theme=row.theme,
        theme_since=at if row.theme else None,
        noted_by=noted_by,
    )


def known_concerns(uids: Iterable[UUID], account: Account) -> dict[UUID, Concern | None]:
    """The concerns of these uids that were written before; None for one that the account may not see."""
    wanted = list(uids)
    if not wanted:
        return {}
    found = {concern.uid: concern for concern in Concern.objects.filter(uid__in=wanted)}
    own = Q(noted_by=account.pk) | Q(pk__in=Concern.objects.visible_to(account).filter(uid__in=wanted).values("pk"))
    seen = set(Concern.objects.filter(own, uid__in=list(found)).values_list("pk", flat=True)) if found else set()
    return {uid: concern if concern.pk in seen else None for uid, concern in found.items()}


def wards_of(postcodes: Iterable[str]) -> dict[str, Area]:
    """The ward of each of these postcodes, where it is certain."""
    found = resolve_many({postcode for postcode in postcodes if postcode})
    return {text: told.ward.area for text, told in found.items() if told.ward and told.ward.certain}


def as_written(text: str) -> str:
    """A postcode, or as much of one as was given, as postcodes are written. Raises ConcernRefused for another shape."""
    if not text.strip():
        return ""
    postcode = normalise(text)
    if postcode is None:
        raise ConcernRefused(_("This is not the shape of a UK postcode."), field="postcode", code="malformed")
    return str(postcode)


def check_words(words: str) -> None:
    """Raise ConcernRefused for no words, or for more than fit a line."""
    if not words.strip():
        raise ConcernRefused(_("Write what they said."), field="words", code="no_words")
    if len(words.strip()) > LONGEST:
        raise ConcernRefused(_("That is too long: write what hurts in a line or two."), field="words", code="too_long")


def check_strength(strength: int | None) -> None:
    """Raise ConcernRefused for anything but 1, 2, 3 or nothing."""
    if strength is not None and strength not in Concern.Strength.values:
        raise ConcernRefused(_("How strongly is 1, 2 or 3."), field="strength", code="strength")


def check_sources(group: Group, rows: Sequence[NewConcern], by: Account) -> None:
    """Raise ConcernRefused for a conversation, or a campaign, that is not the account's to name here."""
    if by.system:
        return  # the software's own accounts read files and public pages
    meetings = {row.house_meeting.pk for row in rows if row.house_meeting}
    if meetings and HouseMeeting.objects.visible_to(by).filter(pk__in=meetings, group=group).count() < len(meetings):
        raise cannot_be_written()
    talks = {row.one_to_one.pk for row in rows if row.one_to_one}
    if talks and OneToOne.objects.visible_to(by).filter(pk__in=talks, group=group).count() < len(talks):
        raise cannot_be_written()
    campaigns = {row.campaign.pk for row in rows if row.campaign}
    if campaigns and ListeningCampaign.objects.visible_to(by).filter(pk__in=campaigns).count() < len(campaigns):
        raise cannot_be_written()


def is_ones_own(concern: Concern, by: Account) -> bool:
    """Whether one wrote these words down oneself, or runs the group's listening."""
    return concern.noted_by_id == by.pk or by.may(RUN_LISTENING, scopes_of(concern))


def check_ones_own(concern: Concern, by: Account) -> None:
    """Raise NotAllowed for words that are not."""
    if not is_ones_own(concern, by):
        raise NotAllowed(RUN_LISTENING)


def cannot_be_written() -> Refused:
    """One sentence for a record that is not ours to write, and for a uid that says something else."""
    return ConcernRefused(_("That record cannot be written."), code="uid_taken")
