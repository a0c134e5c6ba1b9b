"""The questions of a listening campaign: adding one, its words in each language, and striking it."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.listening.models import ListeningCampaign, Question, QuestionAnswer, QuestionWording
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account

MOST_QUESTIONS = 12  # a conversation at a door has room for fewer
LONGEST = 300
LONGEST_LANGUAGE = 40


class QuestionRefused(Refused):
    """The question cannot stand like this."""


@operation(RUN_LISTENING, on="campaign", public=True)
def add_question(
    *, campaign: ListeningCampaign, words: Mapping[str, str], by: Account, is_concern: bool = False
) -> Question:
    """Add a question at the end, in its words by language: "en", "cy", or a language's own name.

    Raises QuestionRefused.
    """
    said = checked(words)
    standing = Question.objects.filter(campaign=campaign, struck_at=None)
    if standing.count() >= MOST_QUESTIONS:
        raise QuestionRefused(_("More questions than that and nobody answers them all."), code="too_many")
    last = Question.objects.filter(campaign=campaign).aggregate(last=Max("position"))["last"] or 0
    question = Question.objects.create(campaign=campaign, position=last + 1, is_concern=is_concern)
    write_wordings(question, said)
    return question


@operation(RUN_LISTENING, on="question", public=True)
def word_question(*, question: Question, words: Mapping[str, str], is_concern: bool, by: Account) -> Question:
    """Put a question in other words; languages that are not given go.

    Raises QuestionRefused, also for other words once it was answered: an answer is one to what was asked.
    """
    said = checked(words)
    standing = {wording.language: wording.words for wording in QuestionWording.objects.filter(question=question)}
    changed = {language for language, text in standing.items() if said.get(language) != text}
    if changed and QuestionAnswer.objects.filter(question=question).exists():
        raise QuestionRefused(_("This was answered already: strike it and add another."), code="answered")
    QuestionWording.objects.filter(question=question).delete()
    write_wordings(question, said)
    change(question, is_concern=is_concern)
    return question


@operation(RUN_LISTENING, on="question", public=True)
def strike_question(*, question: Question, at: datetime, by: Account) -> Question:
    """Ask it no more; what was answered stays. Twice is once."""
    if question.struck_at is None:
        change(question, struck_at=at)
    return question


def write_wordings(question: Question, words: Mapping[str, str]) -> None:
    """Write a question's words in each language."""
    rows = [QuestionWording(question=question, language=language, words=text) for language, text in words.items()]
    QuestionWording.objects.bulk_create(rows)


def checked(words: Mapping[str, str]) -> dict[str, str]:
    """The words by language, blanks left out. Raises QuestionRefused for none, and for what is too long."""
    said = {" ".join(language.split()): " ".join(text.split()) for language, text in words.items()}
    said = {language: text for language, text in said.items() if language and text}
    if not said:
        raise QuestionRefused(_("Write the question in at least one language."), field="english", code="no_words")
    if any(len(text) > LONGEST or len(language) > LONGEST_LANGUAGE for language, text in said.items()):
        raise QuestionRefused(_("That is too long for a question."), code="too_long")
    return said
