"""Addresses of powerholders, their offices and what is on record of them."""

from m4c.core.routes import route
from m4c.power.permissions import ANSWER_POWERHOLDER, RECORD_POWER, SEE_POWER, SEE_RESEARCH
from m4c.power.views import (
    fact,
    institution,
    near,
    office,
    power_copy,
    powerholder,
    powerholder_list,
    research_meeting,
    site,
    tenure,
)

HOME = "organise/power/"
BODIES, SITES, RESEARCH = f"{HOME}institutions/", f"{HOME}sites/", f"{HOME}research/"
ONE, BODY, SITE = f"{HOME}<uuid:uid>/", f"{BODIES}<uuid:uid>/", f"{SITES}<uuid:uid>/"
OFFICE, TENURE, FACT = f"{HOME}offices/<uuid:uid>/", f"{HOME}tenures/<uuid:uid>/", f"{HOME}facts/<uuid:uid>/"
SEE, RECORD = SEE_POWER, RECORD_POWER

urlpatterns = [
    route(HOME, powerholder_list.powerholders, allow=SEE, name="powerholders"),
    route(f"{HOME}new/", powerholder.add, allow=RECORD, name="add-powerholder"),
    route(f"{HOME}picking/", powerholder_list.pick, allow=SEE, name="pick-power"),
    route(ONE, powerholder.powerholder, allow=SEE, name="powerholder"),
    route(f"{ONE}change/", powerholder.change, allow=RECORD, name="change-powerholder"),
    route(f"{ONE}review/", powerholder.review, allow=RECORD, name="review-powerholder"),
    route(f"{ONE}own-person/", powerholder.own, allow=RECORD, name="say-own-person"),
    route(f"{ONE}copy/", power_copy.answer, allow=ANSWER_POWERHOLDER, name="answer-powerholder"),
    route(f"{ONE}tenures/", tenure.begin, allow=RECORD, name="begin-tenure"),
    route(f"{OFFICE}tenures/", tenure.begin_in, allow=RECORD, name="begin-tenure-in"),
    route(TENURE, tenure.change, allow=RECORD, name="change-tenure"),
    route(f"{TENURE}end/", tenure.end, allow=RECORD, name="end-tenure"),
    route(f"{ONE}facts/", fact.add, allow=RECORD, name="add-power-fact"),
    route(f"{ONE}attempts/", fact.add_attempt, allow=RECORD, name="add-power-attempt"),
    route(f"{BODY}facts/", fact.add_of_body, allow=RECORD, name="add-body-fact"),
    route(f"{FACT}withdrawal/", fact.withdraw, allow=RECORD, name="withdraw-power-fact"),
    route(f"{FACT}document/", fact.document, allow=SEE, name="power-document"),
    route(f"{ONE}presence/", near.presence, allow=RECORD, name="record-presence"),
    route(f"{HOME}presence/<uuid:uid>/taking-back/", near.take_back, allow=RECORD, name="take-presence-back"),
    route(f"{ONE}lines/", near.draw, allow=RECORD, name="draw-line"),
    route(f"{HOME}lines/<uuid:uid>/end/", near.end_line, allow=RECORD, name="end-line"),
    route(f"{ONE}asking/", near.ask, allow=SEE_RESEARCH, name="ask-who-knows"),
    route(f"{ONE}acquaintances/", near.know, allow=RECORD, name="say-acquaintance"),
    route(f"{HOME}acquaintances/<uuid:uid>/end/", near.know_no_more, allow=RECORD, name="end-acquaintance"),
    route(BODIES, institution.institutions, allow=SEE, name="institutions"),
    route(f"{BODIES}new/", institution.add, allow=RECORD, name="add-institution"),
    route(BODY, institution.institution, allow=SEE, name="institution"),
    route(f"{BODY}change/", institution.change, allow=RECORD, name="change-institution"),
    route(f"{BODY}end/", institution.end, allow=RECORD, name="end-institution"),
    route(f"{BODY}offices/", office.add, allow=RECORD, name="add-office"),
    route(OFFICE, office.office, allow=SEE, name="office"),
    route(f"{OFFICE}change/", office.change, allow=RECORD, name="change-office"),
    route(f"{OFFICE}end/", office.end, allow=RECORD, name="end-power-office"),
    route(SITES, site.sites, allow=SEE, name="sites"),
    route(f"{SITES}new/", site.add, allow=RECORD, name="add-site"),
    route(SITE, site.site, allow=SEE, name="site"),
    route(f"{SITE}change/", site.change, allow=RECORD, name="change-site"),
    route(f"{SITE}states/", site.say, allow=RECORD, name="say-site-state"),
    route(f"{SITE}owners/", site.own, allow=RECORD, name="say-site-owner"),
    route(f"{HOME}owners/<uuid:uid>/end/", site.own_no_more, allow=RECORD, name="end-site-owner"),
    route(RESEARCH, research_meeting.meetings, allow=SEE_RESEARCH, name="research-meetings"),
    route(f"{RESEARCH}new/", research_meeting.write, allow=RECORD, name="write-up-research"),
    route(f"{RESEARCH}<uuid:uid>/", research_meeting.meeting, allow=SEE_RESEARCH, name="research-meeting"),
    route(f"{RESEARCH}<uuid:uid>/change/", research_meeting.change, allow=RECORD, name="change-research"),
]
