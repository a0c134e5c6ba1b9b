"""One's own list: nobody else sees it, and whoever is met comes on record."""

from django.urls import reverse

from m4c.people.models import NameOnList, Person
from tests.cast import Cast
from tests.factories import TODAY, signed_in, words_of

LIST = "/organise/my-list/"


def test_names_are_written_down_seen_by_oneself_and_taken_off(cast: Cast):
    client = signed_in(cast, "leader")
    client.post(LIST, {"name": "The man at the bakery", "words": "He asked about the lights"})
    assert "He asked about the lights" in words_of(client.get(LIST))
    assert "bakery" not in words_of(signed_in(cast, "organiser").get(LIST))
    name = NameOnList.objects.get()
    assert signed_in(cast, "organiser").post(reverse("drop-name", args=[name.uid])).status_code == 404
    client.post(reverse("drop-name", args=[name.uid]))
    assert not NameOnList.objects.exists()


def test_whoever_is_met_comes_on_record(cast: Cast):
    client = signed_in(cast, "leader")
    name = NameOnList.objects.create(
        owner=cast.person("leader"), name="Amal Yusuf", reach="07700 900101", made_on=TODAY
    )
    address = reverse("meet-name", args=[name.uid])
    assert "07700 900101" in client.get(address).content.decode()
    met = {"person": "Amal Yusuf", "person-chosen": "new", "person-phone": name.reach, "group": "cardiff"}
    client.post(address, met | {"on": TODAY.isoformat()})
    assert Person.objects.get(given_name="Amal").met_by == cast.person("leader")
    assert not NameOnList.objects.exists()
