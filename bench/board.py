"""Measures the coding board with 2,000 concerns on a phone, beside plain Django's page of all of them in the same run.

    M4C_DATA=/tmp/bench python -m bench.board

Loads the demo movement into that folder, and what was said by `m4c import concerns`: never point it at a database in
use. Needs Chromium.
"""

import csv
import json
import os
import subprocess
import sys
from dataclasses import asdict
from datetime import timedelta
from random import Random
from typing import Any

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench._limitless")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench import _plain_board  # noqa: E402
from bench._phone import Felt, felt, middle, phone  # noqa: E402
from bench._servers import other, ours  # noqa: E402
from m4c.cli.demo import fill_if_empty  # noqa: E402
from m4c.cli.shell import prepare  # noqa: E402
from m4c.core.assets import build_assets  # noqa: E402
from m4c.listening.models import ListeningCampaign  # noqa: E402
from m4c.listening.themes.board import Board  # noqa: E402
from m4c.people.models import Account  # noqa: E402

PORTS = (8957, 8958)
CONCERNS, ROUNDS = 2000, 3
CAMPAIGN = "What hurts in Cardiff"
PLAIN = {"DJANGO_SETTINGS_MODULE": "bench._plain_board_settings"}
LEAST_FRAME = 100.0  # milliseconds on a phone four times as slow: what a thumb feels
SAID = (
    "My boy coughs from October to April, and the wall behind his bed is black",
    "The rent went up twice in a year",
    "No bus after eight, so I cannot take the late shift",
    "Two buses and an hour to the hospital, and then they send me home since the machine is out of order",
    "The lights on the footbridge have been out since spring",
    "There is nowhere for the young ones to go after school",
    "I choose between heating and eating",
)


def build() -> Board:
    """The demo movement, with 2,000 concerns more on the board of a campaign."""
    fill_if_empty(echo=lambda line: None)
    random, today = Random(6), timezone.localdate()
    sheet = settings.DATA_DIR / "concerns.csv"
    with sheet.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["date", "place", "words", "strength", "may we quote"])
        for number in range(CONCERNS):
            day, said = today - timedelta(days=number % 20), f"{random.choice(SAID)} ({number})"
            rows.writerow([day.isoformat(), random.choice(["CF24", "CF3", "CF5"]), said, random.randint(1, 3), "yes"])
    words = [sys.executable, "-m", "m4c", "import", "concerns", str(sheet), "--campaign", CAMPAIGN, "--format", "json"]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    campaign = ListeningCampaign.objects.select_related("group").get(name=CAMPAIGN)
    return Board(campaign.group, campaign)


def statements(client: Client, path: str) -> int:
    """How many statements the page takes, once all is warm."""
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
    return len(queries)


def run() -> dict[str, Any]:
    """Rounds of ours and of plain Django's, one after the other, and the middle of each."""
    board = build()
    _plain_board.build()
    client = Client()
    client.force_login(Account.objects.get(person__given_name="Siân"))
    cookie = (settings.SESSION_COOKIE_NAME, client.cookies[settings.SESSION_COOKIE_NAME].value)
    number = statements(client, board.address())
    connection.close()
    with ours(PORTS[0]), other(PORTS[1], "bench._wsgi:application", **PLAIN):
        with phone(f"http://127.0.0.1:{PORTS[0]}", cookie) as page:
            page.goto(board.address())  # scripts and style sheet stand in the browser's store from then on
            mine = [felt(page, board.address(), "button[value=move]", "/moves/") for _round in range(ROUNDS)]
        with phone(f"http://127.0.0.1:{PORTS[1]}") as page:
            page.goto("/board/")
            plain = [felt(page, "/board/", "button", "/board/") for _round in range(ROUNDS)]
    return {"concerns": CONCERNS, "statements": number, **compared(middle(mine), middle(plain))}


def compared(mine: Felt, plain: Felt) -> dict[str, Any]:
    """Both, and each figure of ours as a share of plain Django's; none where that has none."""
    mine_told, plain_told = asdict(mine), asdict(plain)
    shares = {name: round(mine_told[name] / figure, 2) if figure else None for name, figure in plain_told.items()}
    return {"ours": mine_told, "plain": plain_told, "of_plain": shares}


@click.command()
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def main(as_: str) -> None:
    """Build, measure, print; 1 where a frame is missed that a thumb feels, and plain Django's page misses none."""
    os.environ.setdefault("M4C_MIGRATE", "yes")  # an empty database is nobody's in use
    prepare()
    build_assets()
    answer = run()
    if as_ == "json":
        click.echo(json.dumps(answer))
    else:
        click.echo(f"{answer['concerns']} concerns, {answer['statements']} statements\n{'':14}ours   plain  of plain")
        for name, figure in answer["ours"].items():
            click.echo(f"{name:12}{figure:8.0f}{answer['plain'][name]:8.0f}{answer['of_plain'][name] or 0:8.2f}")
    if answer["ours"]["move_task"] > LEAST_FRAME >= answer["plain"]["move_task"]:
        raise SystemExit(f"A move holds a phone for longer than {LEAST_FRAME:.0f} ms.")


if __name__ == "__main__":
    main()
