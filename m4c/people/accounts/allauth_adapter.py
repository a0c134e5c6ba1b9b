"""What we ask of allauth: how long a sign-in lasts, who is asked for a second factor, and what is written down."""

import time
from datetime import timedelta
from typing import Any

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.languages import CHOSEN
from m4c.core.models import AuditEntry
from m4c.core.models.record import new_uid
from m4c.core.onward import is_ours
from m4c.people import tasks
from m4c.people.accounts.browsers import browser_and_system
from m4c.people.accounts.letters import language_of
from m4c.people.context import name_of_movement
from m4c.people.models import Account, Device
from m4c.people.operations.device import end_all, sign_in, sign_out
from m4c.people.qr import qr_svg
from m4c.people.views.asking import account_of

OWN_DEVICE = "own_device"  # the tick box, and where the session remembers it until the second factor is given too

# allauth tells of these by the name of its letter; what the audit entry and ours call each.
AUDITED = {
    "account/email/password_changed": "people.change_password",
    "account/email/password_set": "people.set_password",
    "account/email/password_reset": "people.reset_password",
    "mfa/email/totp_activated": "people.add_authenticator_app",
    "mfa/email/totp_deactivated": "people.remove_authenticator_app",
    "mfa/email/webauthn_added": "people.add_passkey",
    "mfa/email/webauthn_removed": "people.remove_passkey",
    "mfa/email/recovery_codes_generated": "people.make_recovery_codes",
}

PROOFS = {  # in the order in which we would ask for them
    "mfa_reauthenticate:webauthn": _("Use my passkey"),
    "reauthenticate": _("Use my password"),
    "mfa_reauthenticate": _("Use a code"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come by invitation; each sign-in is a device of its owner's list, and each change is audited."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts are invited."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only pages of this very site may follow a sign-in."""
        return is_ours(self.request, url)

    def get_login_stages(self) -> list[str]:
        """The second factor, asked by our own rule."""
        return [f"{__name__}.SecondFactorStage"]

    def pre_login(self, request: HttpRequest, user: Account, **hook: Any) -> HttpResponse | None:
        """Remember whether the device is the owner's own, whichever way they came in."""
        request.session[OWN_DEVICE] = OWN_DEVICE in request.POST
        response: HttpResponse | None = super().pre_login(request, user, **hook)
        return response

    def login(self, request: HttpRequest, user: Account) -> None:
        """Sign in, for as long as the device allows, and put the device on its owner's list."""
        is_own = request.session.get(OWN_DEVICE, False)
        if request.user.is_authenticated:
            self.logout(request)
        super().login(request, user)
        request.session[OWN_DEVICE] = is_own
        set_lifetime(request)
        device = sign_in(
            by=user,
            session_key=request.session.session_key or "",
            user_agent=user_agent(request),
            is_own=is_own,
            expires_at=request.session.get_expiry_date(),
        )
        request.session["device"] = device.pk

    def post_login(self, request: HttpRequest, user: Account, **hook: Any) -> HttpResponse:
        """Answer in the language of whoever signed in."""
        response: HttpResponse = super().post_login(request, user, **hook)
        request.session[CHOSEN] = language_of(user)
        return response

    def logout(self, request: HttpRequest) -> None:
        """Sign out, and take the device off the list."""
        account = account_of(request)
        device = Device.objects.visible_to(account).filter(pk=request.session.get("device", 0)).first()
        if device:
            sign_out(device=device, by=account)
        super().logout(request)

    def set_password(self, user: Account, password: str) -> None:
        """Set it, and end every other sign-in of the account."""
        super().set_password(user, password)
        here = self.request.session.get("device") if self.request.user == user else None
        end_all(user, keep=here)

    def get_reauthentication_methods(self, user: Account) -> list[dict[str, Any]]:
        """How to prove again that it is oneself: the passkey first, where there is one."""
        methods = super().get_reauthentication_methods(user)
        named = [{**method, "description": PROOFS[method["id"]]} for method in methods]
        return sorted(named, key=lambda method: list(PROOFS).index(method["id"]))

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Not for a while after a factor was set up, which asked for a proof itself: its recovery codes come next."""
        set_up_at = self.request.session.get("factor_set_up_at", 0.0)
        just_now = time.time() - set_up_at < account_settings.REAUTHENTICATION_TIMEOUT
        return not just_now and bool(super().is_reauthentication_required(app=app, **more))

    def send_notification_mail(
        self, template_prefix: str, user: Account, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Write the audit entry of a change to how an account signs in, and have its owner told."""
        name = AUDITED[template_prefix]
        AuditEntry.write(name, new_uid(), user, [user])
        if name in ("people.add_passkey", "people.add_authenticator_app"):
            self.request.session["factor_set_up_at"] = time.time()
        device = Device(**dict(zip(("browser", "system"), browser_and_system(user_agent(self.request)), strict=True)))
        tasks.mail_sign_in_changed.enqueue(user.pk, name, str(device), timezone.now().isoformat())


class SecondFactorStage(AuthenticateStage):
    """Asks at sign-in for the second factor of those whose rights need one, and of those who set up an app."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Let others pass: a passkey that somebody uses instead of a password is no reason to ask for both."""
        account = self.login.user
        chosen = Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP)
        if account is None or not (account.needs_second_factor or chosen.exists()):
            return None, True
        answer: tuple[HttpResponse | None, bool] = super().handle()
        return answer


class SecondFactorAdapter(DefaultMFAAdapter):
    """The movement's own name on passkeys and codes, and the code drawn by what we have."""

    def get_totp_issuer(self) -> str:
        """The movement's name, as the authenticator app lists it."""
        return name_of_movement()

    def build_totp_svg(self, url: str) -> str:
        """The code to scan with an authenticator app."""
        return qr_svg(url)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Who asks for a passkey: this site, under the movement's name."""
        return {**super().get_public_key_credential_rp_entity(), "name": name_of_movement()}

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's
        """What a new passkey is called until its owner says otherwise: the device it was made on."""
        device = Device.objects.visible_to(user).filter(pk=self.request.session.get("device", 0)).first()
        return str(device or _("Passkey"))


def user_agent(request: HttpRequest) -> str:
    """What the browser says of itself."""
    return request.headers.get("user-agent", "")


def set_lifetime(request: HttpRequest) -> None:
    """How long a session lasts: 90 days on one's own device, else until the browser is closed."""
    if request.session.get(OWN_DEVICE):
        request.session.set_expiry(timezone.now() + timedelta(days=settings.OWN_DEVICE_DAYS))
    else:
        request.session.set_expiry(0 if settings.SESSION_EXPIRE_AT_BROWSER_CLOSE else None)
