"""How the workspace's search box finds commitments: by reference, by any part of the words, by who promised."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.prepared import prepared
from m4c.core.routes import address_by_uid
from m4c.core.search import SOURCES, Hit, Source, fits, patterns
from m4c.people.models import Account


def find_commitments(account: Account, words: str, limit: int) -> list[Hit]:
    """Commitments that one sees, the latest first. One statement."""
    found, url = called(account, patterns(words), range(limit)), address_by_uid("commitment")
    return [Hit(each.words[:90], url(each.uid), f"{each.powerholder} · {each.reference}") for each in found]


@prepared
def called(account: Account, words: list[str], places: range) -> QuerySet[Commitment]:
    """The first of them, as many as there are places."""
    named = fits("reference", words) | fits("words", words) | fits("powerholder__name", words)
    return Commitment.objects.visible_to(account).filter(named).select_related("powerholder")[: len(places)]


def register() -> None:
    """Put them into the search box."""
    SOURCES.add("commitments", Source(_("Commitments"), "scale", SEE_COMMITMENTS, find_commitments, order=46))
