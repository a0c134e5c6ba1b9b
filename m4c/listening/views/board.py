"""The coding board: the concerns to put under themes, page by page; its history, and undoing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.models.record import uid_of
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.listening.models import Concern, Theme, ThemeStep
from m4c.listening.operations.theme_step import undo_step
from m4c.listening.permissions import RUN_LISTENING, SEE_LISTENING
from m4c.listening.themes.board import ALL, NONE, Board
from m4c.listening.themes.forms import MovesForm
from m4c.listening.themes.reading import ORDER, after, before, board_seen
from m4c.listening.themes.telling import left_sentence, told
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done

SIZE = 50  # concerns on a page
STEPS = 40


@require_safe
def board(request: SignedIn, uid: UUID | None = None, slug: str = "") -> HttpResponse:
    """The concerns of a campaign or of a group outside any, those under no theme yet first."""
    return board_page(request, board_seen(request.user, SEE_LISTENING, uid, slug))


@require_safe
def history(request: SignedIn, uid: UUID | None = None, slug: str = "") -> HttpResponse:
    """What was done on the board, the latest first, each step to be undone."""
    seen = board_seen(request.user, SEE_LISTENING, uid, slug)
    steps = seen.steps(request.user).select_related("theme", "other", "by")
    page = page_of(
        steps,
        request.GET,
        after=lambda rows, step: rows.filter(pk__lt=step.pk),
        before=lambda rows, step: rows.filter(pk__gt=step.pk),
        size=STEPS,
    )
    context = {"board": seen, "page": page, "steps": told(request.user, page.rows), "may_run": may_run(request, seen)}
    return page_or_part(request, "listening/board_history.html", context, part="history-list")


@require_POST
def undo(request: SignedIn, uid: UUID) -> HttpResponse:
    """Undo a step, as far as nobody went on from it; back to the board as it was looked at, or to its history."""
    found = ThemeStep.objects.visible_to(request.user).filter(
        request.user.sight.of_group("theme__group", RUN_LISTENING)
    )
    step = get_object_or_404(found.select_related("theme__group", "theme__campaign", "other"), uid=uid)
    undone = done(request, undo_step, _("Undone."), step=step, at=timezone.now())
    if undone and undone.left:
        messages.warning(request, left_sentence(undone.left))
    if "board" not in request.POST:
        return redirect(Board.of(step.theme).address("history"))
    return redirect(f"{Board.of(step.theme).address()}?{urlencode({'theme': request.POST['board']})}")


def board_page(request: SignedIn, seen: Board) -> HttpResponse:
    """The board as the address says: under which theme, and from which concern on."""
    shown = shown_theme(request, seen)
    which, found = in_view(request, seen, shown)
    pages: dict[str, Any] = {"after": after, "before": before, "kept": {"theme": which}, "size": SIZE}
    page = page_of(found, request.GET, **pages)
    if not page.rows and request.GET.get("after"):  # all that followed has moved away
        page = page_of(found, QueryDict(), **pages)
    context = frame(request, seen, shown, which) | {"page": page, "form": MovesForm(board=seen)}
    return page_or_part(request, "listening/board.html", context, part="board")


def frame(request: SignedIn, seen: Board, shown: Theme | None, which: str) -> dict[str, Any]:
    """What stands round the list: the themes with their numbers, and one's own last step."""
    themes, numbers = list(seen.themes()), seen.numbers(request.user)
    return {
        "board": seen,
        "which": which,
        "shown": shown,
        "tabs": tabs_of(seen, themes, numbers, which),
        "themes": themes,
        "number": sum(numbers.values()),
        "latest": seen.steps(request.user).filter(by=request.user, undone_at=None).first(),
        "may_run": may_run(request, seen),
        "moves_url": f"{seen.address('moves')}?{request.GET.urlencode()}",
    }


def in_view(request: SignedIn, seen: Board, shown: Theme | None) -> "tuple[str, QuerySet[Concern]]":
    """Which list is looked at, a theme's uid or one of ALL and NONE, and its concerns in their order."""
    found = seen.concerns(request.user).select_related("theme").order_by(*ORDER)
    if not shown and request.GET.get("theme") == ALL:
        return ALL, found
    return (str(shown.uid) if shown else NONE), found.filter(theme=shown)


def shown_theme(request: HttpRequest, seen: Board) -> Theme | None:
    """The standing theme that the address names."""
    uid = uid_of(request.GET.get("theme"))
    return seen.themes().filter(uid=uid).first() if uid else None


def tabs_of(seen: Board, themes: list[Theme], numbers: dict[int | None, int], which: str) -> list[dict[str, Any]]:
    """Under no theme yet, every theme with its number, and all of them."""
    shown = [(NONE, _("Under no theme yet"), numbers.get(None, 0))]
    shown += [(str(theme.uid), theme.name, numbers.get(theme.pk, 0)) for theme in themes]
    shown += [(ALL, _("All"), sum(numbers.values()))]
    return [
        {
            "label": label,
            "url": f"{seen.address()}?{urlencode({'theme': key})}",
            "current": key == which,
            "count": count,
            "count_id": f"count-{key}",
        }
        for key, label, count in shown
    ]


def may_run(request: SignedIn, seen: Board) -> bool:
    """Whether the account puts themes together here."""
    return request.user.may(RUN_LISTENING, scopes_of(seen.group))
