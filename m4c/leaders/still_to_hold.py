"""Which pledges have conversations still to be held, asked of the database: the same answer as the draw-down's."""

from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from m4c.leaders.models import ConversationPledge
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.models import Account


def still_to_hold(account: Account) -> Exists:
    """Whether a pledge has conversations still to be held: no statement of its own.

    Each held day serves the oldest pledge made by then that is open. So a pledge is kept if, counted from the day of it
    and of each older one, as many days were held as all of them since then, up to this one, ask for.
    """
    days = Case(
        When(kind=ConversationPledge.Kind.ONE_TO_ONE, then=held(OneToOne, "asker", ["asker", "other"], account)),
        default=held(HouseMeeting, "host", ["host"], account),
    )
    upto = ConversationPledge.objects.standing().filter(person=OuterRef("person"), kind=OuterRef("kind"))
    since = upto.filter(no_later_than(OuterRef(OuterRef("made_on")), OuterRef(OuterRef("pk"))))
    since = since.filter(made_on__gte=OuterRef("made_on")).order_by()
    wanted = Subquery(since.values("person").annotate(total=Sum("number")).values("total"))
    older = upto.filter(no_later_than(OuterRef("made_on"), OuterRef("pk"))).order_by()
    return Exists(older.annotate(days=days, wanted=wanted).filter(days__lt=F("wanted")))


def no_later_than(made_on: Any, pk: Any) -> Q:
    """Pledges made before another, or on its day and written down before it, and itself."""
    return Q(made_on__lt=made_on) | Q(made_on=made_on, pk__lte=pk)


def held(model: type[OneToOne] | type[HouseMeeting], who: str, named: list[str], account: Account) -> Any:
    """How many of a pledge's kind its person held since the day of it; none with or by somebody kept safe from view."""
    seen = [account.sight.unless_protected(field) for field in named]
    rows: QuerySet[Any] = model.objects.held().filter(*seen, **{who: OuterRef("person")})
    counted = rows.filter(held_on__gte=OuterRef("made_on")).order_by().values(who).annotate(total=Count("pk"))
    return Coalesce(Subquery(counted.values("total"), output_field=IntegerField()), Value(0))
