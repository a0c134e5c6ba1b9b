"""Write a note about somebody, change it, and take it back: the author alone."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group, Note, Person
from m4c.people.operations.must_see import must_see
from m4c.people.permissions import WRITE_NOTES


class NoteRefused(Refused):
    """The note would say nothing, or not be the account's own."""


@operation(WRITE_NOTES, on="group")
def write_note(
    *,
    person: Person,
    group: Group,
    tier: str,
    at: datetime,
    by: Account,
    about_them: str = "",
    about_others: str = "",
    reflection: str = "",
) -> Note:
    """Write a note about a person whom the account may see, for the tier of this very group.

    Raises NoteRefused, Unseen.
    """
    must_see([person], by)
    parts = words(about_them, about_others, reflection)
    return Note.objects.create(person=person, group=group, tier=tier, at=at, author=by, **parts)


@operation(WRITE_NOTES, on="note")
def edit_note(
    *, note: Note, tier: str, by: Account, about_them: str = "", about_others: str = "", reflection: str = ""
) -> Note:
    """Change the words of one's own note, or who may read it. Raises NoteRefused."""
    check_own(note, by)
    change(note, tier=tier, **words(about_them, about_others, reflection))
    return note


@operation(WRITE_NOTES, on="note")
def withdraw_note(*, note: Note, at: datetime, by: Account) -> Note:
    """Take one's own note back: nobody reads it any more, oneself included. Raises NoteRefused."""
    check_own(note, by)
    change(note, withdrawn_at=at)
    return note


def words(about_them: str, about_others: str, reflection: str) -> dict[str, str]:
    """The three parts, trimmed. Raises NoteRefused where all are blank."""
    parts = {
        "about_them": about_them.strip(),
        "about_others": about_others.strip(),
        "reflection": reflection.strip(),
    }
    if not any(parts.values()):
        raise NoteRefused(_("Write something first."), field="about_them", code="blank")
    return parts


def check_own(note: Note, by: Account) -> None:
    """Raise NoteRefused for a note of somebody else, or one that was taken back."""
    if note.author_id != by.pk or note.withdrawn_at:
        raise NoteRefused(_("Only whoever wrote a note can change it."), code="not_own")
