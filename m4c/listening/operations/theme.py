"""The coding board: make themes, move concerns, split, rename, merge and end, so that several at once lose nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, change_many, operation
from m4c.listening.models import Concern, IssueTheme, ListeningCampaign, Theme, ThemeStep
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.themes.board import Board
from m4c.people.models import Account, Group

AT_ONCE = 500  # concerns of one move
UNDER_NONE: dict[str, object] = {"theme_id": None, "theme_since": None}
Kind = ThemeStep.Kind
Seen = Mapping[UUID, UUID | None]  # concerns, each with the theme under which it was seen, or None


class ThemeRefused(Refused):
    """The board does not allow it."""


@dataclass(frozen=True)
class Moved:
    """What a move did: the theme, the concerns that moved, and those that somebody else had moved meanwhile."""

    theme: Theme
    concerns: list[Concern] = field(default_factory=list)
    left: list[Concern] = field(default_factory=list)

    @property
    def touched(self) -> list[Model]:
        """For the audit entry."""
        return [self.theme, *self.concerns]


@operation(RUN_LISTENING, on="group")
def make_theme(
    *,
    group: Group,
    campaign: ListeningCampaign | None = None,
    name: str,
    about: str = "",
    seen: Seen | None = None,
    out_of: Theme | None = None,
    at: datetime,
    by: Account,
) -> Moved:
    """Make a theme of a campaign, or of a group outside any, with concerns as they were `seen`; `out_of` splits one.

    Raises ThemeRefused for no name, for one that stands already, and for a campaign of another group.
    """
    if campaign and campaign.group_id != group.pk:
        raise ThemeRefused(_("That campaign is another group's."), code="another_group")
    theme = make(Board(group, campaign), name=name, about=about, maker=by)
    going, left = apart(theme, seen or {}, by)
    steps = (Kind.SPLIT, out_of) if out_of else (Kind.MADE, None)
    put(theme, going, at=at, maker=by, kind=steps[0], other=steps[1])
    return Moved(theme, going, left)


@operation(RUN_LISTENING, on="theme")
def move_concerns(*, theme: Theme, seen: Seen, at: datetime, by: Account) -> Moved:
    """Move concerns of its board under a theme; one that stands elsewhere than it was seen is left where it is.

    Raises ThemeRefused where the theme has ended, and for more than AT_ONCE.
    """
    check_stands(theme)
    going, left = apart(theme, seen, by)
    if going:
        put(theme, going, at=at, maker=by, kind=Kind.MOVED)
    return Moved(theme, going, left)


@operation(RUN_LISTENING, on="theme")
def take_out_concerns(*, theme: Theme, seen: Seen, at: datetime, by: Account) -> Moved:
    """Take concerns out of a theme, to stand under none; one that somebody else moved is left where it is."""
    here = {uid: under for uid, under in seen.items() if under == theme.uid}
    found = standing(theme, here, by)
    going = [concern for concern in found if concern.theme_id == theme.pk]
    left = [concern for concern in found if concern.theme_id not in (theme.pk, None)]
    if going:
        note(theme, Kind.TAKEN_OUT, going, at=at, maker=by)
        change_many(dict.fromkeys(going, UNDER_NONE))
    return Moved(theme, going, left)


@operation(RUN_LISTENING, on="theme")
def rename_theme(*, theme: Theme, name: str, about: str, seen: str, at: datetime, by: Account) -> Theme:
    """Give a theme another name, or say in a sentence what it is about. `seen` is the name that stood on the page.

    Raises ThemeRefused where somebody else renamed it meanwhile, and for a name that stands already.
    """
    check_stands(theme)
    if theme.name != seen:
        raise ThemeRefused(
            _("Somebody renamed it “{name}” meanwhile; that name stands.").format(name=theme.name), code="meanwhile"
        )
    before, words = theme.name, checked_name(Board.of(theme), name, but=theme)
    change(theme, name=words, about=" ".join(about.split()))
    if words != before:
        note(theme, Kind.RENAMED, at=at, maker=by, words=before)
    return theme


@operation(RUN_LISTENING, on="theme")
def merge_themes(*, theme: Theme, other: Theme, at: datetime, by: Account) -> list[Theme]:
    """Put all that stands under `other` under a theme of the same board; the other ends.

    Raises ThemeRefused for themes of two boards, for one that has ended, and where an issue comes from the other.
    """
    check_stands(theme)
    check_stands(other)
    if other.pk == theme.pk or (other.group_id, other.campaign_id) != (theme.group_id, theme.campaign_id):
        raise ThemeRefused(_("Choose another theme of the same board."), field="other", code="another_board")
    check_no_issue(other)
    going = concerns_under(other)
    note(theme, Kind.MERGED, going, at=at, maker=by, other=other, words=other.name)
    Concern.objects.filter(theme=other).update(theme=theme, theme_since=at)
    change(other, merged_into=theme, ended_at=at)
    return [theme, other]


@operation(RUN_LISTENING, on="theme")
def end_theme(*, theme: Theme, at: datetime, by: Account) -> Theme:
    """Take a theme away; its concerns stand under none again. Raises ThemeRefused where an issue comes from it."""
    check_stands(theme)
    check_no_issue(theme)
    note(theme, Kind.ENDED, concerns_under(theme), at=at, maker=by)
    Concern.objects.filter(theme=theme).update(theme=None, theme_since=None)
    change(theme, ended_at=at)
    return theme


def make(board: Board, *, name: str, about: str = "", maker: Account) -> Theme:
    """A new theme of a board, for operations. Raises ThemeRefused for no name, and for one that stands already."""
    return Theme.objects.create(
        group=board.group,
        campaign=board.campaign,
        name=checked_name(board, name),
        about=" ".join(about.split()),
        made_by=maker,
    )


def apart(theme: Theme, seen: Seen, by_whom: Account) -> tuple[list[Concern], list[Concern]]:
    """Of concerns that were seen under some theme: those that still stand there, and those that somebody moved.

    Whatever stands under the wanted theme already is in neither.
    """
    found = [concern for concern in standing(theme, seen, by_whom) if concern.theme_id != theme.pk]
    uids = {concern.uid: concern.theme.uid if concern.theme else None for concern in found}
    going = [concern for concern in found if uids[concern.uid] == seen[concern.uid]]
    return going, [concern for concern in found if uids[concern.uid] != seen[concern.uid]]


def standing(theme: Theme, seen: Seen, by_whom: Account) -> list[Concern]:
    """Concerns of a theme's board that the account may see, as they stand now, locked until this is done."""
    if len(seen) > AT_ONCE:
        raise ThemeRefused(_("That is too many at once: tick at most {most}.").format(most=AT_ONCE), code="too_many")
    Theme.objects.select_for_update().get(pk=theme.pk)  # a theme does not end while something is put under it
    concerns = Board.of(theme).concerns(by_whom).select_for_update(of=("self",))
    return list(concerns.filter(uid__in=list(seen)).select_related("theme"))


def put(
    theme: Theme, going: list[Concern], *, at: datetime, maker: Account, kind: Kind, other: Theme | None = None
) -> None:
    """Put concerns under a theme, and write down the step."""
    note(theme, kind, going, at=at, maker=maker, other=other)
    change_many({concern: {"theme_id": theme.pk, "theme_since": at} for concern in going})


def note(
    theme: Theme,
    kind: Kind,
    going: list[Concern] | None = None,
    *,
    at: datetime,
    maker: Account,
    other: Theme | None = None,
    words: str = "",
) -> None:
    """Write down a step, with what stood before it."""
    concerns = going or []
    ThemeStep.objects.create(
        theme=theme,
        other=other,
        kind=kind,
        words=words,
        concerns=[concern.pk for concern in concerns],
        before=[concern.theme_id for concern in concerns],
        by=maker,
        at=at,
    )


def concerns_under(theme: Theme) -> list[Concern]:
    """All that stands under a theme, whoever may see it: what hides somebody from us does not tear a theme apart."""
    return list(Concern.objects.filter(theme=theme).only("pk", "theme_id").select_for_update(of=("self",)))


def checked_name(board: Board, name: str, but: Theme | None = None) -> str:
    """A name as it will stand. Raises ThemeRefused for none, and for one that a theme of the board has already."""
    words = " ".join(name.split())
    if not words:
        raise ThemeRefused(_("Give the theme a name."), field="name", code="no_name")
    named = board.themes().filter(name__iexact=words)
    if (named.exclude(pk=but.pk) if but else named).exists():
        raise ThemeRefused(
            _("There is a theme called “{name}” already.").format(name=words), field="name", code="taken"
        )
    return words


def check_stands(theme: Theme) -> None:
    """Raise ThemeRefused where a theme was merged or taken away, perhaps while somebody looked at the page."""
    theme.refresh_from_db(from_queryset=Theme.objects.select_for_update())
    if theme.merged_into:
        sentence = _("“{name}” was merged into “{other}” meanwhile.").format(name=theme.name, other=theme.merged_into)
        raise ThemeRefused(sentence, code="ended")
    if theme.ended_at:
        raise ThemeRefused(_("“{name}” was taken away meanwhile.").format(name=theme.name), code="ended")


def check_no_issue(theme: Theme) -> None:
    """Raise ThemeRefused where an issue comes from a theme: its concerns, meetings and people go with that."""
    if IssueTheme.objects.filter(theme=theme).exists():
        raise ThemeRefused(
            _("An issue comes from “{name}”: merge others into it instead.").format(name=theme.name), code="has_issue"
        )
