"""The data-protection desk's chapter of the demo: one copy in hand, and one objection that was answered."""

from datetime import timedelta

from m4c.core.demo import Story
from m4c.people.groups.nearest import movements_own
from m4c.people.models import Account, Channel, Purpose, RightsRequest
from m4c.people.operations.note import write_note
from m4c.people.operations.objection import stop_reaching
from m4c.people.operations.rights_request import Asked, answer_request, check_identity, close_request, give_to
from m4c.people.operations.rights_request import take_in_request as take_in

COPY = "I have been coming since the spring. What have you written down about me?"


def tell(story: Story) -> None:
    """Kofi asks for a copy and rings from his own number; somebody on the list wants no more calls, and has none."""
    cast, group = story.shelf["cast"], movements_own()
    kofi, desk = cast["Kofi"], Account.objects.get(person=cast["Meera"])
    came = story.today - timedelta(days=9)
    asked = Asked(RightsRequest.Kind.ACCESS, RightsRequest.Way.EMAIL, kofi.name, came, "kofi.mensah@example.org", COPY)
    copy = take_in(group=group, asked=asked, person=kofi, by=desk)
    how = "He rang from the number we hold, and knew who asked him to the taster."
    check_identity(request=copy, how=how, on=came + timedelta(days=2), by=desk)
    give_to(request=copy, holder=desk, by=desk)
    write_note(
        person=kofi,
        group=story.shelf["groups"]["Manchester"],
        tier="group",
        at=story.now - timedelta(days=30),
        about_them="Would sing at a gathering, if somebody asks him in person.",
        about_others="His sister looks for work and does not want that known.",
        by=Account.objects.get(person=cast["Nadia"]),
    )
    idris, came = cast["Idris"], story.today - timedelta(days=20)
    asked = Asked(
        RightsRequest.Kind.OBJECTION, RightsRequest.Way.PHONE, idris.name, came, words="No more texts, please."
    )
    stop = take_in(group=group, asked=asked, person=idris, by=desk)
    stop_reaching(request=stop, channels=[Channel.TEXT], purpose=Purpose.ALL, at=story.now, by=desk)
    told = "We have stopped it: no text message of ours reaches you any more."
    answer_request(request=stop, outcome=RightsRequest.Outcome.DONE, answer=told, on=came + timedelta(days=1), by=desk)
    close_request(request=stop, on=came + timedelta(days=1), by=desk)
