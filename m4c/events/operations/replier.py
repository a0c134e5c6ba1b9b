"""Who replies: the person on record whom a reply describes without doubt, or somebody new who comes in by the group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.events.models import Event
from m4c.people.imports.candidates import reached
from m4c.people.matching import Description, Known, Pool
from m4c.people.models import Account, Consent, Person, Purpose
from m4c.people.operations.consent import Said, write_consents
from m4c.people.operations.membership import come_in
from m4c.people.operations.person import NewPerson, add_many


@dataclass(frozen=True)
class Replier:
    """What somebody typed of themselves: the e-mail folded, the phone in E.164, the wording of each channel ticked."""

    given_name: str
    family_name: str = ""
    email: str = ""
    phone: str = ""
    agreed: Mapping[str, str] = field(default_factory=dict)
    language: str = ""

    @property
    def described(self) -> Description:
        """As matching reads it."""
        return Description(
            given_name=self.given_name.strip(),
            family_name=self.family_name.strip(),
            emails=(self.email,) if self.email else (),
            phones=(self.phone,) if self.phone else (),
        )


@dataclass(frozen=True)
class Found:
    """Whoever replies, whether they were on record before, and whether that record may not be used."""

    person: Person
    is_known: bool
    is_protected: bool = False


def find_or_meet(event: Event, replier: Replier, notice: int, at: datetime, by: Account) -> Found:
    """The person of a reply. Nothing that a stranger may have typed is written into a record that was there before.

    Whoever is new comes in by the event's group as a supporter; the nightly look for doubles finds who may be twice.
    """
    known = who_it_is(replier.described)
    if known is None or known.person_id is None or known.died:
        return Found(meet_by_reply(event, replier, notice, at, by), is_known=False)
    person = on_record(known.person_id)[0]
    if not known.is_protected:
        come_in([person], event.group)
        write_agreed(person, unsaid(person, replier.agreed), notice, at, by)
    return Found(person, is_known=True, is_protected=known.is_protected)


@prepared
def on_record(pk: int) -> QuerySet[Person]:
    """The person of this id."""
    return Person.objects.filter(pk=pk).order_by()


def who_it_is(described: Description) -> Known | None:
    """Who the records know by what was typed. Without a postcode a name alone says nothing, and is not looked for."""
    pool = Pool()
    for candidate in reached(described):
        pool.add(candidate)
    return pool.find(described).known


def meet_by_reply(event: Event, replier: Replier, notice: int, at: datetime, by: Account) -> Person:
    """A record of somebody new."""
    described = replier.described
    new = NewPerson(
        given_name=described.given_name,
        family_name=described.family_name,
        emails=described.emails,
        phones=described.phones,
        language=Person.Language.WELSH if replier.language == "cy" else Person.Language.ENGLISH,
        met_on=timezone.localdate(at),
        source=_("Reply to “{event}”").format(event=event.title)[:100],
    )
    person = add_many(group=event.group, rows=[new])[0]
    write_agreed(person, replier.agreed, notice, at, by)
    return person


def write_agreed(person: Person, agreed: Mapping[str, str], notice: int, at: datetime, by: Account) -> None:
    """Write what they ticked, in the words that they were shown; a reply alone agrees to nothing."""
    if agreed:
        source = _("Reply to an event, privacy notice {number}").format(number=notice)
        given = Consent.State.GIVEN
        write_consents(
            [Said(person, way, Purpose.NEWS, given, at, source, words) for way, words in agreed.items()], taken_by=by
        )


def unsaid(person: Person, agreed: Mapping[str, str]) -> Mapping[str, str]:
    """Those ways by which they never said no: only their own word brings back what they withdrew, and this may not be.

    Anybody may type a name and an address into a form.
    """
    if not agreed:
        return {}
    no = [Consent.State.REFUSED, Consent.State.WITHDRAWN, Consent.State.OBJECTED]
    refused = set(channels(Consent.objects.filter(person=person, channel__in=list(agreed), state__in=no)))
    return {way: words for way, words in agreed.items() if way not in refused}


def channels(rows: Iterable[Consent]) -> Iterable[str]:
    """The ways that these rows are about."""
    return (row.channel for row in rows)
