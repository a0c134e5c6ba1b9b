"""Addresses of people, each with the permission that opens it."""

from m4c.core.permissions import PUBLIC, SIGNED_IN
from m4c.core.routes import route
from m4c.people import page_urls, record_urls
from m4c.people.belonging import urls as belonging_urls
from m4c.people.desk import urls as front_desk_urls
from m4c.people.doubles import urls as double_urls
from m4c.people.erasure import urls as data_urls
from m4c.people.exports import urls as export_urls
from m4c.people.filters import urls as list_urls
from m4c.people.groups import urls as group_urls
from m4c.people.handing_over import urls as handing_over_urls
from m4c.people.imports import urls as import_urls
from m4c.people.permissions import LOOK_AFTER_ACCOUNTS
from m4c.people.rights import urls as rights_urls
from m4c.people.safety import urls as safety_urls
from m4c.people.views import account, device, own_account, sign_in

urlpatterns = [
    # Signing in and accounts; allauth's pages are in allauth_urls.py
    route("sign-in/demo/", sign_in.demo_sign_in, allow=PUBLIC, name="demo-sign-in"),
    route("sign-in/<str:token>/", sign_in.open_link, allow=PUBLIC, name="sign-in-link"),
    route("organise/second-factor/", sign_in.second_factor, allow=SIGNED_IN, name="second-factor"),
    route("organise/account/", own_account.own_account, allow=SIGNED_IN, name="own-account"),
    route("organise/account/time-zone/", own_account.own_time_zone, allow=SIGNED_IN, name="own-time-zone"),
    route("organise/devices/", device.devices, allow=SIGNED_IN, name="devices"),
    route("organise/devices/others/ending/", device.end_other_devices, allow=SIGNED_IN, name="end-other-devices"),
    route("organise/devices/<uuid:uid>/ending/", device.end_device, allow=SIGNED_IN, name="end-device"),
    route("organise/accounts/", account.accounts, allow=LOOK_AFTER_ACCOUNTS, name="accounts"),
    route("organise/accounts/invitation/", account.invite, allow=LOOK_AFTER_ACCOUNTS, name="invite-account"),
    route("organise/accounts/<uuid:uid>/", account.account, allow=LOOK_AFTER_ACCOUNTS, name="account"),
    route("organise/accounts/<uuid:uid>/roles/", account.give_role, allow=LOOK_AFTER_ACCOUNTS, name="give-role"),
    route("organise/accounts/<uuid:uid>/code/", account.show_code, allow=LOOK_AFTER_ACCOUNTS, name="show-sign-in-code"),
    route(
        "organise/accounts/<uuid:uid>/letter/", account.send_link, allow=LOOK_AFTER_ACCOUNTS, name="send-sign-in-link"
    ),
    route("organise/accounts/<uuid:uid>/closing/", account.close, allow=LOOK_AFTER_ACCOUNTS, name="close-account"),
    route("organise/roles/<uuid:uid>/ending/", account.end_role, allow=LOOK_AFTER_ACCOUNTS, name="end-role"),
    *belonging_urls.urlpatterns,
    *data_urls.urlpatterns,
    *double_urls.urlpatterns,
    *export_urls.urlpatterns,
    *front_desk_urls.urlpatterns,
    *group_urls.urlpatterns,
    *handing_over_urls.urlpatterns,
    *import_urls.urlpatterns,
    *list_urls.urlpatterns,
    *page_urls.urlpatterns,
    *record_urls.urlpatterns,
    *rights_urls.urlpatterns,
    *safety_urls.urlpatterns,
]
