"""What a public server must have, beyond Django's own list: asked by `m4c check --deploy`."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register

from m4c.core.demo_mode import is_demo

FILES = "django.core.mail.backends.filebased.EmailBackend"


@register(Tags.security, deploy=True)
def fit_for_the_public(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """HTTPS in the public address, that address among the hosts, no demo door, and mail that is sent."""
    found: list[CheckMessage] = []
    if not settings.BEHIND_HTTPS:
        found.append(Error("SITE_URL must be the public address, beginning with https://.", id="m4c.E001"))
    elif settings.SITE_URL.removeprefix("https://").split(":")[0] not in settings.ALLOWED_HOSTS:
        found.append(Error("ALLOWED_HOSTS must name the host of SITE_URL.", id="m4c.E002"))
    if is_demo():
        found.append(Error("The demo lets anybody in. Start a movement of your own: m4c new", id="m4c.E003"))
    if settings.EMAIL_BACKEND == FILES:
        found.append(checks.Warning("Mail is kept in the data folder and not sent: set EMAIL_BACKEND.", id="m4c.W001"))
    return found
