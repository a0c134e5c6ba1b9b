"""The cast's own 1-2-1s in the demo: one written up a fortnight ago, one to be held today, and those asked for one."""

from collections.abc import Sequence
from datetime import timedelta

from m4c.core.demo import Story
from m4c.core.models.record import new_uid
from m4c.listening.ledger import noon
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.one_to_one_ask import NewAsking, answer_asking, ask_for_one_to_one
from m4c.listening.operations.writing_up import WrittenUp, write_up
from m4c.people.models import Account, Group, Person

LATELY = timedelta(days=12)
ASKED = ((4, "message", ""), (9, "in_person", "not_yet"))  # how many days ago, how, and what they said


def tell(story: Story) -> None:
    """Bethan heard somebody she trained with a fortnight ago, and meets them again today."""
    bethan = story.shelf["cast"]["Bethan"]
    told = next(one for one in story.shelf["since"] if any(each.person.pk == bethan.pk for each in one.trainees))
    met = set(OneToOne.objects.filter(asker=bethan).values_list("other", flat=True))
    others = [each.person for each in told.trainees if each.person.pk not in met | {bethan.pk}]
    if others:
        listen(story, told.group, bethan, others[0])
    ask(story, told.group, bethan, others[1:])


def ask(story: Story, group: Group, bethan: Person, others: Sequence[Person]) -> None:
    """Two whom she asked: one has not answered, one has said not yet."""
    for other, (days, means, answer) in zip(others, ASKED, strict=False):
        day = story.today - timedelta(days=days)
        new = NewAsking(bethan, other, day, means)
        asked = ask_for_one_to_one(group=group, new=new, by=story.by)
        if answer:
            answer_asking(asking=asked, answer=answer, on=day + timedelta(days=1), by=story.by)


def listen(story: Story, group: Group, bethan: Person, other: Person) -> None:
    """What she heard and wrote down, and the day they meet again."""
    day = story.today - LATELY
    first = record_one_to_one(group=group, new=NewOneToOne(bethan, other, day), by=story.by)
    words = WrittenUp(
        new_uid(),
        day,
        about_them="Grew up in Splott, and nursed for thirty years. What moves her: her grandson's asthma, and that"
        " nobody from the housing office ever came to look.",
        about_others="Her daughter is looking for another flat.",
        tier="group",
        commitment="Ask on her stair who else has mould",
        next_step="Go and see the stair together",
        next_step_by=story.today + timedelta(days=2),
        names=("Mair from the second floor",),
        concerns=("Mould in every bedroom on our stair", "The last bus goes at six"),
        may_quote=True,
    )
    account = Account.objects.get(person=bethan)
    write_up(one_to_one=first, written=words, at=noon(day), by=account)
    record_one_to_one(group=group, new=NewOneToOne(bethan, other, story.today), by=story.by)
