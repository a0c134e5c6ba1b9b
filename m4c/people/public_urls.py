"""Addresses of people that are open to strangers, in each language."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.people.views import sign_in

urlpatterns = [
    route("account/signup/", sign_in.no_sign_up, allow=PUBLIC, name="account_signup"),
]
