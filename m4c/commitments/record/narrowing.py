"""By what a board is narrowed: speakers, campaigns, themes and places that have a commitment, read in one statement."""

from collections import defaultdict
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.http import QueryDict
from django.utils.translation import get_language

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Commitment
from m4c.core.models.record import uid_of
from m4c.core.prepared import prepared
from m4c.listening.models import Theme
from m4c.people.models import Account, Person
from m4c.places.models import Area
from m4c.places.models.area import letters_of
from m4c.power.models import Powerholder

KINDS = ("powerholder", "campaign", "theme", "area")
Choices = dict[str, list[tuple[str, str]]]


def rows_of(account: Account, kind: str, language: str) -> "QuerySet[Any]":
    """What the account sees of a kind; places by their names in a language, named by two letters."""
    if kind == "area":
        return Area.objects.visible_to(account).with_names(language)
    models: dict[str, Any] = {"powerholder": Powerholder, "campaign": Campaign, "theme": Theme, "keeper": Person}
    return models[kind].objects.visible_to(account)


def choices_for(account: Account) -> Choices:
    """Those with a commitment that the account sees, by name. One statement."""
    found: Choices = defaultdict(list)
    for kind, key, name in with_a_commitment(account, letters_of(get_language())):
        uid = None if kind == "area" else uid_of(key)
        found[kind].append((str(uid or key), name))
    return {kind: sorted(rows, key=lambda row: row[1].casefold()) for kind, rows in found.items()}


@prepared
def with_a_commitment(account: Account, language: str) -> "QuerySet[Any, tuple[str, str, str]]":
    """Each with its kind, how an address names it, and its name."""
    first, *rest = (columns(account, kind, language) for kind in KINDS)
    return first.union(*rest, all=True)


def columns(account: Account, kind: str, language: str) -> "QuerySet[Any, Any]":
    """The rows of a kind as three columns of text: PostgreSQL joins no others."""
    has_one = Exists(Commitment.objects.visible_to(account).order_by().filter(**{kind: OuterRef("pk")}))
    key: Any = Concat(F("kind"), Value(":"), F("code"), output_field=CharField()) if kind == "area" else F("uid")
    name = F("current_name") if kind == "area" else F("name")
    told = [Cast(each, output_field=CharField()) for each in (Value(kind), key, name)]
    return rows_of(account, kind, language).filter(has_one).order_by().values_list(*told)


def chosen_of(account: Account, given: QueryDict) -> dict[str, Any]:
    """What an address chooses, by its field; what the account does not see is as if it were not chosen."""
    found = {kind: one_of(account, kind, given.get(kind, "")) for kind in (*KINDS, "keeper")}
    return {kind: row for kind, row in found.items() if row is not None}


def one_of(account: Account, kind: str, typed: str) -> Any:
    """The record of a kind that is meant; None where there is none such."""
    rows = rows_of(account, kind, letters_of(get_language()))
    if kind == "area":
        of, _colon, code = typed.partition(":")
        return rows.current().filter(kind=of, code=code).first() if code else None  # type: ignore[attr-defined]
    uid = uid_of(typed) if typed else None
    return rows.filter(uid=uid).first() if uid else None


def key_of(kind: str, row: Any) -> str:
    """How an address names it again."""
    return f"{row.kind}:{row.code}" if kind == "area" else str(row.uid)
