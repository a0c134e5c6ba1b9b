"""A late chapter of people's demo: who asks to come in, a code for a street, offices, a leaving, and a coalition."""

from datetime import date, timedelta
from typing import Any

from m4c.core.demo import Story
from m4c.core.permissions import Role
from m4c.people.models import Account, Group, Membership, Person, SignUp
from m4c.people.models.account import website
from m4c.people.operations.coalition import add_body, name_delegate
from m4c.people.operations.join_request import ask_group
from m4c.people.operations.leaving import record_leaving
from m4c.people.operations.office import record_office
from m4c.people.operations.open_invitation import end_of_day, follow_invitation, invite_by_link
from m4c.people.operations.sign_up import Joining, ask_to_join, confirm_sign_up, sign_up_letter

Office = Membership.Role
ASKS = [("Keziah Tremlett", 2, "I saw you outside the library. I can drive on Saturdays."), ("Ioan Pryce", 9, "")]
OFFICES = [  # given name, office, since, until, the group's own word
    ("Siân", Office.CHAIR, date(2014, 3, 6), date(2016, 3, 3), ""),
    ("Bethan", Office.CHAIR, date(2016, 3, 3), None, ""),
    ("Idris", Office.TREASURER, date(2013, 9, 5), None, ""),
    ("Siân", Office.WELCOMER, date(2016, 3, 3), None, ""),
    ("Bethan", Office.OTHER, date(2012, 1, 5), date(2015, 6, 4), "keeper of the keys"),
]


def tell(story: Story) -> None:
    """Tell it by those who would."""
    groups, cast = story.shelf["groups"], story.shelf["cast"]
    cardiff: Group = groups["Cardiff"]
    for name, days, words in ASKS:
        ask(story, cardiff, name, days, words)
    ask_group(group=cardiff, words="I am moving there in spring.", at=story.now, by=account_of(cast["Kofi"]))
    invite(story, cardiff, cast["Bethan"])
    for given, role, since, until, words in OFFICES:
        facts: dict[str, Any] = {"role": role, "since": since, "until": until, "words": words, "today": story.today}
        record_office(group=cardiff, person=cast[given], by=story.by, **facts)
    leave(story, cardiff)
    coalition(story, groups["Walthamstow debt coalition"], groups, cast)


def account_of(person: Person) -> Account:
    """The account of one of the cast."""
    return Account.objects.get(person=person)


def ask(story: Story, group: Group, name: str, days: int, words: str) -> None:
    """Somebody asks a group by its public page, and opens the letter."""
    given, _space, family = name.partition(" ")
    email, at = f"{given}.{family}@example.org".lower(), story.now - timedelta(days=days)
    joining = Joining(given, family, email, "CF10 1EP", {}, "en-gb", words=words)
    sign_up = ask_to_join(joining=joining, group=group, notice=1, at=at, by=website())
    letter = sign_up_letter(sign_up=sign_up, by=Account.objects.of_system(Role.WORKER))
    confirm_sign_up(token=letter.token, at=at, by=website())


def invite(story: Story, group: Group, leader: Person) -> None:
    """A leader makes a code for a street, and one of its people comes in by it."""
    until = end_of_day(story.today + timedelta(days=21))
    facts: dict[str, Any] = {"purpose": "Neighbours of Loudoun Square", "expires_at": until, "places": 60}
    made = invite_by_link(group=group, **facts, at=story.now, by=account_of(leader))
    joining = Joining("Dilys", "Quigley", "dilys.quigley@example.org", "", {}, "en-gb")
    sign_up = follow_invitation(token=made.token, joining=joining, notice=1, at=story.now, by=website())
    assert isinstance(sign_up, SignUp)
    letter = sign_up_letter(sign_up=sign_up, by=Account.objects.of_system(Role.WORKER))
    confirm_sign_up(token=letter.token, at=story.now, by=website())


def leave(story: Story, group: Group) -> None:
    """Somebody told the group that they leave."""
    theirs = Account.objects.exclude(person=None).values("person")
    plain = Membership.objects.open().filter(group=group, role=Office.SUPPORTER).exclude(person__in=theirs)
    membership = plain.select_related("person", "group").order_by("pk").first()
    if membership:
        reason = "Too many evenings; glad to sign things"
        record_leaving(membership=membership, on=story.today, at=story.now, reason=reason, by=story.by)


def coalition(story: Story, table: Group, groups: dict[str, Group], cast: dict[str, Person]) -> None:
    """Three bodies stand together, and two of them have said who sits there."""
    women, pantry = groups["Women for Refugee Women"], "Saint Gabriel food bank"
    ours = add_body(coalition=table, body=groups["Cardiff"], seats=2, since=date(2015, 2, 1), by=story.by)
    theirs = add_body(coalition=table, body=groups["Manchester"], seats=1, since=date(2015, 6, 1), by=story.by)
    add_body(coalition=table, body=women, seats=1, by=story.by)
    add_body(coalition=table, name=pantry, seats=1, since=date(2017, 1, 1), by=story.by)
    named = {"since": date(2016, 3, 3), "agreed_on": story.today, "by": story.by}
    name_delegate(member_body=ours, person=cast["Bethan"], words="chair of the table", **named)
    name_delegate(member_body=theirs, person=cast["Kofi"], since=date(2018, 5, 1), by=story.by)
