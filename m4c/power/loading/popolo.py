"""Popolo: persons, organizations, posts, areas and memberships, joined to rows of who held what."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from m4c.people.names import words
from m4c.power.loading.cells import day_of, shown_name
from m4c.power.loading.role_words import COMMONS, COUNCILLOR, KNOWN, MP, body_name, role_of
from m4c.power.loading.rows import HolderRow, RefusedRow, Row, TableRefused

GSS = re.compile(r"(?<![A-Z0-9])([EWSNK]\d{8})(?!\d)")
SCHEMES = {"datadotparl_id": "members", "datadotparl": "members", "mnis": "members", "members": "members"}
JUST_A_MEMBER = {"member", "representative", ""}
Thing = dict[str, Any]


class Popolo:
    """One document, or several that belong together. The rows are read from it one at a time."""

    def __init__(self, found: list[Any]) -> None:
        self.remarks: list[str] = []
        self.memberships: list[Any] = []
        self.persons: dict[str, Thing] = {}
        self.organizations: dict[str, Thing] = {}
        self.posts: dict[str, Thing] = {}
        self.areas: dict[str, Thing] = {}
        try:
            for document in found:
                self.add(document)
        except (TypeError, AttributeError, KeyError) as error:
            raise TableRefused(
                _("This JSON file is not Popolo as it should be: a person or post has no id.")
            ) from error

    def add(self, document: Thing) -> None:
        """Take in what one document holds; persons may hold their own memberships."""
        self.memberships += document.get("memberships") or []
        names = ("persons", "people"), ("organizations", "organisations"), ("posts",), ("areas",)
        into = self.persons, self.organizations, self.posts, self.areas
        for kept, called in zip(into, names, strict=True):
            for name in called:
                kept.update({str(each["id"]): each for each in document.get(name) or []})

    def rows(self) -> Iterator[Row]:
        """Each membership of a person in an organisation that is no party."""
        for number, membership in enumerate(self.memberships, start=1):
            try:
                found = self.row(number, membership)
            except ValueError as error:
                yield RefusedRow(number, str(error))
            except (TypeError, AttributeError, KeyError):
                yield RefusedRow(number, _("This is no membership as Popolo has it."))
            else:
                if found:
                    yield found

    def row(self, number: int, membership: Thing) -> HolderRow | None:
        """One membership; nothing for one of a party. Raises ValueError, in a sentence, for what is missing."""
        if "redirect" in membership and "person_id" not in membership:
            return None
        person = self.person(str(membership.get("person_id") or ""))
        name = name_of(person)
        if not name:
            raise ValueError(_("There is no {what} in this row.").format(what=_("name")))
        post = self.posts.get(str(membership.get("post_id") or ""), {})
        body = self.organization(membership.get("organization_id") or post.get("organization_id"), post)
        if body.get("classification") == "party":
            return None
        organisation = str(body.get("name") or body.get("id") or "")
        role = role_in(str(membership.get("role") or post.get("role") or post.get("label") or ""), body, organisation)
        if not organisation:
            organisation = KNOWN[role_of(role).name].body if role_of(role).name in KNOWN else ""
        for told, what in ((role, _("role")), (organisation, _("organisation"))):
            if not told:
                raise ValueError(_("There is no {what} in this row.").format(what=what))
        code, area = self.area(membership, post)
        party = self.organizations.get(str(membership.get("on_behalf_of_id") or ""), {})
        return HolderRow(
            number,
            name=shown_name(name),
            role=role,
            organisation=organisation.replace("-", " ") if organisation == body.get("id") else organisation,
            area_code=code,
            area_name=area,
            party=str(party.get("name") or membership.get("on_behalf_of_id") or "")[:80],
            started_on=day_or_none(membership.get("start_date")),
            ended_on=day_or_none(membership.get("end_date")),
            end_reason=str(membership.get("end_reason") or "")[:120],
            email=str(person.get("email") or ""),
            ids=tuple(ids_of(person)),
        )

    def person(self, uid: str) -> Thing:
        """The person of an id, whatever it was redirected to. Raises ValueError for nobody."""
        found = self.persons.get(uid)
        for _step in range(5):
            if found is None or "redirect" not in found:
                break
            found = self.persons.get(str(found["redirect"]))
        if found is None:
            raise ValueError(_("This membership is of a person who is not in the file."))
        return found

    def organization(self, uid: Any, post: Thing) -> Thing:
        """The organisation of a membership, or of its post; by its id alone where the file does not have it."""
        own = post.get("organization")
        return self.organizations.get(str(uid)) or (own if isinstance(own, dict) else {"id": str(uid)} if uid else {})

    def area(self, membership: Thing, post: Thing) -> tuple[str, str]:
        """The code and the name of the area, which may stand in the membership, in its post, or apart by an id."""
        code, name = "", ""
        for holder in (membership, post):
            own = holder.get("area")
            own = {"name": own} if isinstance(own, str) else own or {}
            uid = holder.get("area_id") or own.get("id")
            apart = self.areas.get(str(uid), {}) if uid else {}
            code = code or code_in(own, apart, {"id": uid or ""})
            name = name or str(own.get("name") or apart.get("name") or "")
        return code, name


def code_in(*places: Thing) -> str:
    """The official code of an area, wherever it is written."""
    for place in places:
        told = [place.get("id"), place.get("gss"), place.get("gss_code"), place.get("code"), place.get("identifier")]
        told += [each.get("identifier") for each in place.get("identifiers") or [] if isinstance(each, dict)]
        for text in told:
            if text and (found := GSS.search(str(text).upper())):
                return found[1]
    return ""


def name_of(person: Thing) -> str:
    """What somebody is called now: the main name that has not ended, in one piece or in parts."""
    names = [name for name in person.get("names") or person.get("other_names") or [] if isinstance(name, dict)]
    if person.get("name"):
        return str(person["name"])
    main = [name for name in names if str(name.get("note") or "Main").casefold() == "main"] or names
    if not main:
        return f"{person.get('given_name', '')} {person.get('family_name', '')}".strip()
    name = max(main, key=lambda each: (not each.get("end_date"), str(each.get("start_date") or "")))
    if name.get("name"):
        return str(name["name"])
    if title := name.get("lordname"):
        of = f" of {name['lordofname']}" if name.get("lordofname") else ""
        return f"{name.get('honorific_prefix') or 'Lord'} {title}{of}"
    return f"{name.get('given_name', '')} {name.get('family_name', '')}".strip()


def ids_of(person: Thing) -> Iterator[tuple[str, str]]:
    """The numbers by which tables know somebody: Parliament's own, and the one of this file."""
    for each in person.get("identifiers") or []:
        scheme = SCHEMES.get(str(each.get("scheme") or "").casefold())
        if scheme and each.get("identifier"):
            yield scheme, str(each["identifier"])[:120]
    yield "popolo", str(person["id"]).removeprefix("uk.org.publicwhip/person/")[:120]


def role_in(role: str, body: Thing, organisation: str) -> str:
    """The role; of whoever is just a member, what a member of that body is called."""
    if " ".join(words(role)) not in JUST_A_MEMBER:
        return role
    name = body_name(organisation)
    if name == COMMONS:
        return MP
    found = next((known.name for known in KNOWN.values() if known.body == name), "")
    told = {*words(organisation), *words(str(body.get("classification") or ""))}
    return found or (COUNCILLOR if told & {"council", "local"} else role)


def day_or_none(text: Any) -> Any:
    """A day; a year alone, as old memberships have it, is its first."""
    told = str(text or "")
    if re.fullmatch(r"\d{4}(-\d\d)?", told):
        told = f"{told}-01-01"[:10] if len(told) == 4 else f"{told}-01"
    return None if told.startswith("9999") else day_of(told)
