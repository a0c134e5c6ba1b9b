"""Whom should I talk to? Conversations due, follow-ups due, who is new, who has gone quiet, whose pledge is behind."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Exists, F, Max, OuterRef, QuerySet, When
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.prepared import padded, prepared
from m4c.events.models import Attendance
from m4c.leaders.permissions import SEE_PLEDGES
from m4c.leaders.today_closing import askings
from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.leaders.today_own_talks import MOST, own_meetings, own_talks
from m4c.leaders.today_pledges import leaders_overdue
from m4c.leaders.today_requests import requests_to_answer
from m4c.leaders.today_suggested import brought, not_spoken_to
from m4c.listening.models import OneToOne
from m4c.listening.permissions import RECORD_CONVERSATIONS
from m4c.people.models import Account, Engagement, Person
from m4c.people.models.use import may_be_used
from m4c.people.models.welcome import Welcome, welcomes_due
from m4c.people.permissions import ANSWER_JOIN_REQUESTS, SEE_LEDGER, WELCOME
from m4c.people.written import by_sql, one_of

NEW = timedelta(days=30)  # how long somebody who came for the first time is new
QUIET, REMEMBERED = timedelta(days=90), timedelta(days=365)  # nothing for so long, and something before that
A_FEW = 4  # of a kind on the page
LOOKED_AT = 50  # people gone quiet, of whom some stand on the page
MORE_THAN_ONE_CAN_KNOW = 7_000


def whom_to_talk_to(account: Account, at: Moment) -> list[Line]:
    """All of them, each person once, in the order of what cannot wait; a constant number of queries."""
    lines: list[Line] = []
    people: set[int] = set()
    for line in every_line(account, at):
        if line.person not in people:
            lines.append(line)
        if line.person:
            people.add(line.person)
    return lines


def every_line(account: Account, at: Moment) -> Iterator[Line]:
    """The lines of each kind, one kind after another."""
    yield from askings(account, at)
    yield from conversations_to_hold(account, at)
    yield from follow_ups_due(account, at)
    if account.may_somewhere(WELCOME):
        yield from welcomes_to_give(account, at)
    if account.may_somewhere(ANSWER_JOIN_REQUESTS):
        yield from requests_to_answer(account, at)
    if account.may_somewhere(RECORD_CONVERSATIONS):
        yield from newcomers(account, at)
        yield from brought(account, at)
        yield from not_spoken_to(account, at)
        yield from gone_quiet(account, at)
    if account.may_somewhere(SEE_PLEDGES):
        yield from pledges_behind(account, at)


def conversations_to_hold(account: Account, at: Moment) -> Iterator[Line]:
    """One's own conversations that are due within the week, or were."""
    for one in at.once(account, own_talks).to_hold:
        url = reverse("one-to-one", args=[one.uid])
        yield Line(one.other.name, when_to_talk(one, at), url, Action(_("Write it up"), url), one.other_id)
    for meeting in at.once(account, own_meetings).to_hold:
        url, day = reverse("house-meeting", args=[meeting.uid]), date_format(meeting.day, "l j F")
        detail = _("How did it go?") if meeting.day < at.today else day
        yield Line(_("Your house meeting"), detail, url, Action(_("Write it up"), url), day=meeting.day)


def when_to_talk(one: OneToOne, at: Moment) -> str:
    """Of a 1-2-1 still to be held, when, in a sentence."""
    if one.day == at.today:
        return _("You talk today")
    if one.day < at.today:
        return _("You were to talk on {day}. How did it go?").format(day=date_format(one.day, "l j F"))
    return _("You talk on {day}").format(day=date_format(one.day, "l"))


def follow_ups_due(account: Account, at: Moment) -> Iterator[Line]:
    """With whom one agreed a next step whose day has come."""
    for one in at.once(account, own_talks).due:
        detail = _("You agreed: {step}").format(step=one.next_step)
        happened = Action(_("It happened"), reverse("follow-up-one-to-one", args=[one.uid]), is_press=True)
        late = overdue_since(one.next_step_by, at.today)
        yield Line(one.other.name, detail, reverse("one-to-one", args=[one.uid]), happened, one.other_id, late=late)


def welcomes_to_give(account: Account, at: Moment) -> Iterator[Line]:
    """Who joined by the site and waits for oneself, or for a week already in the groups one answers for."""
    for welcome in welcomes(account, at):
        detail = _("Joined {group}, and nobody has said hello yet").format(group=welcome.group)
        given = Action(_("Welcomed"), reverse("mark-welcomed", args=[welcome.uid]), is_press=True)
        late = overdue_since(welcome.due_on, at.today)
        yield Line(welcome.person.name, detail, reverse("welcomes"), given, welcome.person_id, late=late)


@prepared
def welcomes(account: Account, at: Moment) -> QuerySet[Welcome]:
    """The first of them."""
    return welcomes_due(account, at.today)[:MOST]


def newcomers(account: Account, at: Moment) -> Iterator[Line]:
    """Who came for the first time of late, as far as one may see them, and with whom nobody has talked yet."""
    for one in came_first(account, at):
        facts = {"event": one.event.title, "day": date_format(timezone.localtime(one.event.starts_at), "l j F")}
        detail = _("Came for the first time on {day}, to {event}").format(**facts)
        if one.named:
            detail = _("{sentence}, brought by {name}").format(sentence=detail, name=one.brought_by.name)
        yield about(one.person, detail, _("Say hello"))


@prepared
def came_first(account: Account, at: Moment) -> QuerySet[Any]:
    """To what the first of them came, each with whether who brought them may be `named`."""
    present = Attendance.objects.present().filter(event__cancelled_at=None)
    earlier = present.filter(person=OuterRef("person"), event__starts_at__lt=OuterRef("event__starts_at"))
    spoken_to = OneToOne.objects.arranged().filter(other=OuterRef("person"))
    came = present.visible_to(account).filter(event__starts_at__range=(at.midnight - NEW, at.now))
    new = came.filter(~Exists(earlier), ~Exists(spoken_to), person__died_on=None, person__moved_away_on=None)
    newest = new.exclude(person=account.person_id)
    may_be_named = Case(When(account.sight.unless_protected("brought_by"), then=F("brought_by")))
    found: Any = newest.select_related("person", "event", "brought_by").annotate(named=may_be_named)
    return found.order_by("-event__starts_at", "-pk")[:A_FEW]


def gone_quiet(account: Account, at: Moment) -> Iterator[Line]:
    """Who did something with us in the last year and nothing for ninety days, the latest to go quiet first.

    Whoever answers for more people than one can know is told only of those they met or brought themselves: the others
    have an organiser nearer by, and so the page costs the same in a movement of a million.
    """
    heads = sum(group.head_count for group in account.groups_for(SEE_LEDGER))
    days = dict(last_with_us(account, at, met_alone=heads > MORE_THAN_ONE_CAN_KNOW))
    people = {person.pk: person for person in (free_to_ask(account, at, padded(list(days))) if days else ())}
    for pk in [pk for pk in days if pk in people][:A_FEW]:
        day = date_format(timezone.localtime(days[pk]), "j F")
        yield about(people[pk], _("Gone quiet: last with us on {day}").format(day=day), _("Talk"))


@prepared
def last_with_us(account: Account, at: Moment, met_alone: bool) -> QuerySet[Any, tuple[int, datetime]]:
    """The latest to go quiet, by id, each with when they were last with us; with `met_alone` of those one led."""
    seen = Engagement.objects.visible_to(account).filter(at__gte=at.now - REMEMBERED)
    if met_alone:
        seen = seen.filter(leader=account.person_id)
    last = seen.exclude(person=account.person_id).values("person").annotate(last=Max("at"))
    quiet = last.filter(last__lte=at.now - QUIET).order_by("-last", "person").values_list("person", "last")
    return quiet[:LOOKED_AT]


@prepared
def free_to_ask(account: Account, at: Moment, people: list[int]) -> QuerySet[Person]:
    """Those of these people whom one may ask for a 1-2-1, and with whom none is arranged."""
    whom = Person.objects.visible_to(account).filter(by_sql("pk", one_of(people))).contactable()
    soon = OneToOne.objects.to_hold().filter(other=OuterRef("pk"), day__gte=at.today)
    return whom.filter(may_be_used("pk"), ~Exists(soon))


def pledges_behind(account: Account, at: Moment) -> Iterator[Line]:
    """Whose pledge has gone by in one's groups, and is not kept: by name, never ranked."""
    for drawn in leaders_overdue(account, at)[:A_FEW]:
        facts = {"words": drawn.pledge.words, "held": drawn.held}
        detail = _("{words}, {held} held. Ask how it is going").format(**facts)
        may_talk = account.may_somewhere(RECORD_CONVERSATIONS)
        yield about(
            drawn.pledge.person,
            detail,
            _("Talk") if may_talk else "",
            late=overdue_since(drawn.pledge.due_on, at.today),
        )


def about(person: Person, detail: str, label: str, late: str = "") -> Line:
    """A line about somebody, a tap from writing up a 1-2-1 with them where there is a `label` for it."""
    talk = Action(label, f"{reverse('record-one-to-one')}?with={person.uid}") if label else None
    return Line(person.name, detail, reverse("person", args=[person.uid]), talk, person.pk, late=late)
