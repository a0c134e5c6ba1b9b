"""Whether a reply comes from an address of the office: compared with what we know of the office, and told plainly."""

from enum import StrEnum
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from m4c.commitments.models import OfficeReply

# Where anybody has an address: that two of them end alike says nothing.
FOR_EVERYBODY = {
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.co.uk", "live.com",
    "yahoo.com", "yahoo.co.uk", "icloud.com", "me.com", "aol.com", "btinternet.com", "proton.me", "protonmail.com",
    "sky.com", "virginmedia.com", "msn.com", "mail.com", "gmx.com",
}  # fmt: skip


class Match(StrEnum):
    """How an address compares with what we know."""

    SAME = "same"
    OF_OFFICE = "of_office"
    OTHER = "other"
    UNKNOWN = "unknown"


def match(email: str, known_email: str, website: str) -> Match:
    """How the address of a reply compares with the office's own address and its institution's website."""
    sent, known = email.strip().casefold(), known_email.strip().casefold()
    if known and sent == known:
        return Match.SAME
    own = {domain for domain in (domain_of(known), host_of(website)) if domain and domain not in FOR_EVERYBODY}
    if not own:
        return Match.UNKNOWN
    domain = domain_of(sent)
    return Match.OF_OFFICE if any(domain == one or domain.endswith(f".{one}") for one in own) else Match.OTHER


def match_of(reply: OfficeReply) -> Match:
    """The same of a reply, whose commitment is there with its powerholder, office and institution."""
    commitment = reply.commitment
    website = commitment.office.institution.website if commitment.office else ""
    return match(reply.email, commitment.powerholder.email, website)


def told_plainly(reply: OfficeReply) -> str:
    """What the keeper is told of it, in a sentence."""
    return {
        Match.SAME: _("It is the very address that we know of the office. Anybody could have typed it: answer to it."),
        Match.OF_OFFICE: _("The address ends as the office's own do. Answer to it, or ring, to be sure."),
        Match.OTHER: _("The address does not end as the office's own do. Ring the office before you confirm it."),
        Match.UNKNOWN: _("We know no address or website of the office to compare with. Ring before you confirm it."),
    }[match_of(reply)].format()


def domain_of(email: str) -> str:
    """What stands behind the @."""
    return email.rpartition("@")[2] if "@" in email else ""


def host_of(website: str) -> str:
    """The name of a website's machine, without www."""
    return (urlsplit(website).hostname or "").removeprefix("www.")
