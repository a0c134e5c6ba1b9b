"""Reading open letters: how many signed each, who did, and whose names may stand in public."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from m4c.campaigns.models import LetterSignatory, OpenLetter
from m4c.people.models import Account


def with_signatures(letters: "QuerySet[OpenLetter]") -> "QuerySet[Any]":
    """Letters, each with `signatures`, how many signed it."""
    standing = LetterSignatory.objects.filter(letter=OuterRef("pk"), withdrawn_at=None).order_by().values("letter")
    return letters.annotate(signatures=Subquery(standing.annotate(number=Count("pk")).values("number")))


def signed_by(letter: OpenLetter, account: Account) -> "QuerySet[LetterSignatory]":
    """Who signed a letter and has not taken it back, the first first; nobody kept safe."""
    return LetterSignatory.objects.visible_to(account).filter(letter=letter, withdrawn_at=None)


def named_in_public(letter: OpenLetter) -> "QuerySet[LetterSignatory]":
    """Who signed and agreed that their name stands in public; nobody kept safe, whatever they had agreed."""
    return LetterSignatory.objects.public().filter(letter=letter)


def signed_after(found: Any, row: LetterSignatory) -> Any:
    """Those who signed later."""
    return found.filter(Q(signed_on__gt=row.signed_on) | Q(signed_on=row.signed_on, pk__gt=row.pk))


def signed_before(found: Any, row: LetterSignatory) -> Any:
    """Those who signed earlier."""
    return found.filter(Q(signed_on__lt=row.signed_on) | Q(signed_on=row.signed_on, pk__lt=row.pk))
