"""The poster of a covenant to hang in a window: its text, who stands by it, what each does. Called by the worker."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.ladder.petition_paper import imprint_of
from m4c.commitments.covenants.told import CovenantTold
from m4c.commitments.models import Covenant
from m4c.core.pdf import laid_out_apart
from m4c.core.tasks import task
from m4c.people.models import Account

TEMPLATE = Path(__file__).with_name("typst") / "poster.typ"
KEPT_FOR = 3_600  # seconds
SIZES = ("a3", "a4")


@task()
def make_poster(file: str, covenant: int, account: int, language: str, size: str) -> None:
    """Lay it out for whoever asked; made again it says the same."""
    asked_by = Account.objects.get(pk=account)
    rows = Covenant.objects.visible_to(asked_by).select_related("group", "campaign")
    found = rows.filter(pk=covenant).first()
    if found is None or not asked_by.is_active:
        return
    with translation.override(language):
        content = laid_out_apart(TEMPLATE, poster(found, asked_by, size))
    cache.set(name_of(file), (asked_by.pk, content), KEPT_FOR)


def poster(covenant: Covenant, account: Account, size: str) -> dict[str, Any]:
    """All that it says: what everybody may read, since it hangs where everybody does."""
    told = CovenantTold(covenant, timezone.localdate())
    is_public = covenant.published_at is not None and covenant.unpublished_at is None
    address = settings.SITE_URL + reverse("public-covenant", kwargs={"slug": covenant.slug}) if is_public else ""
    return {
        "paper": size,
        "title": told.name,
        "about": told.about,
        "lines": told.words,
        "parties": [
            {
                "name": party.name,
                "kind": party.kind,
                "will_do": party.will_do,
                "signed": _("Signed {day}").format(day=date_format(party.party.signed_on or told.on, "j F Y")),
            }
            for party in told.parties
        ],
        "together": _("We promise each other"),
        "each": _("What each of us does"),
        "since": (_("Since {day}.").format(day=date_format(told.text.on, "j F Y")) if told.text else ""),
        "review": (
            _("We look at it together again on {day}.").format(day=date_format(covenant.review_on, "j F Y"))
            if covenant.review_on
            else ""
        ),
        "address": address,
        "imprint": imprint_of(account),
    }


def name_of(file: str) -> str:
    """The name under which a poster is kept."""
    return f"covenant-poster-{file}"


def kept_poster(file: str, account: Account) -> bytes | None:
    """The poster of this name, for whoever asked for it; None while it is made, and for everybody else."""
    asked_by, content = cache.get(name_of(file)) or (None, None)
    return content if asked_by == account.pk else None
