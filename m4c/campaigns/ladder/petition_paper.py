"""A petition's sheets on paper: what each says, and their PDF. Called by the worker only."""

from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from m4c.campaigns.ladder.petition_forms import LINES
from m4c.campaigns.models import PaperPetition
from m4c.core.pdf import laid_out_apart
from m4c.core.tasks import task
from m4c.people.models import Account, Imprint

TEMPLATE = Path(__file__).with_name("typst") / "petition.typ"
MOST_LINES = 10  # of the wording, each on a line of its own
KEPT_FOR = 3_600  # seconds


@task()
def make_sheets(file: str, petition: int, account: int, language: str, first: int, number: int) -> None:
    """Lay out so many sheets from a number on, for whoever asked; made again they say the same."""
    asked_by = Account.objects.get(pk=account)
    rows = PaperPetition.objects.visible_to(asked_by).select_related("campaign__group", "powerholder")
    found = rows.filter(pk=petition).first()
    if found is None or not asked_by.is_active:
        return
    with translation.override(language):
        content = laid_out_apart(TEMPLATE, told(found, asked_by, range(first, first + number)))
    cache.set(name_of(file), (asked_by.pk, content), KEPT_FOR)


def told(petition: PaperPetition, account: Account, numbers: range) -> dict[str, Any]:
    """All that the sheets say. The heads of their columns are those by which a file of them is known."""
    group = petition.campaign.group
    to = petition.to_whom or (str(petition.powerholder) if petition.powerholder else "")
    return {
        "title": petition.title,
        "to": _("To {name}").format(name=to) if to else "",
        "wording": wording_of(petition),
        "notice": _(
            "{group} keeps your name and postcode to show how many signed, hands the sheets to whoever the petition "
            "is for, and deletes its own copy when the campaign is over. We write or ring only if you tick a box, and "
            "you can change your mind at any time."
        ).format(group=group.name),
        "boxes": [
            _("You may e-mail me about this campaign and others. I can stop this any time."),
            _("You may ring me about this campaign and others. I can stop this any time."),
        ],
        "contact": _("Only if you want to hear from us. Signing does not mean that you do."),
        "heads": [_("No."), _("Name"), _("Postcode"), _("Signature")],
        "contact_heads": [_("E-mail"), _("☐ e-mail me"), _("Phone"), _("☐ ring me")],
        "sheets": [str(number) for number in numbers],
        "sheet": _("Sheet"),
        "collected": _("Collected by"),
        "counted": _("Signatures on this sheet"),
        "lines": LINES,
        "imprint": imprint_of(account),
    }


def wording_of(petition: PaperPetition) -> str:
    """What people sign, line by line; where that is more lines than a sheet has room for, in one piece."""
    lines = [line.strip() for line in petition.wording.splitlines() if line.strip()]
    return ("\n" if len(lines) <= MOST_LINES else " ").join(lines)


def imprint_of(account: Account) -> str:
    """Who promotes what is printed; blank where nobody wrote it down."""
    held = Imprint.objects.visible_to(account).shown_by(timezone.localdate()).first()
    if held is None:
        return ""
    address = " ".join(held.promoter_address.split())
    line = _("Printed and promoted by {name}, {address}").format(name=held.promoter_name, address=address)
    return f"{line}, {_('on behalf of {body}').format(body=held.on_behalf_of)}." if held.on_behalf_of else f"{line}."


def name_of(file: str) -> str:
    """The name under which sheets are kept."""
    return f"petition-sheets-{file}"


def kept_sheets(file: str, account: Account) -> bytes | None:
    """The sheets of this name, for whoever asked for them; None while they are made, and for everybody else."""
    asked_by, content = cache.get(name_of(file)) or (None, None)
    return content if asked_by == account.pk else None
