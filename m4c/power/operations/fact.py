"""Write down sourced facts of a public role, and withdraw a wrong one with a reason: it stays, struck."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people.documents.files import GivenFile, forget_file
from m4c.people.models import Account, Group
from m4c.power.models import Institution, PowerFact, Powerholder, Site
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.operations.site import whose_is
from m4c.power.permissions import RECORD_POWER

Kind = PowerFact.Kind


@dataclass(frozen=True)
class NewFact:
    """A fact about a public role: its kind, its words and its source; `is_public_role` is what whoever writes says."""

    about: Powerholder | Institution
    kind: str
    words: str
    source: str
    source_on: date
    is_public_role: bool
    on: date | None = None
    source_url: str = ""
    site: Site | None = None
    document: GivenFile | None = None


@operation(RECORD_POWER, on="group")
def add_fact(*, group: Group, new: NewFact, at: datetime, by: Account) -> PowerFact:
    """Write down a fact that a group gathered. Raises PowerRefused without words, a source, or the word of whoever
    writes that it is about a public role.
    """
    words, source, given = new.words.strip(), " ".join(new.source.split()), new.document
    check(new, words, source)
    file = {"uid": given.uid, "document_name": given.file_name, "document_type": given.type} if given else {}
    return PowerFact.objects.create(
        **whose_is(new.about),
        kind=new.kind,
        words=words,
        source=source,
        source_on=new.source_on,
        on=new.on,
        source_url=new.source_url,
        site=new.site,
        group=group,
        added_by=by,
        added_at=at,
        **file,
    )


@operation(RECORD_POWER, on="by")
def withdraw_fact(*, fact: PowerFact, because: str, at: datetime, by: Account) -> PowerFact:
    """Withdraw a fact that is wrong or should not stand: it is shown struck, with the reason, and its document goes for
    good. Raises PowerRefused.
    """
    words = " ".join(because.split())
    if fact.withdrawn_at:
        raise PowerRefused(_("It was withdrawn already."), code="withdrawn")
    if not words:
        raise PowerRefused(_("Say why it is withdrawn."), field="because", code="no_reason")
    if fact.document_type:
        transaction.on_commit(partial(forget_file, fact.uid))
    change(fact, withdrawn_at=at, withdrawn_by=by, withdrawn_because=words, document_type="")
    return fact


def check(new: NewFact, words: str, source: str) -> None:
    """Raise PowerRefused for a fact that says nothing, says nobody, or is of a private life."""
    if new.kind not in Kind.values:
        raise PowerRefused(_("Say what kind of fact it is."), field="kind", code="kind")
    if not words:
        raise PowerRefused(_("Write down the fact."), field="words", code="no_words")
    if not source:
        raise PowerRefused(_("Who says so? Without a source it is a rumour."), field="source", code="no_source")
    if not new.is_public_role:
        raise PowerRefused(
            _("Only facts of a public role are recorded: no private life, no health, no family."),
            field="is_public_role",
            code="private",
        )
    if new.kind == Kind.DOCUMENT and not (new.document or new.source_url):
        raise PowerRefused(_("Add the document, or its address."), field="document", code="no_document")
