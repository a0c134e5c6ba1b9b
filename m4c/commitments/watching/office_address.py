"""Whether a reply comes from an address of the office: compared with what we know of the office, and told plainly."""

from enum import StrEnum
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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


TOLD_ONCE_SHOWN = {
    Match.SAME: gettext_lazy("It is the very address that we know of the office."),
    Match.OF_OFFICE: gettext_lazy("It ends as the office's own do."),
    Match.OTHER: gettext_lazy("It does not end as the office's own do: ring the office before you confirm it."),
    Match.UNKNOWN: gettext_lazy("We know no address of the office to compare with: ring before you confirm it."),
}


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


def is_nobodys_office(email: str, known_email: str) -> bool:
    """Whether it is a mailbox as anybody has one, and not the very address that we know of the office."""
    sent = email.strip().casefold()
    return domain_of(sent) in FOR_EVERYBODY and sent != known_email.strip().casefold()


def match_of(reply: OfficeReply) -> Match:
    """The same of a reply, whose commitment is there with its powerholder, office and institution."""
    commitment = reply.commitment
    website = commitment.office.institution.website if commitment.office else ""
    return match(reply.email, commitment.powerholder.email, website)


def is_shown(reply: OfficeReply) -> bool:
    """Whether the address is the office's by what we know, and whoever reads it opened our link there."""
    return reply.address_shown_at is not None and match_of(reply) in (Match.SAME, Match.OF_OFFICE)


def told_plainly(reply: OfficeReply) -> str:
    """What the keeper is told of it, in a sentence."""
    if reply.address_shown_at:
        shown = _("Whoever reads that address opened the link that we sent there.")
        return f"{shown} {TOLD_ONCE_SHOWN[match_of(reply)]}"
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
