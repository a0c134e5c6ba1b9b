"""The tables of listening."""

from m4c.listening.models.ballot import Ballot, BallotOption
from m4c.listening.models.campaign import ListeningCampaign, Visitor
from m4c.listening.models.candidate_issue import CandidateIssue, IssueScore
from m4c.listening.models.concern import Concern
from m4c.listening.models.house_meeting import HouseMeeting
from m4c.listening.models.issue import Issue, IssueDecider, IssueTheme
from m4c.listening.models.issue_move import IssueMove, WordBack
from m4c.listening.models.meeting_round import HostOffer, MeetingRound
from m4c.listening.models.one_to_one import OneToOne
from m4c.listening.models.one_to_one_ask import OneToOneAsk
from m4c.listening.models.published_listening import PublishedListening
from m4c.listening.models.questionnaire import Question, QuestionAnswer, Questionnaire, QuestionWording
from m4c.listening.models.story import Story
from m4c.listening.models.story_use import SpeakerCard, StoryAsk, StoryConsent, StoryUsed
from m4c.listening.models.theme import Theme, ThemeStep
from m4c.listening.models.vote import Vote, Voter

__all__ = [
    "Ballot",
    "BallotOption",
    "CandidateIssue",
    "Concern",
    "HostOffer",
    "HouseMeeting",
    "Issue",
    "IssueDecider",
    "IssueMove",
    "IssueScore",
    "IssueTheme",
    "ListeningCampaign",
    "MeetingRound",
    "OneToOne",
    "OneToOneAsk",
    "PublishedListening",
    "Question",
    "QuestionAnswer",
    "QuestionWording",
    "Questionnaire",
    "SpeakerCard",
    "Story",
    "StoryAsk",
    "StoryConsent",
    "StoryUsed",
    "Theme",
    "ThemeStep",
    "Visitor",
    "Vote",
    "Voter",
    "WordBack",
]
