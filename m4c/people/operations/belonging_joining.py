"""What a merge of groups does to who asks to come in, and to seats in coalitions."""

from django.db.models import Q

from m4c.people.groups.merging import Follow, Joining
from m4c.people.models import Delegate, JoinRequest, MemberBody


def requests(joining: Joining) -> int:
    """Whoever asked both groups asks once; what was answered comes along as it is."""
    asked = JoinRequest.objects.open().filter(group=joining.kept)
    people, words = asked.exclude(person=None).values("person"), asked.exclude(folded="").values("folded")
    doubles = JoinRequest.objects.open().filter(Q(person__in=people) | Q(folded__in=words), group=joining.gone)
    JoinRequest.objects.filter(pk__in=list(doubles.values_list("pk", flat=True))).delete()
    return Follow(JoinRequest, "group")(joining)


def end_seats(joining: Joining, kept: MemberBody, gone: MemberBody) -> None:
    """Where both sat at one table, the seats of the one that goes end that day."""
    Delegate.objects.sitting().filter(member_body=gone, started_on__lte=joining.on).update(ended_on=joining.on)
    gone.left_on = max(joining.on, gone.joined_on or joining.on)
    gone.save(update_fields=["left_on"])
