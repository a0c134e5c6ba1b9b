"""Themes: all of a board by breadth and depth, one by itself, and changing, merging and ending one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.listening.models import Theme
from m4c.listening.operations.theme import end_theme, merge_themes, rename_theme
from m4c.listening.permissions import RUN_LISTENING, SEE_LISTENING
from m4c.listening.themes.board import Board
from m4c.listening.themes.figures import Figures, OneTheme
from m4c.listening.themes.forms import MergeForm, ThemeForm
from m4c.listening.themes.pictures import by_breadth_and_depth, over_time
from m4c.listening.themes.reading import board_seen, theme_seen
from m4c.listening.views.board import may_run
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

QUOTATIONS = 12
PLACES = 30  # wards, places or groups on the page, those of most people


@require_safe
def themes(request: SignedIn, uid: UUID | None = None, slug: str = "") -> HttpResponse:
    """The themes of a board: how many raised each, and how strongly."""
    board = board_seen(request.user, SEE_LISTENING, uid, slug)
    figures = Figures(board, request.user)
    context = {
        "board": board,
        "heard": figures.heard,
        "rows": [(theme, figures.told(theme, part)) for theme, part in figures.by_theme.items()],
        "points": by_breadth_and_depth(figures.themes),
        "unweighed": [one.theme for one in figures.themes if one.depth is None],
    }
    return render(request, "listening/themes.html", context)


@require_safe
def theme(request: SignedIn, uid: UUID) -> HttpResponse:
    """One theme: its breadth and depth, where, in which groups and when it was said, and what may be quoted."""
    shown = theme_seen(request.user, uid)
    one, board = OneTheme(shown, request.user), Board.of(shown)
    context = {
        "theme": shown,
        "board": board,
        "themes_url": board.address("themes"),
        "figures": one.figures,
        "heard": one.whole.heard,
        "by_place": one.by_ward[:PLACES],
        "by_group": one.by_group[:PLACES],
        "months": over_time(one.by_month),
        "series": [_("people")],
        "quotations": one.quotations(QUOTATIONS),
        "may_run": may_run(request, board) and not shown.ended_at,
    }
    return render(request, "listening/theme.html", context)


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Rename a theme, or say in a sentence what it is about; beside it, merging and taking it away."""
    shown = theme_seen(request.user, uid, RUN_LISTENING)
    begin = {"name": shown.name, "about": shown.about, "seen": shown.name}
    form = ThemeForm(request.POST or None, initial=begin)
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, rename_theme, theme=shown, at=timezone.now(), **given):
        messages.success(request, _("Changed."))
        return redirect("theme", uid=uid)
    return change_page(request, shown, form=form)


@require_POST
def merge(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put all that stands under a theme under another."""
    shown = theme_seen(request.user, uid, RUN_LISTENING)
    form = MergeForm(request.POST, theme=shown)
    into = form.cleaned_data["into"] if form.is_valid() else None
    if into and done_by_form(request, form, merge_themes, theme=into, other=shown, at=timezone.now()):
        messages.success(request, _("“{other}” is now under “{name}”.").format(other=shown.name, name=into.name))
        return redirect("theme", uid=into.uid)
    return change_page(request, shown, merge_form=form)


@require_POST
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a theme away; its concerns stand under none again."""
    shown = theme_seen(request.user, uid, RUN_LISTENING)
    sentence = _("“{name}” is gone; its concerns stand under no theme.").format(name=shown.name)
    if done(request, end_theme, sentence, theme=shown, at=timezone.now()):
        return redirect(Board.of(shown).address())
    return redirect("theme", uid=uid)


def change_page(request: SignedIn, shown: Theme, **forms: Any) -> HttpResponse:
    """The page on which a theme is changed, with a form that was refused in its place."""
    begin = {"name": shown.name, "about": shown.about, "seen": shown.name}
    context = {
        "theme": shown,
        "board": Board.of(shown),
        "form": ThemeForm(initial=begin),
        "merge_form": MergeForm(theme=shown),
    } | forms
    is_refused = any(form.errors for form in forms.values())
    return render(request, "listening/theme_change.html", context, status=422 if is_refused else 200)
