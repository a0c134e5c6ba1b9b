"""`m4c report turnout`: who was asked to an event, who said yes, who came, and because of whom."""

import json

import click
from django.utils import timezone

from m4c.cli.report import report
from m4c.core.errors import Refused
from m4c.core.models.record import uid_of
from m4c.core.permissions import Role
from m4c.events.models import Event
from m4c.events.turnout.figures import TurnoutReport, report_of
from m4c.people.models import Account

MOST_TOLD = 5  # events of one title


@report.command()
@click.argument("event")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def turnout(event: str, as_: str) -> None:
    """Turnout of an event, named by its uid or its title: pledged, listed, yes, confirmed, came, and the forecast.

    Example:  m4c report turnout "Autumn assembly" --format json
    """
    found = event_named(event)
    told = report_of(found, Account.objects.of_system(Role.OPERATOR))
    if as_ == "json":
        click.echo(json.dumps(told.as_json(), ensure_ascii=False))
        return
    click.echo(f"{found.title}, {timezone.localtime(found.starts_at):%-d %B %Y}, {found.group}")
    click.echo("\n".join(lines_of(told)))


def event_named(text: str) -> Event:
    """The one event of this uid or title, case ignored. Raises Refused where there is none, or more than one."""
    typed = " ".join(text.split())
    events = Event.objects.select_related("group")
    uid = uid_of(typed)
    if uid and (by_uid := events.filter(uid=uid).first()):
        return by_uid
    named = list(events.filter(title__iexact=typed).order_by("-starts_at", "-pk")[: MOST_TOLD + 1])
    if not named:
        raise Refused(f"There is no event called “{typed}”.")
    if len(named) > 1:
        each = ", ".join(f"{one.uid} ({timezone.localtime(one.starts_at):%Y-%m-%d}, {one.group})" for one in named)
        more = " …" if len(named) > MOST_TOLD else ""
        raise Refused(f"More than one event is called “{typed}”. Name it by its uid: {each}{more}.")
    return named[0]


def lines_of(told: TurnoutReport) -> list[str]:
    """The figures in words, one a line."""
    figures, kinds = told.figures, told.figures.came_by_kind
    rate = "not known" if figures.show_rate is None else f"{100 * figures.show_rate:.0f} of 100"
    lines = [
        f"Target: {'none set' if figures.target is None else figures.target}",
        f"Pledged: {figures.pledged}",
        f"Listed: {figures.listed}",
        f"Yes: {figures.yes}",
        f"Confirmed: {figures.confirmed}",
        f"Forecast: {told.forecast.likely}, between {told.forecast.low} and {told.forecast.high}",
        *(f"  {reason}" for reason in told.forecast.reasons),
        f"Came: {figures.came}",
        f"  leaders {kinds.leaders}, brought {kinds.brought}, walk-ins {kinds.walk_in},"
        f" of themselves {figures.came_of_themselves}",
        f"Walk-ins whom nobody brought: {figures.came_unasked}",
        f"Meant to come and did not: {figures.no_show}",
        f"Of those who meant to come, came: {rate}",
        f"Longest chain from a leader: {figures.longest_chain}",
    ]
    return lines + [
        f"{leader.person.name}: pledged {leader.pledged}, listed {leader.listed}, yes {leader.yes},"
        f" confirmed {leader.confirmed}, came {leader.came}"
        for leader in told.by_leader
    ]


__all__ = ["report", "turnout"]
