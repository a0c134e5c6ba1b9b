"""The demo's listening campaign: its visitors, questions in three languages, and what came back so far."""

from datetime import timedelta
from typing import Any

from m4c.core.chunks import in_chunks
from m4c.core.demo import Story
from m4c.listening.models import ListeningCampaign, OneToOne
from m4c.listening.operations.campaign import NewCampaign, open_questions, plan_campaign
from m4c.listening.operations.concern import NewConcern, note_concerns
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.question import add_question
from m4c.listening.operations.questionnaire import Answers, type_in_questionnaire
from m4c.listening.operations.visitor import add_visitor
from m4c.people.models import Account, Group, Membership, Person

QUESTIONS = (
    (
        True,
        {
            "en": "What makes life harder here than it need be?",
            "cy": "Beth sy'n gwneud bywyd yma yn anoddach nag sydd raid?",
            "Soomaali": "Maxaa nolosha halkan ka dhigaya mid adag?",
        },
    ),
    (False, {"en": "What would you never want to lose here?", "cy": "Beth na fyddech byth am ei golli yma?"}),
)
HEARD = (  # words, strength, may we quote, district
    ("The damp comes back each winter, and each winter they paint over it", 3, True, "CF24"),
    ("My boy coughs from October to April", 3, True, "CF24"),
    ("No bus after eight, so I cannot take the late shift", 2, True, "CF3"),
    ("The rent went up twice in a year", 3, False, "CF11"),
    ("Two buses and an hour to the hospital", 2, True, "CF3"),
    ("Nobody answers when you ring about a repair", 2, True, "CF10"),
    ("The lights on the footbridge have been out since spring", 1, True, "CF11"),
    ("I choose between heating and eating", 3, False, "CF5"),
    ("There is nowhere for the young ones to go", 2, True, "CF5"),
    ("They moved us three times in two years", 3, False, "CF10"),
    ("I pay for a bus pass and still walk home", 1, True, "CF3"),
    ("Mould behind the cot, and the agent says open a window", 3, True, "CF24"),
    ("Black mould came through the paper a month after we moved in", 3, True, "CF24"),
    ("We sleep four in one room, since the other is too damp", 3, True, "CF11"),
    ("The rent takes more than half of what I earn", 3, True, "CF24"),
    ("My landlord sold up, and we had eight weeks", 3, False, "CF10"),
    ("Eleven calls about the boiler, and a repair that lasted a day", 2, True, "CF11"),
    ("They mended the damp by painting the wall", 2, True, "CF5"),
    ("The last bus goes when my mother's visiting hour begins", 2, True, "CF3"),
    ("My daughter waits an hour for a bus home from college", 2, True, "CF3"),
    ("When the bus does not come I lose a morning's pay", 3, True, "CF5"),
    ("Nothing for the children here between four and bedtime", 2, True, "CF11"),
    ("The youth club shut, and the young ones sit on the stairs", 2, True, "CF24"),
    ("I have lived here nine years, and half of the street lights were never on", 1, True, "CF11"),
    ("The underpass is dark by four, so we walk round by the main road", 2, True, "CF5"),
    ("They tell me my hours on Sunday night, for Monday morning", 3, True, "CF10"),
    ("The agency takes its cut before I see my wage", 3, False, "CF10"),
    ("Two jobs, and no hours left for my boy", 2, True, "CF24"),
    ("Nobody in our block knows whom to ask", 1, True, "CF10"),
    ("The surgery picks up at eight, and by five past all is gone", 2, True, "CF5"),
)
KEPT_UP = 20  # days over which they were said
STREET = (
    ("The estate agent keeps the deposit whatever you do", "The library"),
    ("Cars park on the pavement and I push the pram in the road", "The Saturday market"),
    ("Cold flat, dear heating", "My neighbours"),
)
VISITORS = 4
VISITED = 5  # by the first of them so far, one less by each of the others


def tell(story: Story) -> None:
    """Bethan and three whom she trained visit; whoever likes answers by the public page."""
    bethan = story.shelf["cast"]["Bethan"]
    told = next(one for one in story.shelf["since"] if any(each.person.pk == bethan.pk for each in one.trainees))
    others = [each.person for each in told.trainees if each.person.pk != bethan.pk]
    story.shelf["listening_campaign"] = listen(story, [bethan, *others][:VISITORS], told.group)


def listen(story: Story, visitors: list[Person], group: Group) -> ListeningCampaign:
    """A campaign that has run for three weeks, with what came back so far."""
    today = story.today
    plan = NewCampaign(
        "What hurts in Cardiff",
        today - timedelta(days=24),
        today + timedelta(days=18),
        place="Cardiff",
        about="We visit 150 people before winter, hear what hurts, and decide together in the new year.",
    )
    campaign = plan_campaign(group=group, new=plan, by=story.by)
    for person in visitors:
        add_visitor(campaign=campaign, person=person, on=plan.starts_on, by=story.by)
    asked = [add_question(campaign=campaign, words=words, is_concern=hurts, by=story.by) for hurts, words in QUESTIONS]
    open_questions(campaign=campaign, at=story.now, by=story.by)
    visit(story, visitors, campaign, group)
    for number, (hurts, keep) in enumerate(STREET):
        answers = Answers(
            dict(zip(asked, (hurts, keep), strict=True)),
            today - timedelta(days=number + 2),
            postcode="CF24",
            language="en",
            may_use_inside=True,
            may_quote=True,
            wording="The movement may use what they said, without a name.\nTheir words may be quoted, without a name.",
        )
        account = Account.objects.get(person=visitors[0])
        type_in_questionnaire(campaign=campaign, answers=answers, means="street", at=story.now, by=account)
    for chunk in in_chunks([heard(number, campaign, each, today) for number, each in enumerate(HEARD)]):
        note_concerns(group=group, rows=chunk, at=story.now, by=story.by)
    return campaign


def visit(story: Story, visitors: list[Person], campaign: ListeningCampaign, group: Group) -> None:
    """The visits that were held so far, each in a week of its own."""
    met = set(OneToOne.objects.filter(asker__in=visitors).values_list("asker", "other"))
    members = Membership.objects.open().filter(group=group).exclude(person__in=visitors).order_by("pk")
    people = [membership.person for membership in members.select_related("person")[: VISITORS * VISITED * 2]]
    for place, visitor in enumerate(visitors):
        new = [person for person in people[place::VISITORS] if (visitor.pk, person.pk) not in met][: VISITED - place]
        for number, other in enumerate(new):
            day = story.today - timedelta(days=2 + 3 * number)
            row = NewOneToOne(visitor, other, day, held_on=day, campaign=campaign)
            record_one_to_one(group=group, new=row, by=story.by)


def heard(number: int, campaign: ListeningCampaign, said: tuple[str, int, bool, str], today: Any) -> NewConcern:
    """What somebody said at a stall."""
    words, strength, may_quote, district = said
    day = today - timedelta(days=number % KEPT_UP + 1)
    return NewConcern(words, day, strength=strength, may_quote=may_quote, postcode=district, campaign=campaign)
