"""`m4c report listening`: whom a campaign heard, where, what they said, what was chosen of it and what is next."""

import json
from pathlib import Path

import click
from django.template.loader import render_to_string
from django.utils.translation import get_language

from m4c.cli.report import FORMATS, is_screen, write
from m4c.cli.report_turnout import report
from m4c.core.errors import Refused
from m4c.core.models.record import uid_of
from m4c.core.permissions import Role
from m4c.insight.standalone import style_sheet
from m4c.listening.models import ListeningCampaign
from m4c.listening.themes.paper import pdf_of
from m4c.listening.themes.presentation import Presentation
from m4c.listening.themes.report import ListeningReport
from m4c.listening.themes.text import text_of
from m4c.people.models import Account

MOST_TOLD = 5  # campaigns of one name


@report.command()
@click.option("--campaign", "name", required=True, help="A listening campaign, by its name or its uid.")
@click.option("--format", "as_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to answer.")
@click.option("--public", is_flag=True, help="As everybody may read it: nothing of fewer than five people.")
@click.option("--output", type=click.Path(path_type=Path), help="The file to write; the screen where none is named.")
def listening(name: str, as_: str, public: bool, output: Path | None) -> None:
    """The listening report: heard how many, where, what, chosen what, next.

    Example:  m4c report listening --campaign "Autumn listening" --format json --public
    """
    if as_ == "pdf" and output is None and is_screen():
        raise Refused("A PDF is nothing to read on a screen: name a file with --output FILE.")
    told = ListeningReport(campaign_named(name), Account.objects.of_system(Role.OPERATOR), public=public)
    write(made(told, as_), output)


def made(told: ListeningReport, as_: str) -> bytes:
    """The report in this format."""
    if as_ == "json":
        return (json.dumps(told.as_json(), ensure_ascii=False, indent=1) + "\n").encode()
    shown = Presentation.of(told)
    if as_ == "pdf":
        return pdf_of(shown)
    return (html_of(shown) if as_ == "html" else text_of(shown)).encode()


def html_of(shown: Presentation) -> str:
    """The report as one HTML file that needs nothing beside it."""
    context = {"report": shown, "language": get_language(), "style": style_sheet()}
    return render_to_string("listening/report_file.html", context)


def campaign_named(text: str) -> ListeningCampaign:
    """The one listening campaign of this uid or name, case ignored. Raises Refused for none, or more than one."""
    typed = " ".join(text.split())
    campaigns = ListeningCampaign.objects.select_related("group", "report_back")
    uid = uid_of(typed)
    if uid and (by_uid := campaigns.filter(uid=uid).first()):
        return by_uid
    named = list(campaigns.filter(name__iexact=typed)[: MOST_TOLD + 1])
    if not named:
        raise Refused(f"There is no listening campaign called “{typed}”.")
    if len(named) > 1:
        each = ", ".join(f"{one.uid} ({one.starts_on:%Y-%m-%d}, {one.group})" for one in named[:MOST_TOLD])
        more = " …" if len(named) > MOST_TOLD else ""
        raise Refused(f"More than one listening campaign is called “{typed}”. Name it by its uid: {each}{more}.")
    return named[0]


__all__ = ["listening", "report"]
