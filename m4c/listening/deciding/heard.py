"""Who was heard on an issue and agreed to hear what comes of it, and by which way word goes to each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import QuerySet
from django.utils import timezone

from m4c.listening.models import Concern, Issue, IssueTheme, Questionnaire, Theme
from m4c.people.consent_rules import Standing, standings_of
from m4c.people.models import Channel, Consent, Person, PersonEmail, Protection, Purpose

LETTER, RING = "letter", "ring"


@dataclass(frozen=True)
class Way:
    """How word goes to somebody: by letter, or by being rung or met; `teller` is who alone may do so, by id."""

    person: int
    how: str
    teller: int | None = None


def concerns_of(issue: Issue) -> "QuerySet[Concern]":
    """The concerns that stand under an issue's themes, and under those that these were merged into since."""
    themes = {row.theme_id for row in IssueTheme.objects.filter(issue=issue)}
    merged = themes
    while merged := {theme.merged_into_id for theme in Theme.objects.filter(pk__in=merged) if theme.merged_into_id}:
        merged -= themes
        themes |= merged
    return Concern.objects.filter(theme__in=themes, struck_at=None)


def heard_after(issue: Issue, last: int, most: int) -> list[Person]:
    """The next people who raised a concern of the issue, in the order of their records, after one by id."""
    named = concerns_of(issue).filter(person__gt=last).values("person")
    people = Person.objects.filter(pk__in=named, died_on=None, moved_away_on=None).order_by("pk")
    return list(people.prefetch_related("phones")[:most])


def ways_of(people: Sequence[Person], at: datetime) -> list[Way]:
    """The way to each of these people who agreed; of whoever did not, none. In a constant number of statements.

    They agreed where they said so beside a questionnaire, or to news by e-mail, and took neither back. Whoever is kept
    safe is rung by their contact alone; whose record is set aside hears nothing.
    """
    ids = [person.pk for person in people]
    standings, agreed = standings_of(people), agreed_beside_answers(ids)
    with_email = set(PersonEmail.objects.filter(person__in=ids).values_list("person", flat=True))
    contacts = dict(Protection.objects.active().filter(person__in=ids).values_list("person", "contact"))
    ways = []
    for person in people:
        standing = standings[person.pk]
        if standing.is_set_aside or not has_agreed(standing, agreed.get(person.pk), at):
            continue
        if standing.is_protected:
            ways.append(Way(person.pk, RING, contacts.get(person.pk)))
        elif person.pk in with_email and standing.answer(Channel.EMAIL, Purpose.SERVICE, at, automatic=True):
            ways.append(Way(person.pk, LETTER))
        elif standing.answer(Channel.PHONE, Purpose.SERVICE, at):
            ways.append(Way(person.pk, RING))
    return ways


def agreed_beside_answers(people: Collection[int]) -> dict[int, datetime]:
    """When each of these people last agreed beside a questionnaire to be told what comes of it, by id.

    A paper or a sheet that comes in late was agreed to on its own day: what they said since then stands.
    """
    rows = Questionnaire.objects.filter(person__in=people, may_write=True).order_by()
    agreed: dict[int, datetime] = {}
    for person, day, made_at in rows.values_list("person", "on", "made_at"):
        when = min(made_at, timezone.make_aware(datetime.combine(day, time.max)))
        agreed[person] = max(when, agreed.get(person, when))
    return agreed


def has_agreed(standing: Standing, beside_answers: datetime | None, at: datetime) -> bool:
    """Whether somebody agreed to hear, and did not say since that they would rather not."""
    states = Consent.State
    of_news = [row for row in standing.rows if row.channel == Channel.EMAIL and row.at <= at]
    objected = latest(of_news, Purpose.ALL, states.objections()), latest(of_news, Purpose.NEWS, states.objections())
    if any(row and row.state == states.OBJECTED for row in objected):
        return False
    said = latest(of_news, Purpose.NEWS, states.answers())
    if said and (beside_answers is None or said.at > beside_answers):
        return said.state == states.GIVEN
    return beside_answers is not None


def latest(rows: Sequence[Consent], purpose: str, states: Collection[str]) -> Consent | None:
    """The newest of these rows for a purpose that says one of these; they come newest first."""
    return next((row for row in rows if row.purpose == purpose and row.state in states), None)
