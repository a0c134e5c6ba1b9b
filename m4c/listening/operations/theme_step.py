"""Undo a step of the coding board: whatever still stands where the step put it goes back to where it stood before."""

from collections import defaultdict
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, change_many, operation
from m4c.listening.models import Concern, Theme, ThemeStep
from m4c.listening.operations.theme import UNDER_NONE, Moved, ThemeRefused, check_no_issue, check_stands, checked_name
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.themes.board import Board
from m4c.people.models import Account

Kind = ThemeStep.Kind


@operation(RUN_LISTENING, on="step")
def undo_step(*, step: ThemeStep, at: datetime, by: Account) -> Moved:
    """Undo a step of the board. What somebody else moved on since is left where it is.

    Raises ThemeRefused where it was undone already, where a name is taken since, and for a theme that is not empty.
    """
    locked = ThemeStep.objects.select_for_update().get(pk=step.pk)
    if locked.undone_at:
        raise ThemeRefused(_("That was undone already."), code="undone")
    theme = step.theme
    if step.kind == Kind.ENDED:
        stand_again(theme)
    else:
        check_stands(theme)
    if step.kind == Kind.MERGED and step.other:
        stand_again(step.other)
    if step.kind == Kind.RENAMED:
        rename_back(step)
    back, left = put_back(step, by, at)
    if step.kind in (Kind.MADE, Kind.SPLIT):
        check_no_issue(theme)
        if Concern.objects.filter(theme=theme).exists():
            raise ThemeRefused(
                _("More stands under “{name}” by now: move that first.").format(name=theme.name), code="not_empty"
            )
        change(theme, ended_at=at)
    change(step, undone_at=at)
    return Moved(theme, back, left)


def put_back(step: ThemeStep, by_whom: Account, at: datetime) -> tuple[list[Concern], list[Concern]]:
    """The concerns that went back under the themes they stood under, and those one may see that were moved on since.

    A theme that ended since takes nothing back: its concerns stand under none.
    """
    before = dict(zip(step.concerns, step.before, strict=True))
    found = list(Concern.objects.filter(pk__in=step.concerns).select_for_update(of=("self",)).select_related("theme"))
    put_at = None if step.kind in (Kind.ENDED, Kind.TAKEN_OUT) else step.theme_id
    there: dict[int | None, list[Concern]] = defaultdict(list)
    left: list[Concern] = []
    for concern in found:
        (there[before[concern.pk]] if concern.theme_id == put_at else left).append(concern)
    standing = set(Theme.objects.standing().filter(pk__in=[pk for pk in there if pk]).values_list("pk", flat=True))
    going: dict[Concern, dict[str, object]] = {
        concern: {"theme_id": under, "theme_since": at} if under in standing else UNDER_NONE
        for under, concerns in there.items()
        for concern in concerns
    }
    change_many(going)
    seen = set(Concern.objects.visible_to(by_whom).filter(pk__in=[one.pk for one in left]).values_list("pk", flat=True))
    return list(going), [concern for concern in left if concern.pk in seen]


def stand_again(theme: Theme) -> None:
    """A theme that ended stands again. Raises ThemeRefused where its name is taken since."""
    theme.refresh_from_db(from_queryset=Theme.objects.select_for_update())
    checked_name(Board.of(theme), theme.name, but=theme)
    change(theme, ended_at=None, merged_into=None)


def rename_back(step: ThemeStep) -> None:
    """The name that stood before. Raises ThemeRefused where it was renamed again since, or that name is taken."""
    later = ThemeStep.objects.filter(theme=step.theme_id, kind=Kind.RENAMED, undone_at=None, pk__gt=step.pk)
    if later.exists():
        raise ThemeRefused(_("It was renamed again since: undo that first."), code="renamed_since")
    change(step.theme, name=checked_name(Board.of(step.theme), step.words, but=step.theme))
