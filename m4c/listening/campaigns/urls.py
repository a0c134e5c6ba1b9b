"""Addresses of listening's front page, of its campaigns, their visitors, questions and questionnaires."""

from m4c.core.routes import route
from m4c.listening.permissions import HEAR, RUN_LISTENING
from m4c.listening.views import campaign, question

FRONT = "organise/listening/"
CAMPAIGNS = f"{FRONT}campaigns/"
ONE = f"{CAMPAIGNS}<uuid:uid>/"
VISITOR, QUESTION = f"{FRONT}visitors/<uuid:uid>/", f"{FRONT}questions/<uuid:uid>/"

urlpatterns = [
    route(FRONT, campaign.listening, allow=HEAR, name="listening"),
    route(f"{CAMPAIGNS}new/", campaign.plan, allow=RUN_LISTENING, name="plan-listening-campaign"),
    route(ONE, campaign.campaign, allow=HEAR, name="listening-campaign"),
    route(f"{ONE}change/", campaign.change, allow=RUN_LISTENING, name="change-listening-campaign"),
    route(f"{ONE}review/", campaign.review, allow=RUN_LISTENING, name="review-listening-campaign"),
    route(f"{ONE}opening/", campaign.open_page, allow=RUN_LISTENING, name="open-listening-questions"),
    route(f"{ONE}closing/", campaign.close_page, allow=RUN_LISTENING, name="close-listening-questions"),
    route(f"{ONE}poster/", campaign.poster, allow=HEAR, name="listening-poster"),
    route(f"{ONE}visitors/", campaign.add_visitor, allow=RUN_LISTENING, name="add-listening-visitor"),
    route(f"{VISITOR}leaving/", campaign.leave, allow=RUN_LISTENING, name="leave-listening-visits"),
    route(f"{ONE}questions/", question.questions, allow=RUN_LISTENING, name="campaign-questions"),
    route(QUESTION, question.question, allow=RUN_LISTENING, name="campaign-question"),
    route(f"{QUESTION}removal/", question.strike, allow=RUN_LISTENING, name="strike-question"),
    route(f"{ONE}questionnaires/new/", question.type_in, allow=HEAR, name="type-in-questionnaire"),
]
