"""Addresses of the public site."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website import joining_urls, own_data_urls, words_urls
from m4c.website.views.own_movement import own_movement
from m4c.website.views.page import home

urlpatterns = [
    route("", home, allow=PUBLIC, name="home"),
    route("our-own-movement/", own_movement, allow=PUBLIC, name="own-movement"),
    *joining_urls.urlpatterns,
    *own_data_urls.urlpatterns,
    *words_urls.urlpatterns,
]
