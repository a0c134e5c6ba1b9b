"""Letters of deciding: a link to vote by, and word back to whoever was heard."""

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from m4c.listening.models import Ballot, IssueMove, Voter, WordBack
from m4c.people.posting import message

SALT = "m4c.listening.word_back"


def link_of(ballot: Ballot, voter: Voter, code: str, address: str) -> EmailMessage:
    """The letter with somebody's own link. Its subject says nothing of what is decided: others may see the screen."""
    assert voter.person is not None
    with translation.override(voter.person.written_in):
        link = settings.SITE_URL + reverse("vote", kwargs={"code": code})
        told = {"ballot": ballot, "person": voter.person, "link": link}
        body = render_to_string("listening/letters/link.txt", told)
        return message(str(voter.uid), _("Your vote"), body, address, {})


def word_of(move: IssueMove, word: WordBack, address: str) -> EmailMessage:
    """What became of what somebody told us, with a way out in the letter and in its headers (RFC 2369, RFC 8058)."""
    with translation.override(word.person.written_in):
        way_out = settings.SITE_URL + reverse("stop-word-back", kwargs={"signed": signed(word)})
        told = {"move": move, "person": word.person, "way_out": way_out}
        body = render_to_string("listening/letters/word_back.txt", told)
        subject = _("What became of what you told us")
    headers = {
        "List-Unsubscribe": f"<{way_out}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
    }
    return message(f"word-{move.uid}-{word.pk}", subject, body, address, headers)


def signed(word: WordBack) -> str:
    """What the way out of a letter names: its word back, signed in 256 bits."""
    return signing.Signer(sep="~", salt=SALT).sign(str(word.pk))


def word_signed(text: str) -> int | None:
    """Which word back a way out names; None for one that we did not make."""
    try:
        return int(signing.Signer(sep="~", salt=SALT).unsign(text))
    except (signing.BadSignature, ValueError):
        return None
