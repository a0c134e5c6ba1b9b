"""Addresses of who represents whom, of councils and their control, and of the tables that were loaded."""

from m4c.core.routes import route
from m4c.power.permissions import RECORD_POWER, SEE_POWER
from m4c.power.views import council, power_load, representing

HOME = "organise/power/"
COUNCILS = f"{HOME}councils/"

urlpatterns = [
    route(f"{HOME}represents/", representing.who_represents, allow=SEE_POWER, name="who-represents"),
    route(f"{HOME}areas/<slug:kind>/<slug:code>/", representing.area_seats, allow=SEE_POWER, name="area-seats"),
    route(COUNCILS, council.councils, allow=SEE_POWER, name="councils"),
    route(f"{COUNCILS}<uuid:uid>/", council.council, allow=SEE_POWER, name="council"),
    route(f"{COUNCILS}<uuid:uid>/control/", council.say, allow=RECORD_POWER, name="say-council-control"),
    route(f"{HOME}loads/", power_load.power_loads, allow=SEE_POWER, name="power-loads"),
]
