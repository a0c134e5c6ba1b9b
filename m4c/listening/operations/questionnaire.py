"""Take what one person answered to a campaign's questions: typed in by a visitor, or sent by the public page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import wrap

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.events.operations.replier import who_it_is
from m4c.listening.models import Concern, ListeningCampaign, Question, QuestionAnswer, Questionnaire
from m4c.listening.operations.concern import LONGEST, NewConcern, write_concerns
from m4c.listening.permissions import ANSWER_QUESTIONS, HEAR
from m4c.people import ledger
from m4c.people.matching import Description
from m4c.people.models import Account, Person
from m4c.people.operations.membership import come_in
from m4c.people.operations.must_see import must_see
from m4c.people.operations.person import NewPerson, add_many
from m4c.places.resolver import resolve

LONGEST_ANSWER = 1_000


class QuestionnaireRefused(Refused):
    """What was answered cannot be kept."""


@dataclass(frozen=True)
class Answers:
    """What was answered, by question; where; and each use agreed to, under the wording that stood there."""

    words: Mapping[Question, str]
    on: date
    place: str = ""
    postcode: str = ""
    language: str = ""
    strength: int | None = None
    may_use_inside: bool = False
    may_quote: bool = False
    may_write: bool = False
    wording: str = ""

    @property
    def given(self) -> dict[Question, str]:
        """What was answered, blanks left out."""
        said = {question: words.strip()[:LONGEST_ANSWER] for question, words in self.words.items()}
        return {question: words for question, words in said.items() if words}


@dataclass(frozen=True)
class Stranger:
    """Who wants word back, as they typed it: the e-mail folded, the phone in E.164."""

    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    language: str = ""

    @property
    def described(self) -> Description:
        """As matching reads it."""
        return Description(
            given_name=self.given_name.strip(),
            family_name=self.family_name.strip(),
            emails=(self.email,) if self.email else (),
            phones=(self.phone,) if self.phone else (),
        )


@operation(HEAR, on="campaign")
def type_in_questionnaire(
    *,
    campaign: ListeningCampaign,
    answers: Answers,
    means: str,
    at: datetime,
    by: Account,
    person: Person | NewPerson | None = None,
) -> Questionnaire:
    """Type in what somebody answered in the street, at a door or on paper; the account's own person is its visitor.

    Raises Unseen, and QuestionnaireRefused for no answer, or where they did not agree that it is used.
    """
    must_see([person] if isinstance(person, Person) else [], by)
    if isinstance(person, NewPerson):
        person = add_many(group=campaign.group, rows=[person])[0]
    return keep(campaign, answers, means, person, visitor=by.person, at=at, noted_by=by)


@operation(ANSWER_QUESTIONS, on="campaign")
def answer_questions(
    *, campaign: ListeningCampaign, answers: Answers, at: datetime, by: Account, stranger: Stranger | None = None
) -> Questionnaire:
    """Keep what a stranger sent by the public page; without a name where they want no word back.

    Nothing that they typed is written into a record that was there before. Raises QuestionnaireRefused, also once the
    page is closed.
    """
    if not campaign.is_open:
        raise QuestionnaireRefused(gettext_lazy("These questions are closed by now. Thank you all the same."))
    person = None
    if stranger and answers.may_write:
        person = known_or_met(campaign, stranger, at, by)
    return keep(campaign, answers, Questionnaire.Means.PAGE, person, visitor=None, at=at, noted_by=by)


def keep(
    campaign: ListeningCampaign,
    answers: Answers,
    means: str,
    person: Person | None,
    *,
    visitor: Person | None,
    at: datetime,
    noted_by: Account,
) -> Questionnaire:
    """Write a questionnaire, its answers, and a concern for each answer to a question that asks what hurts."""
    check(campaign, answers)
    found = resolve(answers.postcode) if answers.postcode else None
    questionnaire = Questionnaire.objects.create(
        campaign=campaign,
        person=person,
        visitor=visitor,
        on=answers.on,
        means=means,
        language=answers.language[:40],
        place=answers.place.strip(),
        postcode=answers.postcode,
        ward=found.ward.area if found and found.ward and found.ward.certain else None,
        may_use_inside=answers.may_use_inside,
        may_quote=answers.may_quote,
        may_write=answers.may_write,
        wording=answers.wording[:1_000],
    )
    given = answers.given
    rows = [
        QuestionAnswer(questionnaire=questionnaire, question=question, words=words) for question, words in given.items()
    ]
    QuestionAnswer.objects.bulk_create(rows)
    hurts = [words for question, words in given.items() if question.is_concern]
    write_concerns(
        group=campaign.group,
        rows=[concern(questionnaire, answers, part) for words in hurts for part in in_parts(words)],
        at=at,
        noted_by=noted_by,
    )
    ledger.write([questionnaire])
    return questionnaire


def concern(questionnaire: Questionnaire, answers: Answers, words: str) -> NewConcern:
    """What an answer says hurts."""
    return NewConcern(
        words=words,
        said_on=answers.on,
        person=questionnaire.person,
        strength=answers.strength if answers.strength in Concern.Strength.values else None,
        may_quote=answers.may_quote,
        place=answers.place,
        postcode=answers.postcode,
        campaign=questionnaire.campaign,
        questionnaire=questionnaire,
    )


def in_parts(words: str) -> list[str]:
    """An answer as concerns: whole, or in pieces, of whole words where it can be, where it is longer than a concern."""
    return wrap(words, LONGEST)


def check(campaign: ListeningCampaign, answers: Answers) -> None:
    """Raise QuestionnaireRefused for no answer, for one to another campaign's question, and without leave to use it."""
    if not answers.given:
        raise QuestionnaireRefused(gettext_lazy("Answer at least one question."), code="no_answer")
    if any(question.campaign_id != campaign.pk for question in answers.given):
        raise QuestionnaireRefused(gettext_lazy("That is no question of this campaign."), code="no_question")
    if not answers.may_use_inside:
        raise QuestionnaireRefused(
            gettext_lazy("Without a yes to this we may keep nothing of what was said."),
            field="may_use_inside",
            code="not_agreed",
        )


def known_or_met(campaign: ListeningCampaign, stranger: Stranger, at: datetime, by: Account) -> Person:
    """The person whom the records know by what was typed, or somebody new who comes in by the campaign's group."""
    known = who_it_is(stranger.described)
    if known is not None and known.person_id is not None and not known.died:
        person = Person.objects.get(pk=known.person_id)
        if not known.is_protected:
            come_in([person], campaign.group)
        return person
    described = stranger.described
    new = NewPerson(
        given_name=described.given_name,
        family_name=described.family_name,
        emails=described.emails,
        phones=described.phones,
        language=Person.Language.WELSH if stranger.language == "cy" else Person.Language.ENGLISH,
        met_on=timezone.localdate(at),
        source=_("Listening campaign “{campaign}”").format(campaign=campaign.name)[:100],
    )
    return add_many(group=campaign.group, rows=[new])[0]
