"""What reach and depth say in words, and what their picture is drawn from."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.listening.reach.figures import Reached

WIDE, DEEP = 0.25, 0.5  # below the one most were met once; from the other on half were met again


def points_of(rows: Iterable[Reached]) -> list[tuple[str, float, float, str]]:
    """Groups that met enough people: name, people met, share with whom it went on, and both in words."""
    return [(row.group.name, row.people, row.share, in_words(row)) for row in rows if row.share is not None]


def in_words(row: Reached) -> str:
    """How many were met, and with how many it went on."""
    met = ngettext("{number} person met", "{number} people met", row.people).format(number=row.people)
    return _("{met}; with {deeper} it went on").format(met=met, deeper=row.deeper)


def sentence_of(row: Reached) -> str:
    """The counts in a sentence, and what they ask."""
    met = ngettext("met {number} person", "met {number} people", row.people).format(number=row.people)
    talks = ngettext("{number} 1-2-1", "{number} 1-2-1s", row.held).format(number=row.held)
    counts = _(
        "{group} {met} in {talks}: {again} met again, {followed_up} followed up, {took_role} with a role since."
    ).format(
        group=row.group,
        met=met,
        talks=talks,
        again=row.again,
        followed_up=row.followed_up,
        took_role=row.took_role,
    )
    return f"{counts} {question_of(row)}".strip()


def question_of(row: Reached) -> str:
    """What a group may ask itself: never a verdict, and nothing where few were met."""
    if row.share is None:
        return ""
    if row.share < WIDE:
        return _("So far it is wide: most were met once. Whom would you go back to?")
    if row.share < DEEP:
        return _("It is growing deeper. With whom is the next talk due?")
    return _("It is deep. Whom have you not met yet?")
