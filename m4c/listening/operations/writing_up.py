"""Write up a 1-2-1 after it was held, in one go: the note, what was promised, what comes next, whom else to meet."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import NotAllowed
from m4c.core.operations import change, operation
from m4c.listening.models import OneToOne
from m4c.listening.operations.concern import NewConcern, note_concerns
from m4c.listening.operations.one_to_one import OneToOneRefused, hold_one_to_one
from m4c.listening.permissions import RECORD_CONVERSATIONS
from m4c.people.models import Account, Note
from m4c.people.operations.name_on_list import NewName, write_name
from m4c.people.operations.note import write_note


@dataclass(frozen=True)
class WrittenUp:
    """What whoever asked writes down afterwards: nothing is forced but the name that their device gave to it.

    `names` are people to meet, for their own list; `concerns` are what the other said hurts, in their words.
    """

    uid: UUID
    on: date
    about_them: str = ""
    about_others: str = ""
    reflection: str = ""
    tier: str = Note.Tier.PRIVATE.value
    commitment: str = ""
    next_step: str = ""
    next_step_of: str = OneToOne.Whose.ASKER.value
    next_step_by: date | None = None
    names: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    may_quote: bool = False
    alongside: str | None = None

    @property
    def name(self) -> UUID:
        """By what this is known: the same words under the same name are one, other words are another."""
        words = {name: str(value) for name, value in asdict(self).items() if name != "uid"}
        return uuid5(self.uid, json.dumps(words, sort_keys=True))


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def write_up(*, one_to_one: OneToOne, written: WrittenUp, at: datetime, by: Account) -> OneToOne:
    """Write up one's own 1-2-1, held on the day that is said: once, and the same sent again changes nothing.

    Raises OneToOneRefused where something else was written up before, NotAllowed for somebody else's, and whatever
    holding it, a note, a name or a concern raises; then nothing is written.
    """
    if one_to_one.asker_id != by.person_id:
        raise NotAllowed(RECORD_CONVERSATIONS)
    one = OneToOne.objects.select_for_update().get(pk=one_to_one.pk)
    if one.written_as == written.name:
        return one
    if one.written_as:
        raise OneToOneRefused(
            _("This 1-2-1 was written up already. Add what is missing to your note of it."), code="written_up"
        )
    hold_one_to_one(
        one_to_one=one,
        on=written.on,
        next_step=written.next_step or None,
        next_step_by=written.next_step_by,
        alongside=written.alongside,
        by=by,
    )
    whose = {"next_step_of": written.next_step_of} if written.next_step else {}
    note = note_of(one, written, at, by)
    change(one, commitment=written.commitment.strip(), note=note, written_as=written.name, **whose)
    for name in written.names:
        write_name(group=one.group, new=NewName(name), on=written.on, by=by)
    heard = NewConcern("", written.on, one.other, may_quote=written.may_quote, campaign=one.campaign, one_to_one=one)
    said = [replace(heard, words=words) for words in written.concerns]
    if said:
        note_concerns(group=one.group, rows=said, at=at, by=by)
    return one


def note_of(one: OneToOne, written: WrittenUp, at: datetime, by: Account) -> Note | None:
    """The note about the other; None where nothing was written of them."""
    parts = {name: getattr(written, name) for name in ("about_them", "about_others", "reflection")}
    if not any(words.strip() for words in parts.values()):
        return one.note
    return write_note(person=one.other, group=one.group, tier=written.tier, at=at, by=by, **parts)
