"""Addresses: each names the permission that opens it, so that the table of routes is the table of access."""

import functools
from collections.abc import Callable
from importlib import import_module
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, URLPattern, URLResolver, include, path, reverse
from django.urls.resolvers import RoutePattern

from m4c.core.permissions import PUBLIC, SIGNED_IN, Permission

NIL = UUID(int=0)
View = Callable[..., HttpResponseBase]


def route(where: str, view: View, *, allow: Permission, name: str) -> URLPattern:
    """A path that only those who hold `allow` in some group may open.

    Strangers are sent to sign in, an account without the right gets 403, and one that must first set up its second
    factor is sent to do so. What a page shows is scoped by `visible_to`, and the operation asks once more.
    """

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if allow not in (PUBLIC, SIGNED_IN):
            if not request.user.may_somewhere(allow):  # type: ignore[union-attr]
                raise PermissionDenied
            if allow.second_factor and not request.user.has_second_factor:  # type: ignore[union-attr]
                return HttpResponseRedirect(
                    f"{reverse('second-factor')}?{urlencode({'next': request.get_full_path()})}"
                )
        return view(request, *args, **kwargs)

    guarded.allow = allow  # type: ignore[attr-defined]
    guarded.login_required = allow is not PUBLIC  # type: ignore[attr-defined]
    return path(where, guarded, name=name)


@functools.cache
def address_by_uid(name: str) -> Callable[[UUID], str]:
    """The address of this route of the workspace for a uid: worked out once, as it is the same in every language."""
    before, _nil, after = reverse(name, kwargs={"uid": NIL}).partition(str(NIL))
    return lambda uid: f"{before}{uid}{after}"


Words = tuple[str, ...]


class Shelves(URLResolver):
    """Addresses sorted by their first two words, so that a request is compared with a few of them, not with a thousand,
    and of these with such as end alike.

    One whose words are known comes before one that takes any word in their place.
    """

    def __init__(self, *urls: str) -> None:
        super().__init__(RoutePattern(""), [pattern for each in urls for pattern in import_module(each).urlpatterns])

    @functools.cached_property
    def shelves(self) -> dict[Words, list[tuple[str, URLPattern | URLResolver]]]:
        """The addresses by their words, each with how it ends."""
        shelves: dict[Words, list[tuple[str, URLPattern | URLResolver]]] = {}
        for pattern in self.url_patterns:
            known, any_word, _rest = str(pattern.pattern).partition("<")
            words = known.split("/")[: -1 if any_word else None]
            shelves.setdefault(tuple(words[:2]), []).append((ending_of(pattern), pattern))
        return shelves

    def resolve(self, path: str) -> ResolverMatch:
        """The view of a path. Raises Resolver404."""
        words = tuple(path.split("/", 2)[:2])
        for known in (words, words[:1], ()):
            for ending, pattern in self.shelves.get(known, ()):
                if path.endswith(ending) and (found := pattern.resolve(path)):
                    return found
        raise Resolver404({"path": path, "tried": []})


def ending_of(pattern: URLPattern | URLResolver) -> str:
    """What stands behind all that varies in an address; nothing where more addresses hang below it."""
    is_whole = isinstance(pattern, URLPattern) and isinstance(pattern.pattern, RoutePattern)
    return str(pattern.pattern).rpartition(">")[2] if is_whole else ""


def mount(where: str, urls: str, *, opened: bool = False) -> URLResolver:
    """A tree of addresses that is not ours. `opened` lifts the closed door for trees that keep their own."""
    resolver = path(where, include(urls))
    if opened:
        open_door(resolver)
    resolver.mounted = urls  # type: ignore[attr-defined]
    return resolver


def open_door(resolver: URLResolver) -> None:
    """Mark each view below as open to strangers, looking inside partials."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            open_door(pattern)
            continue
        view = pattern.callback
        while isinstance(view, functools.partial):
            view = view.func
        view.login_required = False  # type: ignore[attr-defined]
