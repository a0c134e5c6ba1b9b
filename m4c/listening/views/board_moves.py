"""What is done on the coding board: those ticked are put under a theme, and what changed on the page is sent back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from m4c.core.pages import Page
from m4c.listening.models import Concern, Theme
from m4c.listening.operations.theme import Moved, make_theme, move_concerns, take_out_concerns
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.themes.board import Board
from m4c.listening.themes.forms import MAKE, TAKE_OUT, MovesForm
from m4c.listening.themes.reading import before, board_seen, from_one_on
from m4c.listening.themes.telling import left_sentence, moved_sentence
from m4c.listening.views.board import SIZE, board_page, frame, in_view, shown_theme
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@require_POST
def moves(request: SignedIn, **where: Any) -> HttpResponse:
    """Put those ticked under a theme, under a new one, or out of the one that is looked at."""
    seen = board_seen(request.user, RUN_LISTENING, **where)
    form, moved = MovesForm(request.POST, board=seen), None
    if not form.is_valid():
        messages.error(request, form.sentences)
    elif moved := moved_by(request, form, shown_theme(request, seen)):
        tell(request, moved, is_out=form.cleaned_data["do"] == TAKE_OUT)
    if not request.htmx:
        return redirect(f"{seen.address()}?{request.GET.urlencode()}")
    return (moved and changes(request, seen, form)) or board_page(request, seen)


def moved_by(request: SignedIn, form: MovesForm, shown: Theme | None) -> Moved | None:
    """Do what the form says, or say why not."""
    given, now = form.cleaned_data, timezone.now()
    what: dict[str, Any] = {"seen": form.seen, "at": now}
    moved: Moved | None
    if given["do"] == MAKE:
        board = form.board
        new: dict[str, Any] = {"group": board.group, "campaign": board.campaign, "name": given["name"], "out_of": shown}
        moved = done(request, make_theme, **what, **new)
    elif given["do"] == TAKE_OUT and shown:
        moved = done(request, take_out_concerns, theme=shown, **what)
    else:
        moved = done(request, move_concerns, theme=given["theme"], **what) if given["theme"] else None
    return moved


def tell(request: HttpRequest, moved: Moved, *, is_out: bool = False) -> None:
    """Say what moved, and what was left where it is."""
    messages.success(request, moved_sentence(moved, is_out=is_out))
    if moved.left:
        messages.warning(request, left_sentence(moved.left))


def changes(request: SignedIn, seen: Board, form: MovesForm) -> HttpResponse | None:
    """What a move changed on the page and nothing else, so that a phone draws a few lines and stays where it is.

    Those that left the list go, as many follow at its end, and numbers change. None where the list is empty now, or
    the page did not say what it shows: then the board is drawn anew.
    """
    shown = shown_theme(request, seen)
    which, found = in_view(request, seen, shown)
    sent = [form.cleaned_data[end] for end in ("first", "last")]
    ends = seen.concerns(request.user).in_bulk([uid for uid in sent if uid], field_name="uid")
    first, last = (ends.get(uid) for uid in sent)
    rows = list(from_one_on(found, first)[: SIZE + 1]) if first and last else []
    if not (rows and last):
        return None
    here, stayed = rows[:SIZE], {row.uid for row in rows}
    context = frame(request, seen, shown, which) | {
        "page": Page(here, *addresses(found, rows, which)),
        "gone": [uid for uid in form.seen if uid not in stayed],
        "changed": [row for row in here if row.uid in form.seen],
        "more": [row for row in here if place(row) > place(last)],
        "made": form.cleaned_data["do"] == MAKE,
    }
    answer = render(request, "listening/board.html#board-moved", context)
    answer["HX-Reswap"] = "none"  # each part says itself where it goes
    return answer


def place(concern: Concern) -> tuple[Any, int]:
    """Where it stands in the order of the list."""
    return concern.said_on, concern.pk


def addresses(found: Any, rows: list[Concern], which: str) -> tuple[str, str]:
    """The addresses of the pages before and after these rows, of which there is one too many where more follow."""
    newer = urlencode({"theme": which, "before": str(rows[0].uid)}) if before(found, rows[0]).exists() else ""
    older = urlencode({"theme": which, "after": str(rows[SIZE - 1].uid)}) if len(rows) > SIZE else ""
    return newer and f"?{newer}", older and f"?{older}"
