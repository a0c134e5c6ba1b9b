"""The tools that organisers bring people from: by which headers each is known, and what its columns hold."""

from collections.abc import Sequence

from m4c.people.imports.sources.actionnetwork import ACTION_NETWORK
from m4c.people.imports.sources.base import Source
from m4c.people.imports.sources.civicrm import CIVICRM
from m4c.people.imports.sources.google import GOOGLE
from m4c.people.imports.sources.mailchimp import MAILCHIMP
from m4c.people.imports.sources.nationbuilder import NATIONBUILDER
from m4c.people.imports.sources.plain import PLAIN
from m4c.people.imports.sources.vcard import VCARD

SOURCES = {source.name: source for source in (ACTION_NETWORK, NATIONBUILDER, CIVICRM, MAILCHIMP, GOOGLE, VCARD, PLAIN)}
AUTO = "auto"


def recognise(headers: Sequence[str]) -> Source:
    """The tool whose headers these are: the one with the most that no other tool writes, else any sheet."""
    best = max(SOURCES.values(), key=lambda source: source.told_by(headers))
    return best if best.told_by(headers) else PLAIN


__all__ = ["AUTO", "SOURCES", "Source", "recognise"]
