"""What we hold about you: a person's own record, as it stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.people.access.held_about import relationships_of, tags_of
from m4c.people.belonging.own import own_belonging
from m4c.people.handing_over.walk import notes_asked_of
from m4c.people.models import Membership, Movement, Person
from m4c.people.next_steps import steps_with
from m4c.people.own_fields.values import filled_of
from m4c.people.reach import reach_of
from m4c.people.rights.own_sections import own_sections
from m4c.people.timeline import timeline
from m4c.people.views.asking import account_of


@never_cache
@require_safe
def own_record(request: HttpRequest) -> HttpResponse:
    """All that one may read of oneself at once, and in words what is held back; not whether one is kept safe."""
    account = account_of(request)
    people = Person.objects.visible_to(account).select_related("address")
    person = people.filter(pk=account.person_id).first() if account.person_id else None
    movement = Movement.objects.visible_to(account).first()
    context: dict[str, object] = {"person": person, "movement": movement}
    if person:
        context |= {
            "belonging": own_belonging(account),
            "reach": reach_of(account, person, None, timezone.now()),
            "memberships": Membership.objects.visible_to(account).filter(person=person).select_related("group"),
            "timeline": timeline(account, person),
            "filled": filled_of(person),
            "knows": relationships_of(account, person),
            "taggings": tags_of(person),
            "sections": own_sections(person),
            "notes_asked": notes_asked_of(account),
            "steps": steps_with(account, person, timezone.localdate()),
        }
    return render(request, "people/own_record.html", context)
