"""The 1-2-1s that somebody has arranged, in their own calendar: by initials alone, for phones are left lying about."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.events.calendars.entries import OWN_ENTRIES, Entry
from m4c.listening.models import OneToOne
from m4c.people.models import Account, Person

AT_MOST = 200


def arranged(account: Account, since: date) -> Iterator[Entry]:
    """Those that they asked for, or were asked for, and may see; one called off says so."""
    if account.person_id is None:
        return
    own = Q(asker=account.person_id) | Q(other=account.person_id)
    talks = OneToOne.objects.visible_to(account).filter(own, day__gte=since, held_on=None)
    for talk in talks.select_related("asker", "other").order_by("day", "pk")[:AT_MOST]:
        other = talk.other if talk.asker_id == account.person_id else talk.asker
        yield Entry(
            uid=str(talk.uid),
            title=_("1-2-1 with {initials}").format(initials=initials(other)),
            starts=talk.day,
            changed_at=talk.made_at,
            url=settings.SITE_URL + reverse("one-to-one", kwargs={"uid": talk.uid}),
            sequence=1 if talk.called_off_on else 0,
            is_cancelled=talk.called_off_on is not None,
            is_private=True,
        )


def initials(person: Person) -> str:
    """First letters of a name: N.A."""
    words = [person.given_name or person.known_as, person.family_name]
    return "".join(f"{word.strip()[0].upper()}." for word in words if word.strip()) or "…"


def register() -> None:
    """Put them there."""
    OWN_ENTRIES.add("one_to_ones", arranged)
