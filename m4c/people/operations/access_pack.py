"""The access pack: looked through by entry, made, sent or handed over, taken, and forgotten; each taking logged."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.people.access import tasks
from m4c.people.access.pack import Section, find, sections_of
from m4c.people.models import (
    AccessPack,
    Account,
    PackDecision,
    PackOpening,
    Person,
    ProtectedLook,
    Protection,
    RightsRequest,
)
from m4c.people.models.access_pack import KEPT
from m4c.people.models.sign_in_link import hash_of
from m4c.people.operations.private_to_give import ask_authors, link_goes_to, need_not_give
from m4c.people.operations.rights_request import RightsRefused, must_be_unanswered
from m4c.people.permissions import MAKE_ACCESS_PACKS

Choice = PackDecision.Choice
DOOR = "access-pack"


@dataclass(frozen=True)
class LookedAt:
    """All that is held on somebody, for whoever looks it through."""

    request: RightsRequest
    sections: list[Section]

    @property
    def touched(self) -> list[RightsRequest]:
        """For the audit entry."""
        return [self.request]

    @property
    def open(self) -> int:
        """How many entries have yet to be looked through."""
        return sum(entry.is_open for section in self.sections for entry in section.entries)


@dataclass(frozen=True)
class PackLetter:
    """A pack with the secret of its link, which is kept nowhere."""

    pack: AccessPack
    token: str

    def __str__(self) -> str:
        """The link's whole address, in the language of whoever asked."""
        with translation.override(self.pack.request.language):
            return settings.SITE_URL + reverse("own-pack", kwargs={"token": self.token})

    @property
    def touched(self) -> list[AccessPack]:
        """For the audit entry."""
        return [self.pack]


@operation(MAKE_ACCESS_PACKS, on="request")
def look_through(*, request: RightsRequest, by: Account) -> LookedAt:
    """Read all that is held on whoever asks: an audit entry each time, and of somebody kept safe a look that is logged.

    Raises RightsRefused before we know that it is them.
    """
    person = whose(request)
    if protection := Protection.objects.active().filter(person=person).first():
        ProtectedLook.objects.create(protection=protection, by=by, door=DOOR)
    return LookedAt(request, sections_of(request, person))


@operation(MAKE_ACCESS_PACKS, on="request")
def decide(
    *, request: RightsRequest, entry: str, choice: str, at: datetime, by: Account, words: str = "", reason: str = ""
) -> PackDecision:
    """Say what they are given of an entry that holds others too: it as it is, other words, or nothing and why.

    Decided again, the last word counts. Raises RightsRefused.
    """
    must_be_unanswered(request)
    found = find(sections_of(request, whose(request)), entry)
    if found is None:
        raise RightsRefused(_("There is no such entry to look through."), field="entry", code="no_entry")
    if choice not in Choice.values:
        raise RightsRefused(_("Say what they are given."), field="choice", code="no_choice")
    if choice == Choice.REDACT and not words.strip():
        raise RightsRefused(_("Write the words that they are given."), field="words", code="blank")
    if choice == Choice.WITHHOLD and not reason.strip():
        raise RightsRefused(_("Write down why it is held back: they are told so."), field="reason", code="blank")
    decision, _made = PackDecision.objects.update_or_create(
        request=request,
        entry=entry,
        defaults={
            "fingerprint": found.held.fingerprint,
            "choice": choice,
            "words": words.strip() if choice == Choice.REDACT else "",
            "reason": reason.strip() if choice == Choice.WITHHOLD else "",
            "by": by,
            "at": at,
        },
    )
    return decision


@operation(MAKE_ACCESS_PACKS, on="request")
def ask_for_pack(*, request: RightsRequest, at: datetime, by: Account) -> AccessPack:
    """Have the files made, once every entry that holds others has been looked through. Raises RightsRefused."""
    must_be_unanswered(request)
    person = whose(request)
    waiting = sum(entry.is_open for section in sections_of(request, person) for entry in section.entries)
    if waiting:
        raise RightsRefused(_("Look through what holds others too first."), code="not_looked_through")
    if AccessPack.objects.filter(request=request, made_at=None, failed_at=None, forgotten_at=None).exists():
        raise RightsRefused(_("It is being made already."), code="queued")
    pack = AccessPack.objects.create(
        request=request, asked_by=by, asked_at=at, expires_at=at + KEPT, language=get_language() or ""
    )
    tasks.make_access_pack.enqueue(pack.pk)
    return pack


@operation(MAKE_ACCESS_PACKS, on=None)
def keep_pack(*, pack: AccessPack, count: int, at: datetime, by: Account) -> AccessPack:
    """Say that the files were made, and of how many entries; those whose words they leave out are asked to give them
    where no link can be sent.
    """
    change(pack, made_at=at, count=count)
    if pack.request.person and not link_goes_to(pack.request.person):
        ask_authors(pack.request, pack.request.person, at)
    return pack


@operation(MAKE_ACCESS_PACKS, on=None)
def fail_pack(*, pack: AccessPack, at: datetime, by: Account) -> AccessPack:
    """Say that the files could not be made."""
    change(pack, failed_at=at)
    return pack


@operation(MAKE_ACCESS_PACKS, on=None)
def forget_packs(*, at: datetime, by: Account) -> list[AccessPack]:
    """Say of files that were kept long enough that they are gone; who took them when stays on record."""
    outdated = list(AccessPack.objects.outdated(at))
    AccessPack.objects.filter(pk__in=[pack.pk for pack in outdated]).update(forgotten_at=at)
    return outdated


@operation(MAKE_ACCESS_PACKS, on="pack")
def send_pack(*, pack: AccessPack, at: datetime, by: Account) -> AccessPack:
    """Have a link to the files sent to the first address on record; of somebody kept safe to the one only they read.

    Raises RightsRefused where there is none, and for files that are not to be had.
    """
    must_be_openable(pack, at)
    email = link_goes_to(whose(pack.request))
    if not email:
        raise RightsRefused(_("There is no address that we may write to: hand it over."), code="no_email")
    change(pack, sent_to=email, sent_at=at)
    need_not_give(pack.request)
    tasks.mail_access_pack.enqueue(pack.pk)
    return pack


@operation(MAKE_ACCESS_PACKS, on=None)
def pack_letter(*, pack: AccessPack, by: Account) -> PackLetter:
    """Make the secret when the letter is written, so that no waiting task holds it; only the last one works."""
    token = secrets.token_urlsafe(32)  # 256 bits
    change(pack, token_hash=hash_of(token))
    return PackLetter(pack, token)


@operation(MAKE_ACCESS_PACKS, on="pack")
def hand_over_pack(*, pack: AccessPack, how: str, on: date, by: Account) -> AccessPack:
    """Write down that it was handed over, how and when. Raises RightsRefused."""
    if not how.strip():
        raise RightsRefused(_("Write down how it was handed over."), field="how", code="blank")
    if pack.handed_on:
        raise RightsRefused(_("It has been handed over already."), code="handed_over")
    if on < pack.request.received_on:
        raise RightsRefused(_("The request came after that day."), field="on", code="before")
    change(pack, handed_how=how.strip(), handed_on=on, handed_by=by)
    if pack.request.person and not pack.sent_at:
        ask_authors(pack.request, pack.request.person, timezone.now())
    return pack


@operation(MAKE_ACCESS_PACKS, on="pack")
def take_file(*, pack: AccessPack, file: str, at: datetime, by: Account) -> AccessPack:
    """Take a file of a pack to hand it over: logged. Raises RightsRefused for files that are not to be had."""
    must_be_openable(pack, at)
    PackOpening.objects.create(pack=pack, file=file, by=by, at=at)
    return pack


@operation(PUBLIC, on=None)
def take_file_by_link(*, token: str, file: str, at: datetime, by: Account) -> AccessPack:
    """Take a file by the link that was sent: logged. Raises RightsRefused: one sentence for old and unknown."""
    pack = AccessPack.objects.openable(at).of_token(token).first() if token else None
    if pack is None:
        raise RightsRefused(_("This link is too old, or was never good."), code="no_link")
    PackOpening.objects.create(pack=pack, file=file, by=None, at=at)
    return pack


def whose(request: RightsRequest) -> Person:
    """Whose record a request for a copy is about. Raises RightsRefused before we know that it is them."""
    if request.kind != RightsRequest.Kind.ACCESS:
        raise RightsRefused(_("They did not ask for a copy."), code="other_kind")
    if request.person is None or not request.identity_on:
        raise RightsRefused(_("Make sure first that it is them, and write down how."), code="no_identity")
    return request.person


def must_be_openable(pack: AccessPack, at: datetime) -> None:
    """Raise RightsRefused where the files are not made yet, forgotten, or might name somebody kept safe since."""
    if not AccessPack.objects.openable(at).filter(pk=pack.pk).exists():
        raise RightsRefused(_("These files are not to be had any more. Have them made anew."), code="not_openable")
