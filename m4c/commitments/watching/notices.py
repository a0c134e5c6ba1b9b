"""The words of a verdict as the page would read, and the ready letter that tells the speaker so beforehand."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.campaigns.approaches.drafts import email_of
from m4c.commitments.models import Commitment, Judgement

Verdict = Judgement.Verdict


@dataclass(frozen=True)
class Letter:
    """A text to copy, or to open in one's own mail program. It is sent by nobody but a person."""

    subject: str
    body: str
    to: str

    @property
    def mailto(self) -> str:
        """The address that opens it in a mail program, with nobody to send it to where no e-mail was looked at."""
        return f"mailto:{quote(self.to)}?subject={quote(self.subject)}&body={quote(self.body)}"


def told(commitment: Commitment) -> dict[str, str]:
    """What letters say of a commitment."""
    name, office = commitment.powerholder.name, commitment.office_words or str(commitment.office or "")
    return {
        "name": name,
        "speaker": ", ".join(filter(None, (name, office))),
        "day": date_format(commitment.made_on, "j F Y"),
        "words": commitment.words,
        "group": commitment.group.name,
    }


def page_words_of(judgement: Judgement) -> str:
    """As the page would read."""
    commitment = judgement.commitment
    verdict = {
        Verdict.BROKEN: _("We judge it broken."),
        Verdict.PARTLY: _("We judge it partly kept."),
        Verdict.UNVERIFIABLE: _("We judge that it cannot be verified."),
        Verdict.DISPUTED: _("It is disputed."),
    }[Verdict(judgement.verdict)]
    said = _("On {day} {speaker} promised: “{words}”").format(**told(commitment))
    counts = (
        _("It counts as kept if: {rule}").format(rule=commitment.counts_as_kept) if commitment.counts_as_kept else ""
    )
    missing = _("What is missing: {words}").format(words=judgement.missing) if judgement.missing else ""
    evidence = " ".join(filter(None, (judgement.evidence.rstrip("."), judgement.evidence_url)))
    shown = _("What shows it: {words}").format(words=evidence if judgement.evidence_url else f"{evidence}.")
    reply = _("Their reply stands beside it.")
    return "\n\n".join(filter(None, (said, counts, f"{verdict} {judgement.reasons}", missing, shown, reply)))[:4_000]


def letter_of(judgement: Judgement, reply_url: str) -> Letter:
    """The letter that tells the speaker of a verdict, with the link by which their office replies."""
    number = settings.COMMITMENT_NOTICE_DAYS
    left = ngettext("in {number} day", "in {number} days", number).format(number=number)
    facts = told(judgement.commitment) | {"left": left, "page": judgement.page_words, "url": reply_url}
    if judgement.verdict == Verdict.BROKEN:
        opening = _("We mean to say on our page {left} that what you promised on {day} was broken.")
    else:
        opening = _("We have judged what you promised on {day}, and tell you what our page says.")
    parts = [
        _("Dear {name},"),
        opening,
        _("This is how the page would read:"),
        "{page}",
        _(
            "If something in it is wrong, or you see it otherwise, reply by this link from an address of your office. "
            "We publish your reply beside it, with the name and role of whoever writes:"
        ),
        "{url}",
        _("We would rather report that it was kept. If you can still keep it, tell us by when."),
        _("Yours,") + "\n{group}",
    ]
    body = "\n\n".join(part.format(**facts) for part in parts)
    subject = _("What you promised on {day}").format(**facts)
    return Letter(subject, body, email_of(judgement.commitment.powerholder))


def notice_ends_on(judgement: Judgement) -> "object | None":
    """The last day of their notice; None before they are told."""
    return judgement.told_on + timedelta(days=settings.COMMITMENT_NOTICE_DAYS) if judgement.told_on else None
