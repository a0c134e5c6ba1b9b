"""Today: the front page of the workspace."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.leaders import today as page
from m4c.leaders.permissions import RECORD_PLEDGES, SEE_PLEDGES
from m4c.listening.permissions import RECORD_CONVERSATIONS
from m4c.people.naming import names_of
from m4c.people.permissions import IMPORT_PEOPLE
from m4c.people.requests import SignedIn


@require_safe
def today(request: SignedIn) -> HttpResponse:
    """Whom to talk to, what one promised, what is coming; for an organiser also what waits in their groups."""
    account, at = request.user, page.Moment(timezone.now())
    newcomers = list(page.newcomers(account, at)[: page.MOST])
    brought_by = names_of(account, [one.brought_by_id for one in newcomers])
    context = {
        "greeting": page.greeting(account.person, at.now),
        "name": (account.person.known_as or account.person.given_name) if account.person else "",
        "today": at.today,
        "groups": list(dict.fromkeys(group.name for _role, group in account.held)),
        **page.to_hold(account, at),
        **page.to_follow_up(account, at),
        "newcomers": [(one, brought_by.get(one.brought_by_id)) for one in newcomers],
        "pledges": page.own_pledges(account),
        "events": page.coming(account, at),
        "overdue": page.leaders_overdue(account, at) if account.may_somewhere(SEE_PLEDGES) else [],
        "to_review": page.imports_to_look_through(account) if account.may_somewhere(IMPORT_PEOPLE) else 0,
        "may_converse": account.may_somewhere(RECORD_CONVERSATIONS),
        "may_pledge": account.may_somewhere(RECORD_PLEDGES),
        "has_begun": page.has_begun(account),
    }
    return render(request, "leaders/today.html", context)
