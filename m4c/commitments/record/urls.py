"""Addresses of commitments and their terms."""

from m4c.commitments.permissions import RECORD_COMMITMENTS, SEE_COMMITMENTS
from m4c.commitments.record import steps
from m4c.commitments.views import commitment, commitment_terms
from m4c.commitments.views.commitment_terms import changing
from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route

HOME = "organise/commitments/"
ONE = f"{HOME}<uuid:uid>/"

# A page of one is open to whoever keeps it too, whatever their role: rows come scoped.
urlpatterns = [
    route(HOME, commitment.commitments, allow=SEE_COMMITMENTS, name="commitments"),
    route(f"{HOME}new/", commitment.record, allow=RECORD_COMMITMENTS, name="record-commitment"),
    route(ONE, commitment.commitment, allow=SIGNED_IN, name="commitment"),
    route(f"{ONE}edit/", commitment.edit, allow=RECORD_COMMITMENTS, name="edit-commitment"),
    route(f"{ONE}due/", changing(steps.DUE), allow=RECORD_COMMITMENTS, name="commitment-due"),
    route(f"{ONE}milestones/", changing(steps.MILESTONE), allow=RECORD_COMMITMENTS, name="commitment-milestone"),
    route(
        f"{HOME}milestones/<uuid:uid>/off/",
        commitment_terms.take_off_milestone,
        allow=RECORD_COMMITMENTS,
        name="take-off-milestone",
    ),
    route(f"{ONE}conditions/", changing(steps.CONDITION), allow=RECORD_COMMITMENTS, name="commitment-condition"),
    route(
        f"{HOME}conditions/<uuid:uid>/",
        commitment_terms.condition_state,
        allow=RECORD_COMMITMENTS,
        name="condition-state",
    ),
    route(
        f"{HOME}condition-states/<uuid:uid>/striking/",
        commitment_terms.strike_condition_state,
        allow=RECORD_COMMITMENTS,
        name="strike-condition-state",
    ),
    route(f"{ONE}amending/", changing(steps.AMEND), allow=RECORD_COMMITMENTS, name="amend-commitment"),
    route(f"{ONE}replacing/", changing(steps.SUPERSEDE), allow=RECORD_COMMITMENTS, name="supersede-commitment"),
    route(
        f"{ONE}standing-again/", commitment_terms.let_stand_again, allow=RECORD_COMMITMENTS, name="let-commitment-stand"
    ),
    route(f"{ONE}successor/", commitment_terms.inherit, allow=RECORD_COMMITMENTS, name="inherit-commitment"),
    route(f"{ONE}keeper/", commitment_terms.keeper, allow=RECORD_COMMITMENTS, name="name-keeper"),
    route(f"{ONE}looking-over/", commitment_terms.look_over, allow=RECORD_COMMITMENTS, name="look-over-commitment"),
]
