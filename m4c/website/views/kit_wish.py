"""Wanting a kit in one's own place, without an account: the form, and the links of its letters."""

from collections.abc import Callable
from functools import partial
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from m4c.campaigns.kits.public import public_kits
from m4c.campaigns.models import Kit
from m4c.campaigns.operations.kit_wish import (
    Wished,
    WishRefused,
    answer_introduction,
    confirm_wish,
    take_wish_back,
    wish_for_kit,
)
from m4c.people.models.account import website
from m4c.website.kit_forms import KitWishForm
from m4c.website.public_forms import answer, comes_from_here, may_write_to, open_form


@open_form
def want(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that one wants it; a letter comes, and only what is confirmed there counts."""
    kit = get_object_or_404(public_kits(), slug=slug)
    act = partial(wish, request, kit)
    return answer(
        request, KitWishForm, template="website/kit_wish.html", sent="kit-wish-sent", act=act, about={"kit": kit}
    )


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Thank you, to everybody alike."""
    return render(request, "website/kit_wish_sent.html")


def wish(request: HttpRequest, kit: Kit, form: KitWishForm, notice: int) -> None:
    """Keep the wish, and have its letter written; nothing more for an address that had several today."""
    given = form.cleaned_data
    if may_write_to(request, given["email"]):
        wished = Wished(given["given_name"], given["email"], given["postcode"], request.LANGUAGE_CODE)
        wish_for_kit(kit=kit, wished=wished, at=timezone.now(), by=website())


def by_letter(page: str, acts: dict[str, Callable[..., Any]]) -> Callable[..., HttpResponse]:
    """The view of a link in a letter: buttons, and what each does when it is pressed; opening it does nothing."""

    @csrf_exempt
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, token: str) -> HttpResponse:
        if too_many := ratelimit.consume_or_429(request, action="sign_up_link", limit_get=True):
            return too_many
        act = acts.get(request.POST.get("answer", "")) if comes_from_here(request) else None
        if request.method == "POST" and act:
            try:
                act(token=token, at=timezone.now(), by=website())
            except WishRefused:
                return render(request, "website/kit_link_gone.html", status=404)
            return redirect("kit-answered")
        return render(request, f"website/{page}.html")

    return view


by_wish = by_letter("kit_wish_link", {"yes": confirm_wish, "no": take_wish_back})
by_introduction = by_letter(
    "kit_introduction",
    {"yes": partial(answer_introduction, agrees=True), "no": partial(answer_introduction, agrees=False)},
)


@require_safe
def answered(request: HttpRequest) -> HttpResponse:
    """Done, to everybody alike."""
    return render(request, "website/kit_answered.html")
