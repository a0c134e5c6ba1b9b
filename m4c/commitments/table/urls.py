"""Addresses of negotiations, asks and answers."""

from m4c.commitments.permissions import NEGOTIATE, PUBLISH_COMMITMENTS, SEE_COMMITMENTS
from m4c.commitments.views import answer_capture as capture
from m4c.commitments.views import ask, ask_grid, at_table, minute, negotiation, seat
from m4c.core.routes import route

TABLES, ASKS, GRIDS = "organise/negotiations/", "organise/asks/", "organise/grids/"
TABLE, ASK, GRID = f"{TABLES}<uuid:uid>/", f"{ASKS}<uuid:uid>/", f"{GRIDS}<uuid:uid>/"
SEAT, PART, MINUTE = f"{TABLES}seats/<uuid:uid>/", f"{TABLES}parts/<uuid:uid>/", "organise/minutes/<uuid:uid>/"
HEARD = "organise/events/<uuid:uid>/answers/"

urlpatterns = [
    route("organise/campaigns/<uuid:uid>/table/", at_table.of_campaign, allow=SEE_COMMITMENTS, name="campaign-table"),
    route(TABLES, negotiation.negotiations, allow=SEE_COMMITMENTS, name="negotiations"),
    route(f"{TABLES}new/", negotiation.make, allow=NEGOTIATE, name="make-negotiation"),
    route(TABLE, negotiation.negotiation, allow=SEE_COMMITMENTS, name="negotiation"),
    route(f"{TABLE}wording/", negotiation.word, allow=NEGOTIATE, name="word-negotiation"),
    route(f"{TABLE}paper/", negotiation.paper, allow=NEGOTIATE, name="word-team-paper"),
    route(f"{TABLE}result/", negotiation.close, allow=NEGOTIATE, name="close-negotiation"),
    route(f"{TABLE}next-meeting/", negotiation.follow_up, allow=NEGOTIATE, name="fix-follow-up"),
    route(f"{TABLE}team/", seat.put_on_team, allow=NEGOTIATE, name="put-on-team"),
    route(f"{PART}removal/", seat.take_off_team, allow=NEGOTIATE, name="take-off-team"),
    route(f"{TABLE}seats/", seat.seat, allow=NEGOTIATE, name="seat-other-side"),
    route(f"{SEAT}came/<slug:said>/", seat.came, allow=NEGOTIATE, name="say-who-came"),
    route(f"{SEAT}removal/", seat.leave_out, allow=NEGOTIATE, name="leave-seat-out"),
    route(f"{TABLE}minutes/", minute.of_negotiation, allow=NEGOTIATE, name="write-minute"),
    route(MINUTE, minute.minute, allow=SEE_COMMITMENTS, name="minute"),
    route(f"{MINUTE}sending/", minute.send, allow=NEGOTIATE, name="send-minute"),
    route(f"{MINUTE}correction/", minute.correct, allow=NEGOTIATE, name="correct-minute"),
    route(f"{ASKS}new/", ask.write, allow=NEGOTIATE, name="write-ask"),
    route(ASK, ask.ask, allow=SEE_COMMITMENTS, name="ask"),
    route(f"{ASK}wording/", ask.word, allow=NEGOTIATE, name="word-ask"),
    route(f"{ASK}moving/<slug:way>/", ask.move, allow=NEGOTIATE, name="move-ask"),
    route(f"{ASK}striking/", ask.strike, allow=NEGOTIATE, name="strike-ask"),
    route(f"{ASK}answers/", ask.answer, allow=NEGOTIATE, name="write-answer"),
    route("organise/answers/<uuid:uid>/confirming/", ask.confirm, allow=NEGOTIATE, name="confirm-answer"),
    route("organise/answers/<uuid:uid>/striking/", ask.strike_answer, allow=NEGOTIATE, name="strike-answer"),
    route(HEARD, capture.capture_page, allow=NEGOTIATE, name="capture-answers"),
    route(f"{HEARD}writing/", capture.write, allow=NEGOTIATE, name="capture-answer"),
    route(f"{HEARD}settling/<slug:what>/", capture.settle, allow=NEGOTIATE, name="settle-captured"),
    route(f"{HEARD}list/", capture.capture_list, allow=NEGOTIATE, name="captured-asks"),
    route(f"{HEARD}entries/", capture.entries, allow=NEGOTIATE, name="captured-answers"),
    route(f"{HEARD}worker.js", capture.worker, allow=NEGOTIATE, name="answers-worker"),
    route(GRIDS, ask_grid.grids, allow=SEE_COMMITMENTS, name="ask-grids"),
    route(f"{GRIDS}new/", ask_grid.make, allow=NEGOTIATE, name="make-grid"),
    route(GRID, ask_grid.grid, allow=SEE_COMMITMENTS, name="ask-grid"),
    route(f"{GRID}paper/", ask_grid.paper, allow=SEE_COMMITMENTS, name="ask-grid-paper"),
    route(f"{GRID}people/", ask_grid.ask_many, allow=NEGOTIATE, name="ask-many"),
    route(f"{GRID}questions/", ask_grid.ask_question, allow=NEGOTIATE, name="ask-question"),
    route(f"{GRID}people/<uuid:powerholder>/removal/", ask_grid.leave_out, allow=NEGOTIATE, name="leave-out-of-grid"),
    route(f"{GRID}publishing/", ask_grid.publish, allow=PUBLISH_COMMITMENTS, name="publish-grid"),
    route(f"{GRID}taking-down/", ask_grid.take_down, allow=PUBLISH_COMMITMENTS, name="take-down-grid"),
]
