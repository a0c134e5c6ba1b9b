"""A campaign's questions as they are asked: in each language, and which languages there are."""

from dataclasses import dataclass

from m4c.listening.models import ListeningCampaign, Question, QuestionWording

ENGLISH, WELSH = "en", "cy"
NAMES = {ENGLISH: "English", WELSH: "Cymraeg"}


@dataclass(frozen=True)
class Asked:
    """A question with its words by language."""

    question: Question
    wordings: dict[str, str]

    def in_language(self, language: str) -> str:
        """Its words in a language, or else in English, Welsh, or whichever it has."""
        for code in (language, ENGLISH, WELSH):
            if code in self.wordings:
                return self.wordings[code]
        return next(iter(self.wordings.values()), "")

    @property
    def words(self) -> str:
        """Its words as the workspace shows them."""
        return self.in_language(ENGLISH)

    @property
    def others(self) -> str:
        """The languages that it has besides the one shown, by name."""
        shown = self.words
        return ", ".join(name_of(code) for code, text in self.wordings.items() if text != shown)


def questions_of(campaign: ListeningCampaign) -> list[Asked]:
    """The questions that are asked, in their order. Two statements."""
    questions = list(Question.objects.filter(campaign=campaign, struck_at=None).order_by("position", "pk"))
    wordings: dict[int, dict[str, str]] = {}
    for wording in QuestionWording.objects.filter(question__in=questions).order_by("pk"):
        wordings.setdefault(wording.question_id, {})[wording.language] = wording.words
    return [Asked(question, wordings.get(question.pk, {})) for question in questions]


def languages_of(questions: list[Asked]) -> list[str]:
    """The languages that any question has words in: English and Welsh first, then others by name."""
    there = {language for asked in questions for language in asked.wordings}
    return [code for code in (ENGLISH, WELSH) if code in there] + sorted(there - {ENGLISH, WELSH})


def name_of(language: str) -> str:
    """A language by its own name."""
    return NAMES.get(language, language)
