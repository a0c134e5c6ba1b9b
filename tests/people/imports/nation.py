"""A stranger's list in NationBuilder's shape with planted faults, the same each time, and what must come of it."""

from collections.abc import Iterator

from tests.people.imports.lists import NATIONBUILDER, as_csv

Row = dict[str, str]

KNOWN = 100  # on record before, by the same e-mail
FURTHER_UP = 60  # the same person a second time
BODIES = 40  # organisations
NAMELESS = 30  # one name, and no way to know whose
HOUSEHOLD = 20  # somebody else at a known e-mail
MOVED = 5  # the same name and home at another e-mail
LEFT, NO_CALLS, NO_CONTACT, DIED = 80, 50, 10, 15
REFUSED = BODIES + NAMELESS
REVIEWED = HOUSEHOLD + MOVED
SUPPRESSED = LEFT + NO_CALLS + NO_CONTACT
GIVEN = ["Ada", "Bram", "Cerys", "Dilys", "Emrys", "Farah", "Gwil", "Hana", "Iolo", "Jess"]
FAMILY = ["Ashe", "Bloom", "Cadwal", "Dorn", "Ekman", "Frayn", "Gower", "Hollin", "Ibbot", "Jarman"]
HOME = "cf3  0ln"  # of every second one, as badly written as such files do


def name_of(number: int) -> tuple[str, str]:
    """A name of three letters more than any other, so that no two rows have the same."""
    letters = "".join(chr(ord("a") + number // 26**place % 26) for place in (2, 1, 0))
    return GIVEN[number % 10], f"{FAMILY[number // 10 % 10]}{letters}"


def named(number: int) -> Row:
    """The cells of a name."""
    given, family = name_of(number)
    return {"first_name": given, "last_name": family}


def email_of(number: int) -> str:
    """The e-mail of somebody on the list."""
    return f"nb{number}@example.org"


def person(number: int) -> Row:
    """A row of somebody new, messy in one of the ways such files are."""
    email = email_of(number)
    return {
        **named(number),
        "nationbuilder_id": str(number),
        "email": f"  {email.upper()}" if number % 7 == 0 else email,
        "mobile_number": f"+44 7700 9{number:05d}" if number % 3 else "",
        "primary_zip": HOME if number % 2 else "",
        "support_level": str(number % 5 + 1),
        "signup_type": "0",
        "tag_list": "stall, keen",
    }


def planted(rows: int) -> Iterator[Row]:
    """So many rows: the faults first, then people with nothing the matter."""
    for number in range(BODIES):
        yield {"full_name": f"Body {number}", "email": f"body{number}@example.org", "signup_type": "1"}
    for _number in range(NAMELESS):
        yield {"first_name": "Nobody", "email": "not an address"}
    for number in range(KNOWN):
        yield person(number)
    for number in range(FURTHER_UP):
        yield {**named(number), "email": email_of(number)}
    for number in range(HOUSEHOLD):
        yield {"first_name": "Zebedee", "last_name": f"Other{number}", "email": email_of(number)}
    for number in range(1, 2 * MOVED, 2):
        yield {**named(number), "email": f"moved{number}@example.org", "primary_zip": HOME}
    rest = rows - REFUSED - KNOWN - FURTHER_UP - REVIEWED
    for place in range(rest):
        row = person(KNOWN + place)
        if place < LEFT:
            row["email_opt_in"] = "false"
        elif place < LEFT + NO_CALLS:
            row["do_not_call"] = "TRUE"
        elif place < SUPPRESSED:
            row["do_not_contact"] = "1"
        elif place < SUPPRESSED + DIED:
            row["is_deceased"] = "true"
        yield row


def nation_file(rows: int) -> bytes:
    """The list as a file."""
    return as_csv(NATIONBUILDER, *planted(rows))


def known_file() -> bytes:
    """Those who are on record before, as somebody wrote them down in a list of their own."""
    return as_csv(["first_name", "last_name", "email"], *({**named(n), "email": email_of(n)} for n in range(KNOWN)))


def came_of(rows: int) -> dict[str, int]:
    """What must come of the list, in figures."""
    return {
        "rows": rows,
        "created": rows - REFUSED - KNOWN - FURTHER_UP,
        "matched": KNOWN,
        "review": REVIEWED,
        "refused": REFUSED,
        "suppressed": SUPPRESSED,
    }
