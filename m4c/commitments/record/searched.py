"""How the workspace's search box finds commitments: by reference, by any part of the words, by who promised."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.search import SOURCES, Hit, Source, holds
from m4c.people.models import Account


def find_commitments(account: Account, words: str, limit: int) -> list[Hit]:
    """Commitments that one sees, the latest first. One statement."""
    named = holds("reference", words) | holds("words", words) | holds("powerholder__name", words)
    found = Commitment.objects.visible_to(account).filter(named).select_related("powerholder")
    return [
        Hit(each.words[:90], reverse("commitment", args=[each.uid]), f"{each.powerholder} · {each.reference}")
        for each in found[:limit]
    ]


def register() -> None:
    """Put them into the search box."""
    SOURCES.add("commitments", Source(_("Commitments"), "scale", SEE_COMMITMENTS, find_commitments, order=46))
