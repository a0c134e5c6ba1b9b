"""Parties of a covenant: bodies that promise, sign a text of it, and leave."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Covenant, CovenantParty, CovenantText
from m4c.commitments.operations.covenant import must_stand
from m4c.commitments.permissions import KEEP_COVENANTS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group
from m4c.power.models import Institution


class PartyRefused(Refused):
    """The body is not party to it in that way."""


@dataclass(frozen=True)
class NewParty:
    """A body: one of our groups, an institution, or by its name alone; and what it will do."""

    will_do: str
    name: str = ""
    kind_words: str = ""
    body: Group | None = None
    institution: Institution | None = None

    @property
    def called(self) -> str:
        """Its name: as it was typed, else that of the group or institution."""
        return self.name.strip() or str(self.body or self.institution or "")

    @property
    def said(self) -> dict[str, Any]:
        """The fields of the record."""
        words = {"name": self.called, "kind_words": self.kind_words.strip(), "will_do": self.will_do.strip()}
        return words | {"body": self.body, "institution": self.institution}


@operation(KEEP_COVENANTS, on="covenant", public=True)
def add_party(*, covenant: Covenant, new: NewParty, at: datetime, by: Account) -> CovenantParty:
    """Add a body and what it will do; it is bound once it signs. Raises PartyRefused, CovenantRefused."""
    must_stand(covenant)
    check(covenant, new, by)
    return CovenantParty.objects.create(covenant=covenant, added_by=by, added_at=at, **new.said)


@operation(KEEP_COVENANTS, on="party", public=True)
def change_party(*, party: CovenantParty, new: NewParty, by: Account) -> CovenantParty:
    """Put right what a body is called and will do, before it signs: after that a new text does. Raises PartyRefused."""
    if party.signed_on and new.will_do.strip() != party.will_do:
        raise PartyRefused(
            _("It signed what it will do. Write a new text of the covenant, and have it signed again."),
            field="will_do",
            code="signed",
        )
    check(party.covenant, new, by, party)
    change(party, **new.said)
    return party


@operation(KEEP_COVENANTS, on="party", public=True)
def sign_covenant(
    *,
    party: CovenantParty,
    text: CovenantText,
    on: date,
    signed_by: str,
    will_do: str = "",
    at: datetime,
    by: Account,
) -> list[CovenantParty]:
    """Write down that a body signed a text, when, and who signed for it. Raises PartyRefused.

    One that signed an earlier text signs again: what it signed before stays on record, until that day. `will_do` is
    what it promises by the new text, where that is something else.
    """
    must_stand(party.covenant)
    if party.ended_on:
        raise PartyRefused(_("It is no longer party to it: add it anew."), code="left")
    if text.covenant_id != party.covenant_id:
        raise PartyRefused(_("That is the text of another covenant."), field="text", code="elsewhere")
    if not signed_by.strip():
        raise PartyRefused(_("Say who signed for it, and as what."), field="signed_by", code="nobody")
    if on < text.on or on > timezone.localdate(at):
        raise PartyRefused(_("It was signed between the day of the text and today."), field="on", code="wrong_day")
    promised, signature = will_do.strip() or party.will_do, {"text": text, "signed_on": on}
    if party.signed_on is None:
        change(party, **signature, signed_by=signed_by.strip(), will_do=promised)
        return [party]
    before = party.text
    if before is None or text.number <= before.number or on < party.signed_on:
        raise PartyRefused(_("It signed that text already, or a later one."), field="text", code="signed")
    change(party, ended_on=on)  # without a reason: it signed again
    kept = {name: getattr(party, name) for name in ("covenant", "body", "institution", "name", "kind_words")}
    again = CovenantParty.objects.create(
        **kept, **signature, signed_by=signed_by.strip(), will_do=promised, added_by=by, added_at=at
    )
    return [party, again]


@operation(KEEP_COVENANTS, on="party", public=True)
def leave_covenant(*, party: CovenantParty, on: date, because: str, at: datetime, by: Account) -> CovenantParty:
    """Write down that a body is bound no more, from when, and why. Twice is once. Raises PartyRefused."""
    if party.ended_on:
        return party
    if on > timezone.localdate(at) or (party.signed_on and on < party.signed_on):
        raise PartyRefused(_("It left between the day it signed and today."), field="on", code="wrong_day")
    if not because.strip():
        raise PartyRefused(_("Say why, as they would say it."), field="because", code="no_reason")
    change(party, ended_on=on, ended_because=because.strip())
    return party


def check(covenant: Covenant, new: NewParty, by: Account, besides: CovenantParty | None = None) -> None:
    """Raise PartyRefused for a body without a name or a promise, one that is party already, or one not seen."""
    if not new.called:
        raise PartyRefused(_("Say which body."), field="name", code="no_name")
    if not new.will_do.strip():
        raise PartyRefused(_("Say what it will do: a covenant is made of promises."), field="will_do", code="empty")
    if new.body and new.institution:
        raise PartyRefused(_("It is a group of ours or an institution, not both."), field="institution", code="both")
    others = CovenantParty.objects.filter(covenant=covenant, ended_on=None, name__iexact=new.called)
    if (others.exclude(pk=besides.pk) if besides else others).exists():
        raise PartyRefused(_("That body is party to it already."), field="name", code="party")
    is_kept = besides is not None and new.body == besides.body
    if new.body and not is_kept and not Group.objects.visible_to(by).filter(pk=new.body.pk).exists():
        raise PartyRefused(_("There is no such group among those you see."), field="body", code="unseen")
