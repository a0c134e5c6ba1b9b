"""What the ledger says of who came in by an invitation: whoever made it brought them, and so sees them."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from m4c.people.ledger import Source, follow
from m4c.people.models import Account, Engagement, Membership, OpenInvitation
from m4c.people.timeline import LEDGER_WORDS, LedgerWords, Origin


def rows(invitations: Sequence[OpenInvitation]) -> Iterable[Engagement]:
    """`invited` for each person whose membership began by one of these invitations."""
    made_by = dict(
        OpenInvitation.objects.filter(pk__in=[each.pk for each in invitations]).values_list("pk", "made_by__person")
    )
    came = Membership.objects.filter(came_by__in=invitations).order_by("pk")
    seen: set[tuple[int, int]] = set()
    for membership in came:
        assert membership.came_by_id is not None
        if (membership.came_by_id, membership.person_id) in seen:
            continue
        seen.add((membership.came_by_id, membership.person_id))
        inviter = made_by[membership.came_by_id]
        yield Engagement(
            kind="invited",
            person_id=membership.person_id,
            leader_id=inviter if inviter != membership.person_id else None,
            at=membership.made_at,
            group_id=membership.group_id,
            source_type="people.openinvitation",
            source_id=membership.came_by_id,
        )


def origins(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """What each invitation was for, as far as the account may see it."""
    seen = OpenInvitation.objects.visible_to(account).filter(pk__in=ids)
    return {invitation.pk: Origin(invitation.purpose, "") for invitation in seen}


def register() -> None:
    """Tell the ledger of invitations, and the timeline what they say."""
    follow(Source(OpenInvitation, rows))
    words = LedgerWords(
        _("Came in by an invitation"), with_leader=_("Came in by an invitation of {leader}"), origins=origins
    )
    LEDGER_WORDS.add("invited", words)
