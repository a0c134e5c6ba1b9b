"""The secret link by which those affected add evidence: made, ended, and what comes in by it, held until looked at."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment, EvidenceLink, Progress
from m4c.commitments.permissions import ANSWER_FOR_COMMITMENTS
from m4c.commitments.watching.entries import ProgressRefused, check_entry
from m4c.commitments.watching.files import file_fields
from m4c.commitments.watching.keeping import must_keep
from m4c.commitments.watching.links import link_opened_by
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.documents.files import GivenFile
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of

LONGEST = timedelta(days=366)
MOST_HELD = 200  # of one commitment: whoever floods it reaches an end
MOST_FILES = 30  # of those


class EvidenceLinkRefused(Refused):
    """The link cannot be made like that, or opens nothing."""


@dataclass(frozen=True)
class MadeEvidenceLink:
    """A link with its secret, which is kept nowhere: whoever made it hands it on now."""

    link: EvidenceLink
    token: str

    def __str__(self) -> str:
        """The link's whole address."""
        return settings.SITE_URL + reverse("hand-in-evidence", kwargs={"token": self.token})

    @property
    def touched(self) -> list[EvidenceLink]:
        """For the audit entry."""
        return [self.link]


@dataclass(frozen=True)
class HandedIn:
    """What somebody affected brings: what happened, when, and what shows it; their name only if they give it."""

    on: date
    words: str
    evidence: str = ""
    evidence_url: str = ""
    name: str = ""
    email: str = ""
    file: GivenFile | None = None


@operation(SIGNED_IN, on="by")
def make_evidence_link(
    *, commitment: Commitment, for_whom: str, ends_on: date, at: datetime, by: Account
) -> MadeEvidenceLink:
    """Make a link for those affected, good until a day; its keeper may, too. Raises EvidenceLinkRefused."""
    must_keep(commitment, by)
    today = timezone.localdate(at)
    if not for_whom.strip():
        raise EvidenceLinkRefused(_("Say for whom it is."), field="for_whom", code="nobody")
    if not today <= ends_on <= today + LONGEST:
        sentence = _("A link is good for a year at most, and at least for today.")
        raise EvidenceLinkRefused(sentence, field="ends_on", code="wrong_day")
    token = secrets.token_urlsafe(32)  # 256 bits
    link = EvidenceLink.objects.create(
        commitment=commitment,
        for_whom=for_whom.strip(),
        secret_hash=hash_of(token),
        ends_on=ends_on,
        made_by=by,
        made_at=at,
    )
    return MadeEvidenceLink(link, token)


@operation(SIGNED_IN, on="by")
def end_evidence_link(*, link: EvidenceLink, at: datetime, by: Account) -> EvidenceLink:
    """Let it open nothing any more. Twice is once."""
    must_keep(link.commitment, by)
    if link.ended_at is None:
        change(link, ended_at=at)
    return link


@operation(ANSWER_FOR_COMMITMENTS, on=None)
def hand_in_evidence(*, token: str, handed: HandedIn, at: datetime, by: Account) -> Progress:
    """Somebody affected brings what they know: it is held, and counts for nothing until a keeper has looked at it.

    The same sent twice is one. Raises EvidenceLinkRefused for a link that opens nothing, ProgressRefused for what says
    too little.
    """
    today = timezone.localdate(at)
    link = link_opened_by(token, today)
    if link is None:
        raise EvidenceLinkRefused(_("This link opens nothing any more."), code="no_link")
    if not handed.words.strip():
        raise ProgressRefused(_("Say what happened."), field="words", code="no_words")
    check_entry(link.commitment, kind=Progress.Kind.STEP, on=handed.on, amount=None, today=today)
    words, name = handed.words.strip(), handed.name.strip()
    waiting = Progress.objects.held().filter(commitment=link.commitment)
    if twice := waiting.filter(link=link, on=handed.on, words=words, from_words=name).first():
        return twice
    if waiting.count() >= MOST_HELD:
        sentence = _("So much waits to be looked at that nothing more can be taken. Try again next week.")
        raise EvidenceLinkRefused(sentence, code="too_many")
    if handed.file and waiting.filter(file_uid__isnull=False).count() >= MOST_FILES:
        sentence = _("So many files wait to be looked at that no more can be taken. Send it without, or next week.")
        raise EvidenceLinkRefused(sentence, field="file", code="too_many_files")
    return Progress.objects.create(
        commitment=link.commitment,
        kind=Progress.Kind.STEP,
        on=handed.on,
        words=words,
        evidence=handed.evidence.strip(),
        evidence_url=handed.evidence_url.strip(),
        is_from_outside=True,
        link=link,
        from_words=name,
        from_email=handed.email.strip(),
        added_by=by,
        added_at=at,
        **file_fields(handed.file),
    )
