"""Keep documents of a group: put one there, a new version of it, open it to more people, take a version away."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people.documents.files import GivenFile, forget_file
from m4c.people.documents.sniffing import DocumentRefused
from m4c.people.models import Account, DocumentVersion, Group, GroupDocument
from m4c.people.permissions import LOOK_AFTER_GROUPS

Audience = GroupDocument.Audience


@operation(LOOK_AFTER_GROUPS, on="group")
def keep_document(
    *, group: Group, title: str, given: GivenFile, at: datetime, by: Account, audience: str = Audience.GROUP
) -> list[GroupDocument | DocumentVersion]:
    """Put a document there, with its first version; for the group's own people unless told. Raises DocumentRefused."""
    words = " ".join(title.split())
    if not words:
        raise DocumentRefused(_("Give the document a title."), field="title", code="blank")
    must_be_audience(audience)
    document = GroupDocument.objects.create(group=group, title=words, audience=audience, made_by=by, made_at=at)
    return [document, write_version(document, given, "", at, by)]


@operation(LOOK_AFTER_GROUPS, on="document")
def keep_version(
    *, document: GroupDocument, given: GivenFile, at: datetime, by: Account, remark: str = ""
) -> DocumentVersion:
    """Put a new version of a document there; the earlier ones still open. Raises DocumentRefused for the very same."""
    latest = DocumentVersion.objects.standing().filter(document=document).first()
    if latest and latest.fingerprint == given.fingerprint:
        raise DocumentRefused(_("That is the version which is there already."), field="file", code="same_file")
    return write_version(document, given, remark, at, by)


@operation(LOOK_AFTER_GROUPS, on="document")
def say_audience(*, document: GroupDocument, audience: str, by: Account) -> GroupDocument:
    """Say who may open a document. Raises DocumentRefused."""
    must_be_audience(audience)
    change(document, audience=audience)
    return document


@operation(LOOK_AFTER_GROUPS, on="version")
def withdraw_version(*, version: DocumentVersion, at: datetime, by: Account) -> DocumentVersion:
    """Take a version away for good: its file goes, the line that tells of it stays. Raises DocumentRefused."""
    if version.withdrawn_at:
        raise DocumentRefused(_("It was taken away already."), code="withdrawn")
    change(version, withdrawn_at=at, withdrawn_by=by)
    transaction.on_commit(partial(forget_file, version.uid))
    return version


def write_version(document: GroupDocument, given: GivenFile, remark: str, at: datetime, by: Account) -> DocumentVersion:
    """The row of a version whose file is there."""
    GroupDocument.objects.select_for_update().get(pk=document.pk)  # two at once would share a number
    last = DocumentVersion.objects.filter(document=document).aggregate(last=Max("number"))["last"] or 0
    return DocumentVersion.objects.create(
        uid=given.uid,
        document=document,
        number=last + 1,
        file_name=given.file_name,
        type=given.type,
        size=given.size,
        fingerprint=given.fingerprint,
        remark=" ".join(remark.split()),
        at=at,
        by=by,
    )


def must_be_audience(audience: str) -> None:
    """Raise DocumentRefused for an audience that there is none of."""
    if audience not in Audience.values:
        raise DocumentRefused(_("Choose who may open it."), field="audience", code="audience")
