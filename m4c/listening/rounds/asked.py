"""What is said once everybody met was put on a gathering's lists to ask: how many, and who could not be, and why."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.events.operations.asking_many import Listing

MOST_NAMED = 8


def sentences_of(listing: Listing) -> Iterator[str]:
    """How many are asked now, how many were before, and those who are not; who is kept safe is named nowhere."""
    number = len(listing.touched)
    if number or not listing.known:
        yield ngettext(
            "{number} person is on the list to ask.", "{number} people are on the list to ask.", number
        ).format(number=number)
    if listing.known:
        yield ngettext(
            "{number} person was on its list before.", "{number} people were on its list before.", listing.known
        ).format(number=listing.known)
    for person, why in listing.aside[:MOST_NAMED]:
        yield _("Not asked: {name}. {why}").format(name=person, why=why)
    if (more := len(listing.aside) - MOST_NAMED) > 0:
        yield ngettext("{number} more is not asked.", "{number} more are not asked.", more).format(number=more)
    if listing.silent:
        yield ngettext(
            "{number} is asked by nobody's list: their own contact reaches them.",
            "{number} are asked by nobody's list: their own contacts reach them.",
            listing.silent,
        ).format(number=listing.silent)
