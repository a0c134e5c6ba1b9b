"""The accounts one looks after: invite, give and end roles, show a sign-in code, close."""

from allauth.core import ratelimit
from django.contrib import messages
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from m4c.core.pages import page_of
from m4c.people.forms.account import FindForm, InvitationForm, RoleForm
from m4c.people.models import Account, AccountRole, Invitation
from m4c.people.operations import account as operations
from m4c.people.operations.sign_in import FreshLink, opens_no_more, send_sign_in_link, show_sign_in_code
from m4c.people.permissions import LOOK_AFTER_ACCOUNTS
from m4c.people.qr import qr_svg
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

PAGE = 50


@require_GET
def accounts(request: SignedIn) -> HttpResponse:
    """The accounts one looks after, by address, with their roles in one's groups."""
    form = FindForm(request.GET)
    found = with_roles(request).filter(system="")
    if form.words:
        person = Q(person__given_name__icontains=form.words) | Q(person__family_name__icontains=form.words)
        found = found.filter(Q(email__icontains=form.words) | person)
    kept = {"q": form.words}
    page = page_of(found.order_by("email"), request.GET, after=later_than, before=earlier_than, kept=kept, size=PAGE)
    waiting = Invitation.objects.visible_to(request.user).waiting().filter(invited_by=request.user)
    context = {"form": form, "page": page, "waiting": waiting.select_related("group")}
    context["may_invite"] = request.user.sight.groups(LOOK_AFTER_ACCOUNTS) != []
    return render(request, "people/accounts.html", context)


def later_than(found: QuerySet[Account], account: Account) -> QuerySet[Account]:
    """The accounts that follow one in the order of addresses."""
    return found.filter(email__gt=account.email)


def earlier_than(found: QuerySet[Account], account: Account) -> QuerySet[Account]:
    """The accounts before one in the order of addresses."""
    return found.filter(email__lt=account.email)


@require_http_methods(["GET", "POST"])
def invite(request: SignedIn) -> HttpResponse:
    """Invite somebody: an account, a role, and a letter with the first sign-in link."""
    form = InvitationForm(request.POST or None, by=request.user)
    if form.is_valid() and done_by_form(request, form, operations.invite, **form.cleaned_data):
        messages.success(request, _("{email} is invited.").format(email=form.cleaned_data["email"]))
        return redirect("accounts")
    return render(request, "people/account_invitation.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
def account(request: SignedIn, uid: str) -> HttpResponse:
    """One account: its roles in one's groups, and what may be done about it."""
    return account_page(request, seen(request, uid), RoleForm(by=request.user))


@require_POST
def give_role(request: SignedIn, uid: str) -> HttpResponse:
    """Give a role."""
    shown, form = seen(request, uid), RoleForm(request.POST, by=request.user)
    if form.is_valid() and done_by_form(request, form, operations.give_role, account=shown, **form.cleaned_data):
        return redirect("account", uid=shown.uid)
    return account_page(request, shown, form, status=422)


@require_POST
def end_role(request: SignedIn, uid: str) -> HttpResponse:
    """End a role."""
    role = get_object_or_404(AccountRole.objects.visible_to(request.user).open(), uid=uid)
    done(request, operations.end_role, role=role)
    return redirect("account", uid=role.account.uid)


@never_cache
@require_POST
def show_code(request: SignedIn, uid: str) -> HttpResponse:
    """Show a code that signs somebody in on their own phone, once."""
    shown = seen(request, uid)
    link: FreshLink | None = done(request, show_sign_in_code, account=shown)
    if link is None:
        return redirect("account", uid=shown.uid)
    url = request.build_absolute_uri(link.path)
    return render(request, "people/sign_in_code.html", {"account": shown, "svg": qr_svg(url), "link": link.link})


@require_POST
def send_link(request: SignedIn, uid: str) -> HttpResponse:
    """Send somebody a sign-in link, to their own address."""
    shown = seen(request, uid)
    if too_many := ratelimit.consume_or_429(request, action="send_sign_in_link", key=str(shown.uid)):
        return too_many
    done(request, send_sign_in_link, _("A sign-in link is on its way."), account=shown)
    return redirect("account", uid=shown.uid)


@require_POST
def close(request: SignedIn, uid: str) -> HttpResponse:
    """Close an account."""
    closed = done(request, operations.close_account, _("The account is closed."), account=seen(request, uid))
    return redirect("accounts") if closed else redirect("account", uid=uid)


def with_roles(request: SignedIn) -> QuerySet[Account]:
    """The accounts one looks after, with those of their roles that one may know of."""
    roles = AccountRole.objects.visible_to(request.user).open().select_related("group")
    seen = Account.objects.visible_to(request.user).select_related("person")
    return seen.prefetch_related(Prefetch("roles", roles.order_by("id"), to_attr="roles_here"))


def seen(request: SignedIn, uid: str) -> Account:
    """One of the accounts one looks after; 404 for any other."""
    return get_object_or_404(with_roles(request), uid=uid, system="")


def account_page(request: SignedIn, shown: Account, form: RoleForm, status: int = 200) -> HttpResponse:
    """The page of one account."""
    context = {"account": shown, "form": form, "can_show_code": opens_no_more(shown, than=request.user)}
    return render(request, "people/account.html", context, status=status)
