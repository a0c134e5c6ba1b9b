"""Addresses of approaches and the silence clock."""

from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RECORD_APPROACHES, SEE_CAMPAIGNS
from m4c.campaigns.views import approach, approach_changes, clock_pause, silence_notice
from m4c.core.routes import route

OF_CAMPAIGN = "organise/campaigns/<uuid:uid>/"
ONE = "organise/campaigns/approaches/<uuid:uid>/"
PAPER = "organise/campaigns/approach-papers/<uuid:uid>/"
PAUSE = "organise/campaigns/pauses/<uuid:uid>/"
NOTICE = "organise/campaigns/silence/<uuid:uid>/"

urlpatterns = [
    route(f"{OF_CAMPAIGN}approaches/", approach.approaches, allow=SEE_CAMPAIGNS, name="campaign-approaches"),
    route(f"{OF_CAMPAIGN}approaches/new/", approach.record, allow=RECORD_APPROACHES, name="record-approach"),
    route(f"{OF_CAMPAIGN}pauses/", clock_pause.pauses, allow=RECORD_APPROACHES, name="clock-pauses"),
    route(f"{PAUSE}end/", clock_pause.end, allow=RECORD_APPROACHES, name="end-pause"),
    route(f"{PAUSE}strike/", clock_pause.strike, allow=RECORD_APPROACHES, name="strike-pause"),
    route(ONE, approach.approach, allow=SEE_CAMPAIGNS, name="approach"),
    route(f"{ONE}answer/", approach.answer, allow=RECORD_APPROACHES, name="answer-approach"),
    route(f"{ONE}correct/", approach_changes.correct, allow=RECORD_APPROACHES, name="correct-approach"),
    route(f"{ONE}looked-at/", approach_changes.look_over, allow=RECORD_APPROACHES, name="look-over-approach"),
    route(f"{ONE}strike/", approach_changes.strike, allow=RECORD_APPROACHES, name="strike-approach"),
    route(f"{ONE}papers/", approach_changes.keep_paper, allow=RECORD_APPROACHES, name="keep-approach-paper"),
    route(f"{ONE}silence/", silence_notice.decide, allow=PUBLISH_CAMPAIGNS, name="decide-silence"),
    route(PAPER, approach_changes.paper, allow=SEE_CAMPAIGNS, name="approach-paper"),
    route(
        f"{PAPER}withdraw/", approach_changes.withdraw_paper, allow=RECORD_APPROACHES, name="withdraw-approach-paper"
    ),
    route(NOTICE, silence_notice.notice, allow=SEE_CAMPAIGNS, name="silence-notice"),
    route(f"{NOTICE}told/", silence_notice.tell, allow=PUBLISH_CAMPAIGNS, name="tell-silence"),
    route(f"{NOTICE}reply/", silence_notice.reply, allow=RECORD_APPROACHES, name="reply-silence"),
    route(f"{NOTICE}publish/", silence_notice.publish, allow=PUBLISH_CAMPAIGNS, name="publish-silence"),
    route(f"{NOTICE}off/", silence_notice.take_off, allow=PUBLISH_CAMPAIGNS, name="take-off-silence"),
]
