"""One person as a vCard, version 4."""

from m4c.people.exports.whom import Exported

ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})
LONGEST = 70  # bytes of one line, after which it is folded


def card_of(each: Exported, chosen: list[str]) -> str:
    """The card, with what was chosen; a card is nothing without its name."""
    person, wanted = each.person, set(chosen)
    lines = ["BEGIN:VCARD", "VERSION:4.0", f"FN:{text(person.name)}"]
    lines.append(f"N:{text(person.family_name)};{text(person.given_name)};;{text(person.title)};")
    if "uuid" in wanted:
        lines.append(f"UID:urn:uuid:{person.uid}")
    if "known_as" in wanted and person.known_as:
        lines.append(f"NICKNAME:{text(person.known_as)}")
    if "email" in wanted:
        lines += [f"EMAIL:{text(email.address)}" for email in person.emails.all()]
    if "can2_phone" in wanted:
        lines += [f"TEL;VALUE=uri:tel:{phone.number}" for phone in person.phones.all()]
    if person.address and wanted & {"can2_user_address", "zip_code"}:
        street = person.address.lines if "can2_user_address" in wanted else ""
        code = person.address.postcode if "zip_code" in wanted else ""
        lines.append(f"ADR:;;{text(street)};;;{text(code)};")
    if "groups" in wanted and each.groups:
        lines.append(f"CATEGORIES:{','.join(map(text, each.groups))}")
    lines.append("END:VCARD")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def text(value: str) -> str:
    """A value with its signs escaped."""
    return value.translate(ESCAPED)


def folded(line: str) -> str:
    """A line of at most 75 bytes, going on after a space on the next."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST:
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])
