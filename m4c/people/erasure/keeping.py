"""How long anything is kept: rules that propose what somebody decides about, and what goes by itself, with figures.

Each figure holds from a day, and says whose rule it is: a movement's own, where the law says "no longer than needed"
(UK GDPR article 5(1)(e)).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from m4c.core.register import Register
from m4c.people.clocks import COMPLAINT_KEPT, Clock, days_of, in_force
from m4c.people.models import Account, Engagement, Note, Person, RetentionCase
from m4c.people.operations.erasing.records import forget_notes

if TYPE_CHECKING:
    from django.utils.functional import Promise

OUR_OWN = "our own rule: no longer than needed (UK GDPR article 5(1)(e))"
NO_CONTACT = [Clock(730, date(2026, 11, 1), OUR_OWN)]
NOTES = [Clock(730, date(2026, 11, 1), OUR_OWN)]
HOUSE_MEETING_WORDS = [Clock(183, date(2026, 11, 1), OUR_OWN)]
YEAR = 365
ASK_AGAIN = timedelta(days=90)  # after they were asked and nothing was heard


@dataclass(frozen=True)
class Rule:
    """Something that is kept for a time. `found` gives people with `since` annotated; `erase` lets it go of one."""

    name: str
    what: "str | Promise"
    clocks: Sequence[Clock]
    found: "Callable[[date], QuerySet[Person]]"
    erase: "Callable[[Person, date], None] | None" = None  # of what is from before a day; None: the whole record

    def before(self, today: date) -> date:
        """The day before which it is longer than it should be."""
        clock = in_force(self.clocks, today)
        return today - timedelta(days=clock.days) if clock else date.min

    def to_propose(self, today: date) -> "QuerySet[Person]":
        """People of whom somebody should decide: none that waits, was kept on until later, or was asked lately."""
        cases = RetentionCase.objects.filter(rule=self.name, person=OuterRef("pk"))
        asked = cases.filter(decision=RetentionCase.Decision.ASK, decided_at__date__gt=today - ASK_AGAIN)
        told = Exists(cases.waiting()) | Exists(cases.kept_until_after(today)) | Exists(asked)
        return self.found(self.before(today)).filter(~told, erased_at=None)


RETENTION_RULES: Register[Rule] = Register("What is proposed for erasure, after how long.")


def no_contact(before: date) -> "QuerySet[Person]":
    """People of whom the ledger has told nothing, and who have not signed in, since before a day."""
    lately = Engagement.objects.filter(person=OuterRef("pk"), at__date__gte=before)
    seen = Account.objects.filter(person=OuterRef("pk"), is_active=True, last_login__date__gte=before)
    people = Person.objects.annotate(began=Coalesce("met_on", TruncDate("made_at")))
    last = Engagement.objects.filter(person=OuterRef("pk")).order_by("-at").values("at__date")[:1]
    silent = people.filter(~Exists(lately), ~Exists(seen), began__lt=before)
    return silent.annotate(since=Coalesce(last, "began"))


def old_notes(before: date) -> "QuerySet[Person]":
    """People with notes about them, of whom the ledger has told nothing since before a day."""
    lately = Engagement.objects.filter(person=OuterRef("pk"), at__date__gte=before)
    notes = Note.objects.filter(person=OuterRef("pk"), withdrawn_at=None)
    newest = notes.order_by("-at").values("at__date")[:1]
    people = Person.objects.filter(Exists(notes), ~Exists(notes.filter(at__date__gte=before)), ~Exists(lately))
    last = Engagement.objects.filter(person=OuterRef("pk")).order_by("-at").values("at__date")[:1]
    return people.annotate(since=Greatest(Coalesce(last, newest), newest))


def after(days: int) -> str:
    """ "after 30 days", "after 6 years"."""
    if days >= 2 * YEAR and days % YEAR == 0:
        return ngettext("after {number} year", "after {number} years", days // YEAR).format(number=days // YEAR)
    return ngettext("after {number} day", "after {number} days", days).format(number=days)


def by_itself() -> "list[tuple[str | Promise, str]]":
    """What goes without anybody deciding, and after how long: it was said when it was taken."""
    goes: list[tuple[str | Promise, int]] = [
        (_("Sign-ups that nobody confirmed"), settings.SIGN_UP_LINK_DAYS),
        (_("Files of people that somebody took out"), 2),
        (_("Reports as files"), 1),
        (_("Sheets that were brought in, and what undoes them"), 30),
        (_("What undoes it when two records were made one"), 30),
        (_("Devices and sign-in links that ended"), 30),
        (_("What the software noted of its own work"), 30),
        (_("Messages by the contact form"), settings.CONTACT_KEPT_DAYS),
        (_("Complaints"), days_of(COMPLAINT_KEPT, timezone.localdate())),
    ]
    return [(what, after(days)) for what, days in goes]


def register() -> None:
    """Tell what of people's own is looked through."""
    for rule in (
        Rule("no_contact", _("nothing heard of them"), NO_CONTACT, no_contact),
        Rule("notes", _("notes about them, and nothing heard since"), NOTES, old_notes, forget_notes),
    ):
        RETENTION_RULES.add(rule.name, rule)
