"""One ask to many: a grid of people by questions, printed, published and taken down."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Ask, AskGrid, GridQuestion
from m4c.commitments.operations.named import must_see_campaign
from m4c.commitments.permissions import NEGOTIATE, PUBLISH_COMMITMENTS
from m4c.commitments.table.offices import in_words, offices_held
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.slugs import free_slug
from m4c.people.models import Account, Group
from m4c.power.models import Powerholder

MOST_AT_ONCE = 1_000  # people of one adding: every member of a parliament
MOST_QUESTIONS = 12


class GridRefused(Refused):
    """The grid cannot be made, or published, like that."""


@dataclass(frozen=True)
class NewGrid:
    """The same questions to many: what it is called, the questions each with a word or two above its column."""

    name: str
    asked_on: date
    questions: Collection[tuple[str, str]]  # the question, and what stands above its column
    answers_by: date | None = None
    campaign: Campaign | None = None
    uid: UUID | None = None


@operation(NEGOTIATE, on="group")
def make_grid(*, group: Group, new: NewGrid, at: datetime, by: Account) -> AskGrid:
    """Make a grid with its questions; the same uid twice is one. Raises GridRefused."""
    if new.uid and (known := AskGrid.objects.filter(uid=new.uid).first()):
        if known.group_id != group.pk or known.name != new.name.strip():
            raise GridRefused(_("That cannot be written down."), code="other_content")
        return known
    must_see_campaign(new.campaign, by)
    questions = [(words.strip(), short.strip()) for words, short in new.questions if words.strip()]
    if not new.name.strip():
        raise GridRefused(_("Say what it is called."), field="name", code="no_name")
    if not questions or len(questions) > MOST_QUESTIONS:
        raise GridRefused(
            _("Ask between one and {most} questions.").format(most=MOST_QUESTIONS), field="questions", code="questions"
        )
    if new.answers_by and new.answers_by < new.asked_on:
        raise GridRefused(_("Answers are expected after it is asked."), field="answers_by", code="before")
    grid = AskGrid(
        group=group,
        campaign=new.campaign,
        name=new.name.strip(),
        slug=free_slug(AskGrid, new.name, "asked"),
        asked_on=new.asked_on,
        answers_by=new.answers_by,
        made_by=by,
        made_at=at,
        **({"uid": new.uid} if new.uid else {}),
    )
    grid.save(force_insert=True)
    GridQuestion.objects.bulk_create(
        [
            GridQuestion(grid=grid, position=place, words=words, short=(short or words)[:40])
            for place, (words, short) in enumerate(questions, 1)
        ]
    )
    return grid


@operation(NEGOTIATE, on="grid", public=True)
def ask_question(*, grid: AskGrid, words: str, short: str, at: datetime, by: Account) -> GridQuestion:
    """Add a question: everybody who is in the grid is asked it too. Raises GridRefused."""
    if not words.strip():
        raise GridRefused(_("Write the exact question."), field="words", code="empty")
    questions = GridQuestion.objects.filter(grid=grid)
    last = questions.aggregate(last=Max("position"))["last"] or 0
    if questions.count() >= MOST_QUESTIONS:
        raise GridRefused(_("A grid of more questions is read by nobody."), field="words", code="questions")
    given = {"words": words.strip(), "short": (short.strip() or words.strip())[:40]}
    question = GridQuestion.objects.create(grid=grid, position=last + 1, **given)
    asked = Ask.objects.filter(grid=grid, struck_at=None).order_by().values("powerholder")
    set_asked(grid, Powerholder.objects.filter(pk__in=asked), at, by)
    return question


@operation(NEGOTIATE, on="grid", public=True)
def ask_many(*, grid: AskGrid, powerholders: Collection[Powerholder], at: datetime, by: Account) -> list[Ask]:
    """Put the questions of a grid to these people, each in the office then held; whoever is in it already stays as
    they are. Raises GridRefused.
    """
    if not powerholders:
        raise GridRefused(_("Say whom to ask."), field="whom", code="nobody")
    if len(powerholders) > MOST_AT_ONCE:
        raise GridRefused(
            _("Add at most {most} people at once.").format(most=MOST_AT_ONCE), field="whom", code="too_many"
        )
    return set_asked(grid, powerholders, at, by)


@operation(NEGOTIATE, on="grid", public=True)
def leave_out_of_grid(*, grid: AskGrid, powerholder: Powerholder, at: datetime, by: Account) -> AskGrid:
    """Strike somebody's row, entered in error: what they answered stays on record, struck with it."""
    for ask in Ask.objects.filter(grid=grid, powerholder=powerholder, struck_at=None):
        change(ask, struck_at=at)
    return grid


@operation(PUBLISH_COMMITMENTS, on="grid", public=True)
def publish_grid(*, grid: AskGrid, at: datetime, by: Account) -> AskGrid:
    """Let everybody read it. Twice is once. Raises GridRefused for one in which nobody is asked."""
    if not Ask.objects.filter(grid=grid, struck_at=None).exists():
        raise GridRefused(_("Nobody is asked yet."), code="empty")
    if grid.published_at is None or grid.unpublished_at:
        change(grid, published_at=at, unpublished_at=None)
    return grid


@operation(PUBLISH_COMMITMENTS, on="grid", public=True)
def take_down_grid(*, grid: AskGrid, at: datetime, by: Account) -> AskGrid:
    """Take it off the public pages at once. Twice is once."""
    if grid.published_at and grid.unpublished_at is None:
        change(grid, unpublished_at=at)
    return grid


def set_asked(grid: AskGrid, powerholders: Collection[Powerholder], at: datetime, by: Account) -> list[Ask]:
    """Write the asks that are not there yet. A constant number of statements."""
    people = list({one.pk: one for one in powerholders}.values())
    offices = offices_held(people, grid.asked_on)
    there = set(Ask.objects.filter(grid=grid, struck_at=None).values_list("question", "powerholder"))
    questions = list(GridQuestion.objects.filter(grid=grid))
    return Ask.objects.bulk_create(
        [
            Ask(
                group_id=grid.group_id,
                campaign_id=grid.campaign_id,
                grid=grid,
                question=question,
                position=question.position,
                words=question.words,
                powerholder=one,
                office=offices.get(one.pk),
                office_words=in_words(offices.get(one.pk)),
                asked_on=grid.asked_on,
                made_by=by,
                made_at=at,
            )
            for one in people
            for question in questions
            if (question.pk, one.pk) not in there
        ],
        batch_size=500,
    )
