"""The pages of jobs: what they tell of whoever took one."""

from django.urls import reverse

from m4c.events.operations.job import give_job
from tests.cast import Cast
from tests.factories import NOW, signed_in


def test_the_form_of_a_job_names_nobody_kept_safe_and_leaves_it_theirs(cast: Cast) -> None:
    hana = cast.person("protected_member")
    job = give_job(group=cast.cardiff, what="Bake", at=NOW, taken_by=hana, by=cast.operator)
    client, page = signed_in(cast, "organiser"), reverse("change-job", kwargs={"uid": job.uid})
    answer = client.get(page).content.decode()
    assert [told for told in (hana.name, str(hana.uid), "taken_by") if told in answer] == []
    client.post(page, {"what": "Bake a cake", "due_on": ""})
    job.refresh_from_db()
    assert (job.what, job.taken_by) == ("Bake a cake", hana)


def test_her_own_contact_sees_whose_job_it_is(cast: Cast) -> None:
    hana = cast.person("protected_member")
    job = give_job(group=cast.cardiff, what="Bake", at=NOW, taken_by=hana, by=cast.operator)
    page = reverse("change-job", kwargs={"uid": job.uid})
    assert hana.name in signed_in(cast, "leader").get(page).content.decode()
