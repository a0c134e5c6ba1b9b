"""Addresses of the escalation ladder, truces, standing down and paper petitions."""

from m4c.campaigns.ladder.petition_urls import urlpatterns as petitions
from m4c.campaigns.permissions import AUTHORISE_CAMPAIGNS, CALL_OUT, RUN_CAMPAIGNS, SEE_CAMPAIGNS
from m4c.campaigns.views import ladder, stand_down, step_event, truce
from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route

HOME = "organise/campaigns/"
LADDER, STEP = f"{HOME}<uuid:uid>/ladder/", f"{HOME}steps/<uuid:uid>/"
TRUCE, DOWN = f"{HOME}truces/<uuid:uid>/", f"{HOME}stand-downs/<uuid:uid>/"
RUN = RUN_CAMPAIGNS

urlpatterns = [
    route(LADDER, ladder.ladder, allow=SEE_CAMPAIGNS, name="campaign-ladder"),
    route(f"{LADDER}new/", ladder.add, allow=RUN, name="add-step"),
    route(STEP, ladder.step, allow=SEE_CAMPAIGNS, name="ladder-step"),
    route(f"{STEP}words/", ladder.change, allow=RUN, name="change-step"),
    route(f"{STEP}rungs/<slug:way>/", ladder.move, allow=RUN, name="move-step"),
    route(f"{STEP}authorisation/", ladder.authorise, allow=AUTHORISE_CAMPAIGNS, name="authorise-step"),
    route(
        f"{STEP}authorisation/removal/",
        ladder.take_authorisation_back,
        allow=AUTHORISE_CAMPAIGNS,
        name="take-authorisation-back",
    ),
    route(f"{STEP}trigger/", ladder.trigger, allow=RUN, name="say-triggered"),
    route(f"{STEP}removal/", ladder.take_off, allow=RUN, name="take-step-off"),
    route(f"{STEP}putting-back/", ladder.put_back, allow=RUN, name="put-step-back"),
    route(f"{STEP}closing/", ladder.close, allow=RUN, name="close-step"),
    route(f"{STEP}reopening/", ladder.reopen, allow=RUN, name="reopen-step"),
    route(f"{STEP}event/", step_event.call_out, allow=CALL_OUT, name="call-out-step"),
    route(f"{STEP}leaflet/", step_event.leaflet, allow=SEE_CAMPAIGNS, name="step-leaflet"),
    route(f"{STEP}truce/", truce.agree, allow=CALL_OUT, name="agree-truce"),
    route(f"{TRUCE}<slug:outcome>/", truce.settle, allow=CALL_OUT, name="settle-truce"),
    route(f"{STEP}stand-down/", stand_down.press, allow=CALL_OUT, name="stand-step-down"),
    route(DOWN, stand_down.stand_down, allow=SEE_CAMPAIGNS, name="stand-down"),
    route(f"{DOWN}shares/", stand_down.share_out, allow=CALL_OUT, name="share-stand-down"),
    route(f"{DOWN}share/", stand_down.share, allow=SIGNED_IN, name="stand-down-share"),
    route("organise/stood-down/<uuid:uid>/<slug:state>/", stand_down.say, allow=SIGNED_IN, name="say-stood-down"),
    *petitions,
]
