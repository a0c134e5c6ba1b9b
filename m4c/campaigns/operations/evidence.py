"""The evidence of a case: what was found, when, by whom and from where; public or not; or taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Evidence
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.documents.files import GivenFile, forget_file
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see


class EvidenceRefused(Refused):
    """The evidence says too little, or was taken back."""


@dataclass(frozen=True)
class NewEvidence:
    """What was found: a survey, an answer, photographs, figures; its day, its source, and who gathered it."""

    kind: str
    title: str
    on: date
    source: str
    words: str = ""
    source_url: str = ""
    gathered_by: Person | None = None


@operation(RUN_CAMPAIGNS, on="campaign")
def add_evidence(
    *, campaign: Campaign, new: NewEvidence, at: datetime, by: Account, given: GivenFile | None = None
) -> Evidence:
    """Put evidence to a campaign's case, with its file if there is one. Raises EvidenceRefused, Unseen."""
    must_see([new.gathered_by], by)
    if new.kind not in Evidence.Kind.values:
        raise EvidenceRefused(_("Say what kind of evidence it is."), field="kind", code="kind")
    if not new.title.strip():
        raise EvidenceRefused(_("Say in a line what it shows."), field="title", code="no_title")
    if not new.source.strip():
        raise EvidenceRefused(
            _("Say where it comes from: nobody believes it otherwise."), field="source", code="source"
        )
    file = {"uid": given.uid, "file_name": given.file_name, "type": given.type} if given else {}
    return Evidence.objects.create(
        campaign=campaign,
        kind=new.kind,
        title=new.title.strip(),
        words=new.words.strip(),
        on=new.on,
        source=new.source.strip(),
        source_url=new.source_url.strip(),
        gathered_by=new.gathered_by,
        added_by=by,
        added_at=at,
        **file,
    )


@operation(PUBLISH_CAMPAIGNS, on="evidence", public=True)
def publish_evidence(*, evidence: Evidence, is_public: bool, by: Account) -> Evidence:
    """Decide whether evidence may stand on the public page; who gathered it stands there never. Raises
    EvidenceRefused.
    """
    must_stand(evidence)
    change(evidence, is_public=is_public)
    return evidence


@operation(RUN_CAMPAIGNS, on="evidence", public=True)
def withdraw_evidence(*, evidence: Evidence, at: datetime, by: Account) -> Evidence:
    """Take evidence back: it proved nothing, or told of somebody. Its file goes for good. Raises EvidenceRefused."""
    must_stand(evidence)
    if evidence.file_name:
        transaction.on_commit(partial(forget_file, evidence.uid))
    change(evidence, withdrawn_at=at, is_public=False, file_name="", type="")
    return evidence


def must_stand(evidence: Evidence) -> None:
    """Raise EvidenceRefused for what was taken back."""
    if evidence.withdrawn_at:
        raise EvidenceRefused(_("It was taken back."), code="withdrawn")
