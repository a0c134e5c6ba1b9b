"""Measures bringing in a list of people by the command line (job 1), beside writing the same people by bulk_create.

    M4C_DATA=/tmp/bench python -m bench.import_people [ROWS]

100,000 rows unless told. Makes what it needs in that folder: never point it at a database in use.
"""

import csv
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first

from bench._people import Names, names  # noqa: E402
from bench.import_signin import write_plainly  # noqa: E402
from m4c.cli.shell import prepare  # noqa: E402

ROWS = 100_000
MEGABYTES = 300.0
COMMAND = "from m4c.cli.main import main; main()"
OPTIONS = ["--group", "Cardiff", "--create-group", "--format", "json"]
HEADERS = [
    "nationbuilder_id", "first_name", "last_name", "email", "email_opt_in", "mobile_number", "do_not_call",
    "support_level", "tag_list", "signup_type", "is_deceased", "primary_address1", "primary_city", "primary_zip",
]  # fmt: skip


def main() -> None:
    """Bring a tenth of the list in and then all of it, again, and write as many plainly; 1 where memory grew."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    prepare()
    tenth, whole = (Path(settings.DATA_DIR) / name for name in ("tenth.csv", "whole.csv"))
    write_list(tenth, rows // 10)
    write_list(whole, rows)
    print(f"{'':28}{'s':>8}{'CPU s':>8}{'rows/s':>9}{'MB':>7}")
    small = told("a tenth of it, all new", rows // 10, tenth)
    first = told("the list, a tenth known", rows, whole)
    again = told("the same list again", rows, whole)
    assert (small["people_created"], again["people_created"]) == (rows // 10, 0)
    assert first["people_created"] + first["people_matched"] == rows
    started = time.process_time()
    plain = write_plainly(rows)
    used = time.process_time() - started
    print(f"{'people by bulk_create':28}{plain:8.1f}{used:8.1f}{rows / plain:9.0f}")
    print(f"An import takes {first['cpu'] / used:.1f} times the CPU: it matches, keeps each row's fate, can be undone.")
    print(f"Memory for ten times the rows: {first['megabytes'] / small['megabytes']:.2f} times.")
    raise SystemExit(first["megabytes"] > MEGABYTES)


def told(what: str, rows: int, path: Path) -> dict[str, Any]:
    """Bring a list in by a process of its own, print what it took, and give its answer."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    words = [sys.executable, "-c", COMMAND, "import", "people", str(path), *OPTIONS]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    megabytes = used.ru_maxrss / 1024  # of the largest process so far
    print(f"{what:28}{seconds:8.1f}{cpu:8.1f}{rows / seconds:9.0f}{megabytes:7.0f}", flush=True)
    return json.loads(done.stdout) | {"seconds": seconds, "cpu": cpu, "megabytes": megabytes}


def write_list(path: Path, rows: int) -> None:
    """A list of so many people in NationBuilder's columns, the same each time; one in ten unsubscribed."""
    random = Random(2010)
    given_names, family_names = names(random, 800, 1, 3), names(random, 4_000, 2, 4)
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(HEADERS)
        for number in range(rows):
            given, family = one_of(random, given_names), one_of(random, family_names)
            code = f"CF{random.randint(10, 99)} {random.randint(0, 9)}{random.choice('ABDEF')}{random.choice('GHJLN')}"
            email, phone = f"person.{number}@example.org", f"07{700_000_000 + number:09}"
            off = "false" if number % 10 == 0 else "true"
            no_calls = "true" if number % 50 == 0 else "false"
            street = f"{random.randint(1, 90)} Elm Row"
            row = [number, given, family, email, off, phone, no_calls, 3, "stall", 0, "false", street, "Cardiff", code]
            sheet.writerow(row)


def one_of(random: Random, listed: Names) -> str:
    """One of these names, a common one more often."""
    return random.choices(listed[0], cum_weights=listed[1])[0]


if __name__ == "__main__":
    main()
