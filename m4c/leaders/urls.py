"""Addresses of leaders, each with the permission that opens it; among them Today, the workspace's front page."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.leaders.permissions import RECORD_PLEDGES, RECORD_TRAINING, SEE_PLEDGES, SEE_TRAINING
from m4c.leaders.views import pledge, trainee, trainer, training
from m4c.leaders.views.today import today

SESSION, ATTENDANCE = "organise/training/<uuid:uid>/", "organise/trainees/<uuid:uid>/"
PLEDGE = "organise/pledges/<uuid:uid>/"

urlpatterns = [
    route("organise/", today, allow=SIGNED_IN, name="today"),
    route("organise/training/", training.training, allow=SEE_TRAINING, name="training"),
    route("organise/training/new/", training.record, allow=RECORD_TRAINING, name="record-session"),
    route(SESSION, training.session, allow=SEE_TRAINING, name="session"),
    route(f"{SESSION}edit/", training.edit, allow=RECORD_TRAINING, name="edit-session"),
    route(f"{SESSION}trainees/", trainee.trainees, allow=RECORD_TRAINING, name="trainees"),
    route(f"{SESSION}trainers/", trainer.trainers, allow=RECORD_TRAINING, name="trainers"),
    route(f"{SESSION}trainers/<uuid:person>/removal/", trainer.remove, allow=RECORD_TRAINING, name="remove-trainer"),
    route(f"{ATTENDANCE}standing/", trainee.standing, allow=RECORD_TRAINING, name="standing"),
    route(f"{ATTENDANCE}removal/", trainee.remove, allow=RECORD_TRAINING, name="remove-trainee"),
    route("organise/pledges/", pledge.pledges, allow=SIGNED_IN, name="pledges"),
    route("organise/pledges/leaders/", pledge.leaders_pledges, allow=SEE_PLEDGES, name="leaders-pledges"),
    route("organise/pledges/new/", pledge.record, allow=RECORD_PLEDGES, name="record-pledge"),
    route(f"{PLEDGE}withdrawal/", pledge.withdraw, allow=RECORD_PLEDGES, name="withdraw-pledge"),
    route(f"{PLEDGE}standing-by/", pledge.put_back, allow=RECORD_PLEDGES, name="put-pledge-back"),
]
