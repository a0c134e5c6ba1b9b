"""`m4c report campaign`: what a campaign asks for, what happened, where it stands; or just as everybody reads it."""

import json
from pathlib import Path
from uuid import UUID

import click
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from m4c.campaigns.models import Campaign
from m4c.campaigns.press.paper import pdf_of
from m4c.campaigns.press.picture import context_of
from m4c.campaigns.press.text import text_of
from m4c.campaigns.press.told import CampaignTold
from m4c.cli.report import FORMATS, is_screen, write
from m4c.cli.report_silence import report
from m4c.core.errors import Refused
from m4c.insight.standalone import style_sheet

MOST_TOLD = 5  # campaigns of one name


@report.command()
@click.argument("name")
@click.option("--format", "as_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to answer.")
@click.option("--public", is_flag=True, help="As everybody reads it on its page, or would.")
@click.option("--output", type=click.Path(path_type=Path), help="The file to write; the screen where none is named.")
def campaign(name: str, as_: str, public: bool, output: Path | None) -> None:
    """A campaign from its records: problem, demand, who can grant it, what was done and said, and where it stands.

    Example:  m4c report campaign "Homes and a shop for St Mellons" --format pdf --output homes.pdf
    """
    if as_ == "pdf" and output is None and is_screen():
        raise Refused("A PDF is nothing to read on a screen: name a file with --output FILE.")
    found = campaign_named(name)
    if public and not found.is_public:
        click.echo("It is not public: nobody decided yet that everybody may read it.", err=True)
    write(made(CampaignTold(found, timezone.now(), public=public), as_), output)


def made(told: CampaignTold, as_: str) -> bytes:
    """The report in this format."""
    if as_ == "json":
        return (json.dumps(told.as_json(), ensure_ascii=False, indent=1) + "\n").encode()
    if as_ == "pdf":
        return pdf_of(told)
    return (html_of(told) if as_ == "html" else text_of(told)).encode()


def html_of(told: CampaignTold) -> str:
    """The report as one HTML file that needs nothing beside it."""
    context = context_of(told) | {"language": get_language(), "style": style_sheet(), "in_file": True}
    return render_to_string("campaigns/told_file.html", context)


def campaign_named(text: str) -> Campaign:
    """The one campaign of this uid, slug or name, case ignored. Raises Refused for none, or more than one."""
    typed = " ".join(text.split())
    campaigns = Campaign.objects.select_related("group", "contact")
    try:
        by_uid = campaigns.filter(uid=UUID(typed)).first()
    except ValueError:
        by_uid = campaigns.filter(slug=typed).first()
    if by_uid:
        return by_uid
    named = list(campaigns.filter(name__iexact=typed)[: MOST_TOLD + 1])
    if not named:
        raise Refused(f"There is no campaign called “{typed}”.")
    if len(named) > 1:
        each = ", ".join(f"{one.uid} ({one.starts_on:%Y-%m-%d}, {one.group})" for one in named[:MOST_TOLD])
        more = " …" if len(named) > MOST_TOLD else ""
        raise Refused(f"More than one campaign is called “{typed}”. Name it by its uid: {each}{more}.")
    return named[0]


__all__ = ["campaign", "report"]
