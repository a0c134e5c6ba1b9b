"""What becomes of a group's own records when somebody is erased who is named in them."""

from django.utils.translation import gettext_lazy as _

from m4c.people.erasing import goes, mentions, tells_of_nobody
from m4c.people.models import (
    DocumentVersion,
    GroupDocument,
    GroupMerge,
    GroupOrigin,
    GroupPassing,
    GroupPurpose,
    GroupStage,
    GroupSupporter,
    PassingAsking,
)


def register() -> None:
    """Tell it. What lies in the file of a document is for the group to look through: a version can be taken away."""
    goes(GroupSupporter, "person", _("that they helped a group into life"))
    goes(PassingAsking, "person", _("what they answered when their group closed"))
    said = _("their name in what a group wrote of itself")
    mentions(GroupPurpose, "words", what=said)
    mentions(GroupOrigin, "words", what=said)
    mentions(GroupPassing, "why", what=said)
    mentions(GroupSupporter, "words", what=said)
    mentions(PassingAsking, "words", what=said)
    mentions(GroupDocument, "title", what=said)
    mentions(DocumentVersion, "file_name", "remark", what=said)
    tells_of_nobody(GroupMerge, GroupStage, why="days and groups, not people")
