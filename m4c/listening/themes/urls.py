"""Addresses of the coding board, of themes, of what is told of them, and of how deep listening went."""

from m4c.core.routes import route
from m4c.listening.permissions import HEAR
from m4c.listening.permissions import RUN_LISTENING as RUN
from m4c.listening.permissions import SEE_LISTENING as SEE
from m4c.listening.views import board, board_moves, listening_report, reach, theme

HOME = "organise/listening/"
OF_CAMPAIGN, OF_GROUP = f"{HOME}campaigns/<uuid:uid>/", f"{HOME}groups/<slug:slug>/"
THEME = f"{HOME}themes/<uuid:uid>/"

urlpatterns = [
    route(f"{OF_CAMPAIGN}board/", board.board, allow=SEE, name="campaign-board"),
    route(f"{OF_CAMPAIGN}board/moves/", board_moves.moves, allow=RUN, name="campaign-moves"),
    route(f"{OF_CAMPAIGN}board/history/", board.history, allow=SEE, name="campaign-history"),
    route(f"{OF_CAMPAIGN}themes/", theme.themes, allow=SEE, name="campaign-themes"),
    route(f"{OF_CAMPAIGN}report/", listening_report.report, allow=SEE, name="listening-report"),
    route(f"{OF_CAMPAIGN}report.json", listening_report.report_json, allow=SEE, name="listening-report-json"),
    route(f"{OF_CAMPAIGN}report/publication/", listening_report.publish, allow=RUN, name="publish-listening-report"),
    route(f"{OF_CAMPAIGN}report/withdrawal/", listening_report.withdraw, allow=RUN, name="withdraw-listening-report"),
    route(f"{OF_GROUP}board/", board.board, allow=SEE, name="group-board"),
    route(f"{OF_GROUP}board/moves/", board_moves.moves, allow=RUN, name="group-moves"),
    route(f"{OF_GROUP}board/history/", board.history, allow=SEE, name="group-history"),
    route(f"{OF_GROUP}reach/", reach.reach, allow=HEAR, name="reach-and-depth"),
    route(f"{OF_GROUP}themes/", theme.themes, allow=SEE, name="group-themes"),
    route(f"{HOME}board-steps/<uuid:uid>/undoing/", board.undo, allow=RUN, name="undo-board-step"),
    route(THEME, theme.theme, allow=SEE, name="theme"),
    route(f"{THEME}change/", theme.change, allow=RUN, name="change-theme"),
    route(f"{THEME}merging/", theme.merge, allow=RUN, name="merge-theme"),
    route(f"{THEME}removal/", theme.end, allow=RUN, name="end-theme"),
]
