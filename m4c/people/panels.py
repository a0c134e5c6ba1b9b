"""What people itself adds to a person's page: their welcome, what is next, who knows them, whom they know, and tags."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import PERSON_PANELS, Panel
from m4c.core.prepared import padded, prepared
from m4c.core.visibility import Rows
from m4c.people.models import Account, Person, Protection, Relationship, Tag, Tagging, Welcome
from m4c.people.naming import names_of
from m4c.people.next_steps import steps_with
from m4c.people.own_fields.values import filled_for
from m4c.people.permissions import (
    FILL_OWN_FIELDS,
    HAND_OVER_WELCOMES,
    OPEN_RECORDS,
    RECORD_RELATIONSHIPS,
    SEE_OWN_FIELDS,
    SEE_RELATIONSHIPS,
    TAG_PEOPLE,
    TAKE_NEXT_STEPS,
    WELCOME,
)
from m4c.people.relationships.acquaintance import who_knows
from m4c.people.written import by_sql, one_of

MOST_TOLD = 20
BEST = 5  # of those who know somebody


def welcome_of(account: Account, person: Person) -> dict[str, Any] | None:
    """Somebody's latest welcome: who gives it and by when, or who gave it."""
    welcome = next(iter(latest_welcome(account, person.pk)), None)
    if welcome is None:
        return None
    who = welcome.welcomed_by or welcome.welcomer
    is_open, here = welcome.welcomed_at is None, [frozenset([welcome.group.path])]
    return {
        "welcome": welcome,
        "who": names_of(account, [who.person_id]).get(who.person_id) if who else None,
        "is_own": who == account,
        "is_late": is_open and welcome.due_on < timezone.localdate(),
        "may_give": is_open and account.may(WELCOME, here),
        "may_hand_over": is_open and account.may(HAND_OVER_WELCOMES, here),
    }


@prepared
def latest_welcome(account: Account, person: int) -> QuerySet[Welcome]:
    """Somebody's latest, with its group and whoever gives it."""
    seen = Welcome.objects.visible_to(account).filter(person=person).select_related("group", "welcomer", "welcomed_by")
    return seen.order_by("-made_at", "-pk")[:1]


def what_is_next(account: Account, person: Person) -> dict[str, Any] | None:
    """The next steps with somebody, whose they are and by when."""
    steps = steps_with(account, person, timezone.localdate())
    may_agree = person.is_contactable and account.may_somewhere(TAKE_NEXT_STEPS)
    if not steps and not may_agree:
        return None
    return {"steps": steps, "may_agree": may_agree, "person": person}


def whom_they_know(account: Account, person: Person) -> dict[str, Any] | None:
    """The relationships of somebody that one may see; of somebody kept safe nothing is told or asked."""
    listed = relationships_told(account, person.pk)
    told = [
        {"relationship": one, "words": capfirst(one.words_of(person)), "other": one.other_side(person)}
        for one in listed[:MOST_TOLD]
    ]
    return nobody_known(account, person, told=told, has_more=len(listed) > MOST_TOLD)


@prepared
def relationships_told(account: Account, person: int) -> QuerySet[Relationship]:
    """A page of somebody's relationships and one more, with both people."""
    found = Relationship.objects.visible_to(account).of_person(person).select_related("person", "other")
    return found[: MOST_TOLD + 1]


def nobody_known(account: Account, person: Person, **found: Any) -> dict[str, Any] | None:
    """What is shown where no relationship is known, and beside those that are."""
    may_record = account.may_somewhere(RECORD_RELATIONSHIPS)
    if not found.get("told") and not may_record:
        return None
    if kept_safe(account, person.pk):
        return None
    return {"may_record": may_record, "person": person, **found}


@prepared
def kept_safe(account: Account, person: int) -> QuerySet[Protection, int]:
    """What keeps somebody safe, where the account may see that."""
    return Protection.objects.visible_to(account).active().filter(person=person).values_list("pk", flat=True)


def tags_on(account: Account, person: Person) -> dict[str, Any] | None:
    """The tags on somebody that one may see."""
    found = Tagging.objects.visible_to(account).filter(person=person).select_related("tag")
    return no_tags(account, person, [one.tag for one in found])


def no_tags(account: Account, person: Person, tags: Sequence[Tag] = ()) -> dict[str, Any] | None:
    """What is shown where somebody has no tag, and beside those that they have."""
    may_tag = account.may_somewhere(TAG_PEOPLE)
    return {"tags": tags, "may_tag": may_tag, "person": person} if tags or may_tag else None


def own_fields_of(account: Account, person: Person) -> dict[str, Any] | None:
    """What stands in the movement's own fields for somebody, in one statement; None where it asks for nothing."""
    filled = filled_for(account, person)
    if not filled:
        return None
    may_fill = account.may_somewhere(FILL_OWN_FIELDS)
    return {"filled": [each for each in filled if each.said], "may_fill": may_fill, "person": person}


def who_knows_them(account: Account, person: Person) -> dict[str, Any] | None:
    """Who knows somebody best by the relationships and the ledger that the account may see; five queries at most."""
    known, today = who_knows(account, person), timezone.localdate()
    names = names_of(account, known)
    best = [pk for pk in known if pk in names][:BEST]
    pages = dict(pages_of(account, padded(best))) if best else {}
    lines = [
        {
            "name": names[pk],
            "uid": pages.get(pk),
            "is_self": pk == account.person_id,
            "words": capfirst(known[pk].words(person.short_name, today)),
        }
        for pk in best
    ]
    is_stranger = account.person_id not in (None, person.pk)
    may_ask = is_stranger and account.person_id not in known and account.may_somewhere(SEE_RELATIONSHIPS)
    return None if not lines else {"lines": lines, "may_ask": may_ask, "person": person}


@prepared
def pages_of(account: Account, people: list[int]) -> QuerySet[Person, tuple[int, UUID]]:
    """Those of these people whose page the account may open: id and uid."""
    return Person.objects.visible_to(account).filter(by_sql("pk", one_of(people))).values_list("pk", "uid")


def register() -> None:
    """Put the panels on a person's page."""
    welcome = Panel(
        title=_("Their welcome"),
        template="people/person_welcome.html",
        context=welcome_of,
        allow=WELCOME,
        order=4,
        rows=lambda person: Rows(Welcome, Q(person=person)),
    )
    PERSON_PANELS.add("people.welcome", welcome)
    steps = Panel(_("Next step"), "people/person_next_steps.html", what_is_next, OPEN_RECORDS, 5)
    PERSON_PANELS.add("people.steps", steps)
    known = Panel(_("Who knows them"), "people/person_known.html", who_knows_them, OPEN_RECORDS, 15)
    PERSON_PANELS.add("people.known", known)
    tags = Panel(
        title=_("Tags"),
        template="people/person_tags.html",
        context=tags_on,
        allow=OPEN_RECORDS,
        order=17,
        rows=lambda person: Rows(Tagging, Q(person=person)),
        bare=no_tags,
    )
    PERSON_PANELS.add("people.tags", tags)
    knows = Panel(
        title=_("Whom they know"),
        template="people/person_relationships.html",
        context=whom_they_know,
        allow=SEE_RELATIONSHIPS,
        order=16,
        rows=lambda person: Rows(Relationship, Q(person=person) | Q(other=person)),
        bare=nobody_known,
    )
    PERSON_PANELS.add("people.relationships", knows)
    own = Panel(_("More about them"), "people/person_own_fields.html", own_fields_of, SEE_OWN_FIELDS, 18)
    PERSON_PANELS.add("people.own-fields", own)
