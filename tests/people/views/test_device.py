"""The list of one's devices: one's own, ended at once, and nobody else's."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from m4c.people.models import Device
from tests.cast import PASSWORD, Cast

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1"
LAPTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0"


def device_of(cast: Cast, persona: str = "leader", user_agent: str = LAPTOP) -> Client:
    client = Client(headers={"user-agent": user_agent})
    email = getattr(cast, persona).email
    client.post("/account/login/", {"login": email, "password": PASSWORD, "next": reverse("devices")})
    return client


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("own-account")).status_code == 200


def row(client: Client) -> Device:
    return Device.objects.get(pk=client.session["device"])


def test_devices_are_listed_in_plain_words(cast):
    laptop, _phone, _theirs = device_of(cast), device_of(cast, user_agent=PHONE), device_of(cast, "member", PHONE)
    page = laptop.get(reverse("devices")).content.decode()
    assert page.count("Firefox on Windows") == 1
    assert page.count("Safari on iPhone") == 1
    assert page.count("This device") == 1
    assert "<c-" not in page


def test_the_list_costs_the_same_for_one_device_and_for_three(cast, django_assert_num_queries):
    laptop = device_of(cast)
    laptop.get(reverse("devices"))
    with CaptureQueriesContext(connection) as one:
        laptop.get(reverse("devices"))
    cost = len(one)
    device_of(cast), device_of(cast)
    with django_assert_num_queries(cost):
        laptop.get(reverse("devices"))


def test_a_device_that_is_ended_is_out_at_once(cast):
    laptop, phone = device_of(cast), device_of(cast, user_agent=PHONE)
    laptop.post(reverse("end-device", kwargs={"uid": row(phone).uid}))
    assert (is_signed_in(laptop), is_signed_in(phone)) == (True, False)


def test_somebody_elses_device_is_not_there(cast):
    theirs = device_of(cast, "member")
    for persona in ("leader", "organiser", "admin"):
        client = device_of(cast, persona)
        assert client.post(reverse("end-device", kwargs={"uid": row(theirs).uid})).status_code == 404
    assert is_signed_in(theirs)


def test_an_ended_device_is_not_there_any_more(cast):
    laptop, phone = device_of(cast), device_of(cast, user_agent=PHONE)
    address = reverse("end-device", kwargs={"uid": row(phone).uid})
    assert [laptop.post(address).status_code for _ in range(2)] == [302, 404]


def test_all_others_are_ended_with_one_press(cast):
    laptop, others, theirs = device_of(cast), [device_of(cast), device_of(cast)], device_of(cast, "member")
    laptop.post(reverse("end-other-devices"))
    assert [is_signed_in(client) for client in (laptop, *others, theirs)] == [True, False, False, True]


def test_a_request_under_way_does_not_bring_an_ended_device_back(cast):
    laptop = device_of(cast)
    session = laptop.session
    Device.objects.filter(pk=session["device"]).update(ended_at="2026-01-01T00:00Z", session_key="")
    session["device_seen"] = []
    session.save()
    laptop.get(reverse("devices"))
    assert is_signed_in(laptop) is False


def test_being_seen_costs_one_write_a_day(cast, django_assert_max_num_queries):
    laptop = device_of(cast)
    laptop.get(reverse("devices"))
    with django_assert_max_num_queries(50) as queries:
        laptop.get(reverse("devices"))
    assert [query["sql"] for query in queries if query["sql"].startswith(("UPDATE", "INSERT"))] == []
    Device.objects.update(last_seen_on="2026-01-01")
    session = laptop.session
    session["device_seen"] = [session.session_key, "2026-01-01"]
    session.save()
    laptop.get(reverse("devices"))
    assert str(row(laptop).last_seen_on) > "2026-01-01"


def test_signing_out_takes_the_device_off_the_list(cast):
    laptop = device_of(cast)
    device = row(laptop)
    assert laptop.get(reverse("account_logout")).status_code == 200  # asks first
    laptop.post(reverse("account_logout"))
    device.refresh_from_db()
    assert (device.session_key, is_signed_in(laptop)) == ("", False)
