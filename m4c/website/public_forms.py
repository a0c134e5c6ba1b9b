"""The one guard of all public forms: they stand open to strangers, without a session, a cookie or a puzzle.

A form carries a signed stamp of when it was shown and under which privacy notice, and a box that no person sees. What
a robot sends is thrown away, and it gets the same friendly page as everybody. Whoever took too long, or shares a
machine with too many others, gets their words back with a sentence.
"""

from collections.abc import Callable
from enum import Enum
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from allauth.core import ratelimit
from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from m4c.core.errors import Refused, add_to_form
from m4c.people.desk.default_notice import notice_in_force

SALT = "m4c.website.public_forms"
QUICKEST = 2  # seconds: nobody reads and fills in a form faster
LONGEST = 86_400  # seconds for which a page may stay open before it is sent


class PublicForm(forms.Form):
    """A form that anybody may send; `name` ties a stamp to it."""

    name: ClassVar[str]

    @property
    def fresh_stamp(self) -> str:
        """A stamp made now: which form, under which version of the privacy notice, and when."""
        now = timezone.now()
        shown = [self.name, notice_in_force(timezone.localdate(now)).number, now.timestamp()]
        return signing.dumps(shown, salt=SALT)


class AsDeclared(dict[str, forms.Field]):
    """Fields that are not copied for each form."""

    def __deepcopy__(self, memo: object) -> dict[str, forms.Field]:
        return dict(self)


Form = TypeVar("Form", bound=type[forms.BaseForm])


def with_fields_as_declared(form_class: Form) -> Form:
    """Decorates a form whose fields nothing changes: to copy them all takes longer than to check what was sent."""
    form_class.base_fields = AsDeclared(form_class.base_fields)  # type: ignore[attr-defined]
    return form_class


class Verdict(Enum):
    """What the guard says of something sent."""

    FINE = "fine"
    ROBOT = "robot"
    STALE = "stale"
    TOO_MANY = "too many"


# Does what the form is for, given the valid form and the version of the notice; an answer of its own is shown instead.
Act = Callable[[Any, int], object]


def open_form(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view as a public form's: kept by nobody, out of error reports, and guarded here instead of by a cookie."""
    guarded = require_http_methods(["GET", "HEAD", "POST"])(sensitive_post_parameters()(view))
    return csrf_exempt(never_cache(guarded))


def answer(
    request: HttpRequest,
    form_class: type[PublicForm],
    *,
    template: str,
    sent: str,
    which: dict[str, Any] | None = None,
    act: Act,
    initial: dict[str, Any] | None = None,
    about: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show the form, or take what was sent: `act` does it, and the page named `sent` says thank you to all alike.

    `which` tells that page from others of its name. `about` is what the page tells besides its form.
    """
    about = about or {}
    if request.method != "POST":
        return render(request, template, {"form": form_class(initial=initial), **about})
    verdict, notice = judge(request, form_class.name)
    if verdict is Verdict.ROBOT:
        return redirect(sent, **(which or {}))
    form = form_class(request.POST, request.FILES)
    if verdict is Verdict.TOO_MANY:
        form.add_error(None, _("Too much came from your network just now. Please wait a minute and send it again."))
    elif verdict is Verdict.STALE:
        form.add_error(None, _("This page had been open for long. Nothing is lost: please send it again."))
    elif form.is_valid() and (made := done(form, act, notice)):
        return made if isinstance(made, HttpResponse) else redirect(sent, **(which or {}))
    return render(request, template, {"form": form, **about}, status=429 if verdict is Verdict.TOO_MANY else 422)


def done(form: PublicForm, act: Act, notice: int) -> object:
    """Do what the form is for, and what came of it; or put the refusal on it, and answer None."""
    try:
        return act(form, notice) or True
    except Refused as refused:
        add_to_form(form, refused)
        return None


def judge(request: HttpRequest, name: str) -> tuple[Verdict, int]:
    """What to make of something sent, and the version of the privacy notice that it was sent under."""
    if request.POST.get("website") or not comes_from_here(request):
        return Verdict.ROBOT, 0
    try:
        form, notice, at = signing.loads(request.POST.get("stamp", ""), salt=SALT)
    except signing.BadSignature:
        return Verdict.ROBOT, 0
    age = timezone.now().timestamp() - at
    if form != name or age < QUICKEST:
        return Verdict.ROBOT, 0
    if not ratelimit.consume(request, action="public_form"):
        return Verdict.TOO_MANY, 0
    return (Verdict.STALE if age > LONGEST else Verdict.FINE), notice


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent it; one that says nothing is believed."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    own = f"{request.scheme}://{request.get_host()}"
    return origin is None or origin == own or urlsplit(origin)[:2] == urlsplit(settings.SITE_URL)[:2]


def may_write_to(request: HttpRequest, email: str) -> bool:
    """Whether one more letter may go to an address that a stranger typed: nobody is to be flooded by somebody else."""
    return bool(ratelimit.consume(request, action="letter_to_stranger", key=email))
