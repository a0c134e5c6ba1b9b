"""Today: the front page of the workspace."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.leaders import today as page
from m4c.leaders.permissions import RECORD_PLEDGES
from m4c.leaders.today_beginning import has_begun, line_of, whom_to_ring
from m4c.leaders.today_lines import Moment, promised_to_us, with_phones
from m4c.leaders.today_promises import agreed_steps, next_steps, overdue_in_groups, own_pledges
from m4c.leaders.today_rights import asked_of_data
from m4c.leaders.today_taken_on import taken_on
from m4c.leaders.today_talk import whom_to_talk_to
from m4c.listening.permissions import RECORD_CONVERSATIONS
from m4c.people.data_permissions import KEEP_BREACHES
from m4c.people.permissions import IMPORT_PEOPLE
from m4c.people.requests import SignedIn


@never_cache
@require_safe
def today(request: SignedIn) -> HttpResponse:
    """Whom should I talk to, what have we promised, who has promised us; of all one's groups together."""
    account, at = request.user, Moment(timezone.now())
    agreed = agreed_steps(account, at)
    begun = has_begun(account, at)
    helper = None if begun else whom_to_ring(account)
    talk, steps, introductions, overdue, ringing = with_phones(
        account,
        at,
        whom_to_talk_to(account, at),
        [*next_steps(account, at), *agreed.steps, *taken_on(account, at)],
        agreed.introductions,
        overdue_in_groups(account, at),
        line_of(helper),
    )
    context = {
        "greeting": page.greeting(account.person, at.now),
        "name": (account.person.known_as or account.person.given_name) if account.person else "",
        "today": at.today,
        "groups": list(dict.fromkeys(group.name for _role, group in account.held)),
        "asked": list(asked_of_data(account, at)),
        "talk": talk,
        "steps": steps,
        "introductions": introductions,
        "overdue": overdue,
        "pledges": own_pledges(account, at),
        "promised_to_us": promised_to_us(account, at),
        "events": page.coming(account, at),
        "to_review": page.imports_to_look_through(account) if account.may_somewhere(IMPORT_PEOPLE) else 0,
        "breach": page.breach_to_tell(account) if account.may_somewhere(KEEP_BREACHES) else None,
        "may_converse": account.may_somewhere(RECORD_CONVERSATIONS),
        "may_pledge": account.may_somewhere(RECORD_PLEDGES),
        "has_begun": begun,
        "helper": helper._replace(phone=ringing[0].phone) if helper else None,
    }
    return render(request, "leaders/today.html", context)
