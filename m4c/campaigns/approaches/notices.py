"""The words of silence in public: as the page would read, and the letter that tells the powerholder so beforehand."""

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.campaigns.approaches.drafts import Draft, email_of
from m4c.campaigns.approaches.next_step import NextStep
from m4c.campaigns.approaches.reading import Clocked
from m4c.campaigns.models import SilenceNotice


def page_words(row: Clocked) -> str:
    """As the page would read, to begin with: the group says it in its own words."""
    facts = {
        "day": date_format(row.approach.on, "j F Y"),
        "asked": row.approach.asked.rstrip("."),
        "name": row.approach.powerholder.name,
    }
    sentence = _("On {day} we asked {name}: {asked}. There was no answer.").format(**facts)
    return " ".join(filter(None, (sentence, row.not_counted)))


def letter_of(notice: SilenceNotice) -> Draft:
    """The letter that tells them, to copy or to open in one's own mail program."""
    number = settings.SILENCE_NOTICE_DAYS
    left = ngettext("in {number} day", "in {number} days", number).format(number=number)
    facts = {
        "name": notice.powerholder.name,
        "day": date_format(notice.approach.on, "j F Y"),
        "left": left,
        "words": notice.page_words,
        "group": notice.campaign.group.name,
    }
    parts = [
        _("Dear {name},"),
        _("On {day} we wrote to you and have had no answer. We mean to say so on our public page {left}."),
        _("This is how it would read:"),
        "“{words}”",
        _("If you answer, it is not published. If something in it is wrong, tell us, and we put it right."),
        _("Yours,") + "\n{group}",
    ]
    body = "\n\n".join(part.format(**facts) for part in parts)
    subject = _("What we mean to publish {left}").format(left=left)
    return Draft(NextStep.WAIT, subject, body, email_of(notice.powerholder))
