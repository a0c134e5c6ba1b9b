"""Addresses of assemblies."""

from m4c.commitments.permissions import NEGOTIATE, SEE_COMMITMENTS
from m4c.commitments.views import assembly, minute, show_item
from m4c.core.routes import route

ALL = "organise/assemblies/"
ONE, ITEM = f"{ALL}<uuid:uid>/", f"{ALL}items/<uuid:uid>/"

urlpatterns = [
    route(ALL, assembly.assemblies, allow=SEE_COMMITMENTS, name="assemblies"),
    route(f"{ALL}new/", assembly.make, allow=NEGOTIATE, name="make-assembly"),
    route(ONE, assembly.assembly, allow=SEE_COMMITMENTS, name="assembly"),
    route(f"{ONE}wording/", assembly.word, allow=NEGOTIATE, name="word-assembly"),
    route(f"{ONE}sheets/<slug:role>/", assembly.sheet, allow=SEE_COMMITMENTS, name="assembly-sheet"),
    route(f"{ONE}minutes/", minute.of_assembly, allow=NEGOTIATE, name="write-assembly-minute"),
    route(f"{ONE}next-meeting/", assembly.follow_up, allow=NEGOTIATE, name="fix-meeting-after"),
    route(f"{ONE}closing/", assembly.close, allow=NEGOTIATE, name="close-assembly"),
    route(f"{ONE}items/new/", show_item.add, allow=NEGOTIATE, name="add-show-item"),
    route(ITEM, show_item.change, allow=NEGOTIATE, name="change-show-item"),
    route(f"{ITEM}moving/<slug:way>/", show_item.move, allow=NEGOTIATE, name="move-show-item"),
    route(f"{ITEM}removal/", show_item.strike, allow=NEGOTIATE, name="strike-show-item"),
    route(f"{ONE}roll/", show_item.roll_call, allow=NEGOTIATE, name="roll-call"),
    route(f"{ALL}roll/<uuid:uid>/removal/", show_item.strike_roll, allow=NEGOTIATE, name="strike-roll-call"),
]
