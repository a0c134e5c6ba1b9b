"""The way out of a word back: whose it is."""

from m4c.listening.deciding.letters import word_signed
from m4c.listening.models import WordBack


def word_of_link(signed: str) -> WordBack | None:
    """The word back that a way out names, with whom it went to; None where there is none."""
    pk = word_signed(signed)
    return WordBack.objects.select_related("person").filter(pk=pk).first() if pk else None
