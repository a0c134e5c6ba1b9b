"""Measures bringing in a sign-in sheet by the command line, against writing the same people with plain bulk_create.

    M4C_DATA=/tmp/bench python -m bench.import_signin [ROWS]

10,000 rows unless told. Makes what it needs in that folder: never point it at a database in use.
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
from django.core.management import call_command  # noqa: E402

from m4c.people.models import Address, Group, Membership, Person, PersonEmail, PersonPhone  # noqa: E402

ROWS = 10_000
SECONDS = 30.0  # what the issue promises for 10,000 rows
MEGABYTES = 300.0
COMMAND = "from m4c.cli.main import main; main()"
OPTIONS = ["--group", "Cardiff", "--date", "2010-06-05", "--kind", "full", "--create-group", "--format", "json"]
HEADERS = "First name,Surname,Email,Mobile,Postcode,121s pledged,House meetings pledged,Party member?,Brought by"
GIVEN = ["Ebo", "Owen", "Harpreet", "Tomasz", "Blessing", "Luned", "Parveen", "Eirlys", "Viktor", "Kofi", "Yusuf"]
FAMILY = ["Iwu", "Szymański", "Rahman", "Dlamini", "Ngata", "Xu", "Hussain", "Griffiths", "Kowalski", "Abara", "Pryce"]


def main() -> None:
    """Bring the sheet in, again, undo it, and write the same people plainly; 1 where a promise is broken."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    call_command("migrate", verbosity=0)
    sheet = Path(settings.DATA_DIR) / "sheet.csv"
    write_sheet(sheet, rows)
    print(f"{'':28}{'s':>8}{'CPU s':>8}{'rows/s':>9}{'MB':>7}")
    first = told("signin, all new", rows, ["signin", str(sheet), *OPTIONS])
    again = told("the same sheet again", rows, ["signin", str(sheet), *OPTIONS])
    assert (first["people_created"], again["people_created"], again["people_matched"]) == (rows, 0, rows)
    told("undo", rows, ["undo", again["id"], "--format", "json"])
    told("undo of the first", rows, ["undo", first["id"], "--format", "json"])
    plain = write_plainly(rows)
    print(f"{'people by bulk_create':28}{plain:8.1f}{'':8}{rows / plain:9.0f}")
    print(
        f"An import takes {first['seconds'] / plain:.1f} times as long, and writes attendances, pledges, standings, the"
    )
    print("ledger and what undoing needs besides.")
    promised = SECONDS * rows / ROWS
    raise SystemExit(first["seconds"] > promised or first["megabytes"] > MEGABYTES)


def told(what: str, rows: int, words: list[str]) -> dict[str, Any]:
    """Run a command of `m4c import` in a process of its own, print what it took, and give its answer."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", COMMAND, "import", *words], check=True, stdout=subprocess.PIPE)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    megabytes = used.ru_maxrss / 1024  # of the largest process so far
    print(f"{what:28}{seconds:8.1f}{cpu:8.1f}{rows / seconds:9.0f}{megabytes:7.0f}", flush=True)
    return json.loads(done.stdout) | {"seconds": seconds, "megabytes": megabytes}


def write_sheet(path: Path, rows: int) -> None:
    """A sheet of so many people, the same each time: pledges, members and not, one in ten brought by somebody."""
    random = Random(2010)
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(HEADERS.split(","))
        for number in range(rows):
            given, family = random.choice(GIVEN), random.choice(FAMILY)
            brought_by = f"{random.choice(GIVEN)} {random.choice(FAMILY)}" if random.random() < 0.1 else ""
            postcode = (
                f"CF{random.randint(10, 99)} {random.randint(0, 9)}{random.choice('ABDEF')}{random.choice('GHJLN')}"
            )
            one_to_ones, house_meetings = random.randint(0, 10), random.choice(["", "1", "2"])
            member = random.choice(["yes", "no", ""])
            email, phone = f"person.{number}@example.org", f"07{700_000_000 + number:09}"
            sheet.writerow([given, family, email, phone, postcode, one_to_ones, house_meetings, member, brought_by])


def write_plainly(rows: int) -> float:
    """Seconds for as many people with e-mail, phone, address and membership, with nothing asked or matched."""
    group = Group.objects.get(name="Cardiff")
    started = time.perf_counter()
    homes = [Address(postcode="CF3 0LN", folded=f"plain {number}") for number in range(rows)]
    Address.objects.bulk_create(homes, batch_size=500)
    people = [Person(given_name="Ebo", family_name="Iwu", folded_name="eboiwu", address=home) for home in homes]
    Person.objects.bulk_create(people, batch_size=500)
    emails, phones, memberships = [], [], []
    for number, person in enumerate(people):
        emails.append(PersonEmail(person=person, address=f"p{number}@example.org", folded=f"p{number}@example.org"))
        phones.append(PersonPhone(person=person, number=f"+447700{number:06}"))
        memberships.append(Membership(person=person, group=group))
    PersonEmail.objects.bulk_create(emails, batch_size=500)
    PersonPhone.objects.bulk_create(phones, batch_size=500)
    Membership.objects.bulk_create(memberships, batch_size=500)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
