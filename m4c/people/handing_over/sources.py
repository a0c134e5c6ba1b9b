"""Why people are somebody's, by people's own records: ledger, contacts, next steps, welcomes and relationships."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.demo import CHAPTERS, Chapter
from m4c.people.chart import done
from m4c.people.handing_over import erasers, panels
from m4c.people.handing_over.register import HANDOVER_SOURCES, HandoverSource, Reason
from m4c.people.models import (
    Account,
    Engagement,
    HandedOver,
    HandingOver,
    NextStep,
    Person,
    PersonContact,
    Relationship,
    Welcome,
)
from m4c.people.operations import handing_on
from m4c.people.relationships.acquaintance import TIES, month_of
from m4c.people.sight import within

DIRECTED = Relationship.Kind.directed()


def led(account: Account, handing_over: HandingOver) -> QuerySet[Engagement]:
    """The rows of the ledger that they led: whom they met, brought, or talked with."""
    seen = Engagement.objects.visible_to(account).filter(within("group__path", handing_over.group))
    return seen.filter(leader=handing_over.person_id)


def led_people(account: Account, handing_over: HandingOver) -> "QuerySet[Any, Any]":
    """Whom they met, brought or talked with."""
    return led(account, handing_over).order_by().values("person")


def led_reasons(account: Account, handing_over: HandingOver, ids: Collection[int]) -> Iterable[Reason]:
    """What they did with each of these, how often and when last, in the words of the ledger's ties."""
    ties = {kind: name for name in TIES.names() for kind in TIES[name].kinds}
    names = {person.pk: person.short_name for person in Person.objects.visible_to(account).filter(pk__in=ids)}
    rows = led(account, handing_over).filter(person__in=ids).order_by().values("person", "kind")
    today = timezone.localdate()
    for row in rows.annotate(times=Count("pk"), last=Max("at")).order_by("person", "kind"):
        month = month_of(row["last"], today)
        tie = ties.get(row["kind"])
        words = TIES[tie].words(row["times"], month, names.get(row["person"], "")) if tie else ""
        yield row["person"], words or _("took part in something of theirs in {month}").format(month=month)


def contacts(account: Account, handing_over: HandingOver) -> QuerySet[PersonContact]:
    """Whom they stay in touch with."""
    seen = PersonContact.objects.visible_to(account).open().filter(within("group__path", handing_over.group))
    return seen.filter(contact=handing_over.person_id)


def contact_people(account: Account, handing_over: HandingOver) -> "QuerySet[Any, Any]":
    """Whom they stay in touch with."""
    return contacts(account, handing_over).order_by().values("person")


def contact_reasons(account: Account, handing_over: HandingOver, ids: Collection[int]) -> Iterable[Reason]:
    """That they stay in touch, since when."""
    for one in contacts(account, handing_over).filter(person__in=ids):
        yield one.person_id, _("stays in touch since {day}").format(day=day_of(one.since))


def steps(account: Account, handing_over: HandingOver) -> QuerySet[NextStep]:
    """Their open next steps, but for the introductions that handing over itself makes."""
    seen = NextStep.objects.visible_to(account).to_take().filter(within("group__path", handing_over.group))
    return seen.filter(owner=handing_over.person_id).exclude(
        pk__in=HandedOver.objects.filter(introduction__isnull=False).values("introduction")
    )


def step_people(account: Account, handing_over: HandingOver) -> "QuerySet[Any, Any]":
    """With whom something was agreed."""
    return steps(account, handing_over).order_by().values("person")


def step_reasons(account: Account, handing_over: HandingOver, ids: Collection[int]) -> Iterable[Reason]:
    """What was agreed, and by when."""
    for one in steps(account, handing_over).filter(person__in=ids):
        if one.due_on:
            yield one.person_id, _("next step by {day}: {words}").format(day=day_of(one.due_on), words=one.words)
        else:
            yield one.person_id, _("next step: {words}").format(words=one.words)


def welcomes(account: Account, handing_over: HandingOver) -> QuerySet[Welcome]:
    """Whom they are still to welcome."""
    seen = Welcome.objects.visible_to(account).open().filter(within("group__path", handing_over.group))
    return seen.filter(welcomer__person=handing_over.person_id)


def welcome_people(account: Account, handing_over: HandingOver) -> "QuerySet[Any, Any]":
    """Whom they are still to welcome."""
    return welcomes(account, handing_over).order_by().values("person")


def welcome_reasons(account: Account, handing_over: HandingOver, ids: Collection[int]) -> Iterable[Reason]:
    """By when they are to be welcomed."""
    for one in welcomes(account, handing_over).filter(person__in=ids):
        yield one.person_id, _("to be welcomed by {day}").format(day=day_of(one.due_on))


def relationships(account: Account, handing_over: HandingOver) -> QuerySet[Relationship]:
    """Whom they recruited, coach or brought, as somebody wrote down."""
    seen = Relationship.objects.visible_to(account).open().filter(within("group__path", handing_over.group))
    return seen.filter(Q(person=handing_over.person_id), kind__in=DIRECTED)


def relationship_people(account: Account, handing_over: HandingOver) -> "QuerySet[Any, Any]":
    """Whom they recruited, coach or brought."""
    return relationships(account, handing_over).order_by().values("other")


def relationship_reasons(account: Account, handing_over: HandingOver, ids: Collection[int]) -> Iterable[Reason]:
    """What they are to each other, in the relationship's own words."""
    for one in relationships(account, handing_over).filter(other__in=ids).select_related("person", "other"):
        yield one.other_id, one.words_of(one.person)


def day_of(day: date) -> str:
    """A day as a sentence says it."""
    return date_format(day, "j F Y")


def register() -> None:
    """Fill each register to which handing over adds: first, who people's own records make somebody's people."""
    add = HANDOVER_SOURCES.add
    add("people.contact", HandoverSource(contact_people, contact_reasons, handing_on.contact))
    add("people.ledger", HandoverSource(led_people, led_reasons))
    add("people.relationships", HandoverSource(relationship_people, relationship_reasons))
    add("people.steps", HandoverSource(step_people, step_reasons, handing_on.next_steps))
    add("people.welcomes", HandoverSource(welcome_people, welcome_reasons, handing_on.welcomes))
    done.register()
    erasers.register()
    panels.register()
    CHAPTERS.add("handing over", Chapter(97, "m4c.people.demo.handing_over.tell"))
    CHAPTERS.add("chart", Chapter(98, "m4c.people.demo.chart.tell"))
