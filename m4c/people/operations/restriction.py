"""Set a record aside at its person's word, and use it again once they were told."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people.followers import protected
from m4c.people.models import Account, Restriction, RightsRequest
from m4c.people.operations.rights_request import RightsRefused, must_be_unanswered
from m4c.people.permissions import ANSWER_RIGHTS


@operation(ANSWER_RIGHTS, on="request", public=True)
def set_aside(*, request: RightsRequest, at: datetime, by: Account) -> Restriction:
    """Keep the record of whoever asks and let nobody use it, from now on; one set aside already stays as it is.

    By a request of any kind: who doubts that a record is right, or objects, may have it set aside while we look into
    it. Raises RightsRefused.
    """
    must_be_unanswered(request)
    person = request.person
    if person is None:
        raise RightsRefused(_("Say first whose record it is about."), code="no_person")
    if standing := Restriction.objects.standing().filter(person=person).first():
        return standing
    restriction = Restriction.objects.create(person=person, request=request, placed_at=at, placed_by=by)
    protected(person)
    return restriction


@operation(ANSWER_RIGHTS, on="request", public=True)
def set_aside_no_longer(*, request: RightsRequest, told_on: date, at: datetime, by: Account) -> Restriction:
    """Let the record that a request set aside be used, once they were told so (UK GDPR article 18(3)).

    Raises RightsRefused.
    """
    restriction = Restriction.objects.standing().filter(request=request).first()
    if restriction is None:
        raise RightsRefused(_("By this request nothing is set aside."), code="not_set_aside")
    if not timezone.localdate(restriction.placed_at) <= told_on <= timezone.localdate(at):
        raise RightsRefused(_("They must have been told before it ends."), field="told_on", code="not_told")
    change(restriction, told_on=told_on, lifted_at=at, lifted_by=by)
    return restriction
