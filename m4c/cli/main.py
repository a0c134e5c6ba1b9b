"""The table of contents of `m4c`."""

import click

from m4c.cli.shell import Listed, TableOfContents

SECTIONS = {
    "Run it": {
        "serve": Listed("m4c.cli.serve:serve", "Serve the web pages and the worker on one port.", loads_django=False),
        "worker": Listed("m4c.cli.worker:worker", "Run background tasks only."),
        "web": Listed("m4c.cli.serve:web", "", loads_django=False),
        "new": Listed("m4c.cli.new:new", "Start a movement of your own, in its own data folder."),
        "demo": Listed("m4c.cli.demo:demo", "Fill an empty database with the demo movement."),
        "check": Listed("m4c.cli.check:check", "Look whether settings and data are in order."),
    },
    "People and groups": {
        "people": Listed("m4c.cli.people:people", "Find people by any part of what is known of them."),
        "group": Listed("m4c.cli.group:group", "The tree of groups: move, merge, purpose, documents, growth, closing."),
        "account": Listed("m4c.cli.account:account", "Invite accounts, give roles, print sign-in links."),
        "ledger": Listed("m4c.cli.ledger:ledger", "Rebuild the engagement ledger from its records."),
    },
    "Files in and out": {
        "import": Listed(
            "m4c.cli.import_commitments:import_",
            "Sheets: sessions, talks, turnout, concerns, approaches, signatures, commitments, people.",
        ),
        "export": Listed(
            "m4c.cli.export_commitments:export", "People, events, commitments: CSV, JSON, Excel, vCard, calendar."
        ),
        "load": Listed("m4c.cli.load_powerholders:load", "Public tables: office-holders, full postcodes, holidays."),
    },
    "What came of it": {
        "report": Listed(
            "m4c.cli.report_commitments:report",
            "The Movement So Far; turnout; what was heard; campaigns; silence; commitments.",
        ),
        "bench": Listed("m4c.cli.bench:bench", "Measure, beside plain Django and the bare database."),
    },
}


@click.group(cls=TableOfContents, sections=SECTIONS, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Movement for Change: run a community-organising movement, from training to promises kept.

    Everything is kept in the data folder (M4C_DATA, else var/), made and migrated by whichever command comes first.
    Each command has --help with an example.
    """
