"""May we contact somebody: the rules of each channel, for one person and for many. Read on 21 November 2026.

E-mail and text (PECR 2003, reg. 22): only with consent given before. News of a movement and its campaigns are direct
marketing. The soft opt-in of reg. 22(3A), in force since 5 February 2026, is for charities in law only: not for us.
Phone, live calls (PECR reg. 21 and 26): allowed unless the person objected or the number is on the Telephone
Preference Service; a yes overrides the Service, and an objection made before it. Automated calls are not made.
Post: allowed until they object (UK GDPR article 21(2)-(3), an absolute right).
Door: the same; and "do not knock" belongs to the address, so to all who live there.
An objection beats every consent by e-mail, text, post and at the door, whenever that came, until they take it back in
their own words. Word about what somebody is down for themselves (their meeting moved) is no marketing and needs no
consent; only an objection to it, or to anything at all, stops it.
Somebody who died or moved away is not contacted at all. Somebody kept safe gets nothing that goes out by itself;
somebody whose record is set aside by their own request (UK GDPR article 18) gets nothing at all. Whoever is under 18
is reached through a parent or the lead of their school alone (m4c/people/young.py).
Law changes and opinions differ: docs/decisions says how we read it, and an objection is always obeyed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.people.models import Channel, Consent, Person, PersonPhone, Purpose
from m4c.people.models.use import KEPT_SAFE, SET_ASIDE, UNDER_18, may_be_used, out_of_reach
from m4c.people.written import by_sql, one_of
from m4c.people.young import THROUGH_A_PARENT, not_under_18

BY_CONSENT = {Channel.EMAIL, Channel.TEXT}
State = Consent.State


@dataclass(frozen=True)
class Answer:
    """Whether somebody may be contacted, and why, in a sentence for whoever is about to."""

    allowed: bool
    why: str

    def __bool__(self) -> bool:
        return self.allowed


@dataclass(frozen=True)
class Standing:
    """All that decides about one person; `rows` are newest first."""

    person: Person
    rows: Sequence[Consent]
    is_on_tps: bool
    is_protected: bool
    is_set_aside: bool = False
    is_under_18: bool = False

    @property
    def is_out_of_use(self) -> bool:
        """Whether the record may not be used: how to reach them stands on their own page alone."""
        return self.is_protected or self.is_set_aside

    def answer(self, channel: Channel, purpose: Purpose, at: datetime, *, automatic: bool = False) -> Answer:
        """Whether the person may be reached this way for this, at this time; `automatic` for what goes out by itself.

        Raises ValueError for `Purpose.ALL`, which is nothing that anybody is contacted for.
        """
        if purpose == Purpose.ALL:
            raise ValueError("say what for: nobody is contacted for anything at all")
        if barred := self._barred(channel, at, automatic):
            return Answer(False, barred)
        objection = self._objection(channel, purpose, at)
        said = self._latest(channel, purpose, at, State.answers()) if purpose != Purpose.SERVICE else None
        if objection and not (channel == Channel.PHONE and yes_after(said, objection)):
            return Answer(False, _("Objected on {when}.").format(when=day(objection)))
        if said:
            return told(said)
        if purpose == Purpose.SERVICE:
            return Answer(True, _("Needs no consent."))
        if channel in BY_CONSENT:
            return Answer(False, _("No consent yet."))
        if channel == Channel.PHONE and self.is_on_tps:
            return Answer(False, _("The number is on the Telephone Preference Service."))
        return Answer(True, _("No objection."))

    def _barred(self, channel: Channel, at: datetime, automatic: bool) -> str:
        """Why there may be no contact whatever anybody said; empty where there may."""
        if self.person.died_on:
            return _("Has died.")
        if self.person.moved_away_on:
            return _("Has moved away.")
        if self.is_set_aside:
            return _("The record is set aside.")
        if self.is_under_18:
            return str(THROUGH_A_PARENT)
        if automatic and self.is_protected:
            return _("Kept safe: nothing goes out by itself.")
        address = self.person.address if channel == Channel.DOOR else None
        if address and address.do_not_knock_since and address.do_not_knock_since <= at:
            return _("Do not knock at this address.")
        return ""

    def _objection(self, channel: Channel, purpose: Purpose, at: datetime) -> Consent | None:
        """The newest objection that stands, to this purpose or to anything at all."""
        latest = [self._latest(channel, to, at, State.objections()) for to in (purpose, Purpose.ALL)]
        standing = [row for row in latest if row and row.state == State.OBJECTED]
        return max(standing, key=lambda row: row.at, default=None)

    def _latest(self, channel: Channel, purpose: Purpose, at: datetime, states: list[str]) -> Consent | None:
        rows = (row for row in self.rows if (row.channel, row.purpose) == (channel, purpose) and row.state in states)
        return next((row for row in rows if row.at <= at), None)


def standing_of(person: Person, phones: Iterable[PersonPhone] | None = None) -> Standing:
    """All that decides about a person, in three queries; in two where their phones are given, or came with them."""
    barred, said = out_of_reach([person.pk]), consents_of([person.pk])
    return standing(person, person.phones.all() if phones is None else phones, barred, said)


def standings_of(people: Sequence[Person]) -> dict[int, Standing]:
    """The same for each of these people, by id, whose phones were read with them; in two queries."""
    ids = [person.pk for person in people]
    barred, said = out_of_reach(ids), consents_of(ids)
    return {person.pk: standing(person, person.phones.all(), barred, said) for person in people}


def standing(
    person: Person, phones: Iterable[PersonPhone], barred: Mapping[int, set[str]], said: Mapping[int, list[Consent]]
) -> Standing:
    """What decides about a person, of what is known of several."""
    whys = barred.get(person.pk, ())
    return Standing(
        person=person,
        rows=said.get(person.pk, []),
        is_on_tps=any(phone.tps_seen_on for phone in phones),
        is_protected=KEPT_SAFE in whys,
        is_set_aside=SET_ASIDE in whys,
        is_under_18=UNDER_18 in whys,
    )


def consents_of(people: Collection[int]) -> dict[int, list[Consent]]:
    """What each of these people said, by id, the newest first."""
    said: dict[int, list[Consent]] = defaultdict(list)
    for row in said_by(list(people)):
        said[row.person_id].append(row)
    return said


@prepared
def said_by(people: list[int]) -> QuerySet[Consent]:
    """What these people said, the newest first."""
    return Consent.objects.filter(by_sql("person", one_of(people)))


def may_contact(person: Person, channel: Channel, purpose: Purpose, at: datetime, *, automatic: bool = False) -> Answer:
    """Whether a person may be reached this way for this, at this time, and why: true or false as it stands."""
    return standing_of(person).answer(channel, purpose, at, automatic=automatic)


def who_may_be_contacted(
    people: QuerySet[Person],
    channel: Channel,
    purpose: Purpose,
    at: datetime,
    outgrown: tuple[date, date] | None = None,
) -> QuerySet[Person]:
    """Those of `people` whom a list may reach: the same rules in one query, and nobody kept safe or set aside.

    Says nothing on whether an e-mail, number or address is known. Who is under 18 goes by `outgrown` (`not_under_18`).
    Raises ValueError for `Purpose.ALL`.
    """
    if purpose == Purpose.ALL:
        raise ValueError("say what for: nobody is contacted for anything at all")
    rows = Consent.objects.filter(person=OuterRef("pk"), channel=channel, at__lte=at).order_by("-at", "-id")
    asked = rows.filter(purpose=purpose, state__in=State.answers())
    objections = {
        "objected_to_this": rows.filter(purpose=purpose, state__in=State.objections()),
        "objected_to_all": rows.filter(purpose=Purpose.ALL, state__in=State.objections()),
    }
    found = people.contactable().alias(  # type: ignore[attr-defined]
        said=Subquery(asked.values("state")[:1]),
        said_at=Subquery(asked.values("at")[:1]),
        **{name: Subquery(of.values("state")[:1]) for name, of in objections.items()},
        **{f"{name}_at": Subquery(of.values("at")[:1]) for name, of in objections.items()},
    )
    found = found.filter(may_be_used("pk"), not_under_18("pk", outgrown))
    if channel == Channel.DOOR:
        found = found.exclude(address__do_not_knock_since__lte=at)
    for name in objections:
        free = Q(**{name: None}) | Q(**{name: State.TAKEN_BACK})
        if channel == Channel.PHONE and purpose != Purpose.SERVICE:
            free |= Q(said=State.GIVEN, said_at__gt=F(f"{name}_at"))
        found = found.filter(free)
    if purpose == Purpose.SERVICE:
        return found
    if channel in BY_CONSENT:
        return found.filter(said=State.GIVEN)
    unasked = Q(said=None)
    if channel == Channel.PHONE:
        on_tps = PersonPhone.objects.filter(person=OuterRef("pk"), tps_seen_on__isnull=False)
        unasked = unasked & ~Q(Exists(on_tps))
    return found.filter(Q(said=State.GIVEN) | unasked)


def yes_after(said: Consent | None, objection: Consent) -> bool:
    """Whether somebody said yes after they had objected."""
    return said is not None and said.state == State.GIVEN and said.at > objection.at


def told(said: Consent) -> Answer:
    """The answer by what somebody last said when asked."""
    when = day(said)
    if said.state == State.GIVEN:
        return Answer(True, _("Agreed on {when}: {source}.").format(when=when, source=said.source))
    if said.state == State.WITHDRAWN:
        return Answer(False, _("Consent withdrawn on {when}.").format(when=when))
    return Answer(False, _("Said no on {when}.").format(when=when))


def day(row: Consent) -> str:
    """The day of a row, as it is written."""
    return date_format(timezone.localtime(row.at), "j F Y")
