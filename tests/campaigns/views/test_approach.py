"""Pages of approaches: the list at five hundred, a new one with whom to ring, its clock, changes and papers."""

from datetime import timedelta
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.models import Approach, ApproachPaper, Campaign, CampaignLead, ClockPause, SilenceNotice, Target
from m4c.campaigns.operations.approach import NewApproach, record_approach
from m4c.people.models import Person
from tests.campaigns.approaches.making import ASKED, answered, approach_of, campaign_of, decided, holder_of
from tests.cast import Cast
from tests.factories import NOW, TODAY, queries_of, signed_in, somebody, words_of


def at(name: str, record: object) -> str:
    return reverse(name, kwargs={"uid": record.uid})  # type: ignore[attr-defined]


def lead(cast: Cast, campaign: Campaign, person: Person, part: str = "organiser") -> CampaignLead:
    return CampaignLead.objects.create(
        campaign=campaign, person=person, part=part, from_on=TODAY, added_by=cast.organiser, added_at=NOW
    )


def test_the_list_shows_each_with_its_clock_latest_first(cast: Cast) -> None:
    campaign = campaign_of(cast)
    approach_of(cast, campaign, days=46)
    answered(cast, approach_of(cast, campaign, holder_of(cast, "Mr Kapadia"), days=20))
    text = words_of(signed_in(cast, "leader").get(at("campaign-approaches", campaign)))
    assert text.index("Mr Kapadia") < text.index("The leader of Cardiff Council")
    assert "No answer for" in text
    assert "Answered" in text


def test_an_empty_list_teaches(cast: Cast) -> None:
    text = words_of(signed_in(cast, "leader").get(at("campaign-approaches", campaign_of(cast))))
    assert "Nobody has been approached yet" in text


def test_five_hundred_cost_what_one_does(cast: Cast) -> None:
    campaign, holder, client = campaign_of(cast), holder_of(cast), signed_in(cast, "organiser")
    approach_of(cast, campaign, holder, by_person=cast.person("organiser"))
    pages = [at("campaign-approaches", campaign), at("campaign", campaign)]
    few = [queries_of(client, page) for page in pages]
    Approach.objects.bulk_create(
        Approach(
            campaign=campaign,
            powerholder=holder,
            on=TODAY - timedelta(days=50 + n),
            channel="letter",
            asked=f"{ASKED} {n}",
            answer_due=TODAY - timedelta(days=20),
            by_person=cast.person("organiser"),
            added_by=cast.organiser,
            added_at=NOW,
        )
        for n in range(500)
    )
    assert [queries_of(client, page) for page in pages] == few
    older = client.get(pages[0]).context["page"].older
    assert "Earlier" in words_of(client.get(pages[0]))
    assert len(client.get(pages[0] + older).context["rows"]) == 25


def test_one_is_written_down_from_choosing_whom(cast: Cast) -> None:
    campaign, holder, client = campaign_of(cast), holder_of(cast), signed_in(cast, "leader")
    Target.objects.create(campaign=campaign, powerholder=holder, since=TODAY, added_by=cast.organiser, added_at=NOW)
    other, page = holder_of(cast, "Mr Kapadia"), at("record-approach", campaign)
    text = words_of(client.get(page))
    assert (holder.name in text, other.name in text) == (True, False)
    assert other.name in words_of(client.get(page, {"q": "kapadia"}))
    assert "Nobody called" in words_of(client.get(page, {"q": "Zebedee"}))
    assert "Whom did you approach?" in words_of(client.get(page, {"to": "nonsense"}))
    to = f"{page}?to={holder.uid}"
    assert "What was asked" in words_of(client.get(to))
    given = {"whose": "ours", "on": "2026-10-01", "channel": "letter", "asked": ASKED, "answer_due": "2026-10-15"}
    made = client.post(to, given)
    found = Approach.objects.get()
    assert (made.status_code, made["Location"]) == (302, at("approach", found))
    assert (found.powerholder, found.is_ours, found.added_by) == (holder, True, cast.leader)
    refused = client.post(to, given | {"answer_due": "2026-09-01"})
    assert "due before it was asked" in words_of(refused, 422)


def test_before_a_new_one_it_says_whom_of_ours_to_ring_and_nothing_of_their_campaign(cast: Cast) -> None:
    holder, ours = holder_of(cast), campaign_of(cast)
    theirs = campaign_of(cast, "Buses after ten", cast.manchester)
    new = NewApproach(holder, TODAY, "letter", "Run the last bus at midnight")
    record_approach(campaign=theirs, new=new, at=NOW, by=cast.operator)
    lead(cast, theirs, cast.person("organiser_elsewhere"))
    page = f"{at('record-approach', ours)}?to={holder.uid}"
    text = words_of(signed_in(cast, "leader").get(page))
    assert ("Manchester" in text, cast.person("organiser_elsewhere").name in text) == (True, True)
    assert ("Buses after ten" in text, "midnight" in text) == (False, False)
    assert "Buses after ten" in words_of(signed_in(cast, "national_organiser").get(page))


def test_nobody_kept_safe_is_named_as_whom_to_ring_or_as_who_made_it(cast: Cast) -> None:
    holder, safe = holder_of(cast), cast.person("protected_member")
    theirs = campaign_of(cast, "Buses after ten")
    found = approach_of(cast, theirs, holder)
    Approach.objects.filter(pk=found.pk).update(by_person=safe)
    lead(cast, theirs, safe)
    ours, client = campaign_of(cast), signed_in(cast, "organiser")
    new = words_of(client.get(f"{at('record-approach', ours)}?to={holder.uid}"))
    assert ("Ask whoever answers for this group" in new, safe.name in new) == (True, False)
    for page in (at("approach", found), at("campaign-approaches", theirs), at("correct-approach", found)):
        assert safe.name not in words_of(client.get(page))
    given = {"whose": "ours", "on": "2026-08-21", "channel": "call", "asked": ASKED, "why": "It was a call"}
    client.post(at("correct-approach", found), given)
    found.refresh_from_db()
    assert (found.channel, found.by_person) == ("call", safe)


def test_its_page_says_what_fits_next_with_a_text_to_copy(cast: Cast) -> None:
    found = approach_of(cast, by_person=cast.person("organiser"))
    text = words_of(signed_in(cast, "leader").get(at("approach", found)))
    assert "Second letter" in text
    assert "Nothing is sent from here" in text
    assert "mailto:" in signed_in(cast, "leader").get(at("approach", found)).content.decode()
    assert cast.person("organiser").name in text


def test_the_answer_is_written_down_and_earlier_ones_with_it(cast: Cast) -> None:
    first = approach_of(cast)
    second = approach_of(cast, first.campaign, first.powerholder, days=20)
    client = signed_in(cast, "leader")
    assert "It answers our earlier approaches to them too" in words_of(client.get(at("approach", second)))
    given = {"outcome": "answered", "on": "2026-10-01", "words": "Come on Monday", "earlier": "on"}
    client.post(at("answer-approach", second), given)
    assert {each.outcome for each in Approach.objects.all()} == {"answered"}
    refused = client.post(at("answer-approach", second), given | {"on": "2020-01-01"})
    assert "That was before the approach." in words_of(refused, 422)


def test_it_is_put_right_and_struck_with_a_reason(cast: Cast) -> None:
    found, client = approach_of(cast), signed_in(cast, "leader")
    given = {"whose": "others", "by_words": "The MP", "on": "2026-08-21", "channel": "call", "asked": ASKED}
    assert ASKED in words_of(client.get(at("correct-approach", found)))
    assert words_of(client.post(at("correct-approach", found), given), 422)
    client.post(at("correct-approach", found), given | {"why": "It was the MP"})
    text = words_of(client.get(at("approach", found)))
    assert ("It was the MP" in text, "not ours" in text) == (True, True)
    client.post(at("strike-approach", found), {"why": ""})
    client.post(at("strike-approach", found), {"why": "It never happened"})
    text = words_of(client.get(at("approach", found)))
    assert ("It never happened" in text, "Strike it" in text) == (True, False)


def test_what_an_import_brought_is_looked_at(cast: Cast) -> None:
    found, client = approach_of(cast), signed_in(cast, "leader")
    Approach.objects.filter(pk=found.pk).update(to_review="It does not say what was asked.")
    assert "It is right as it stands" in words_of(client.get(at("approach", found)))
    client.post(at("look-over-approach", found))
    assert "It is right as it stands" not in words_of(client.get(at("approach", found)))


def test_before_a_new_one_it_shows_what_waits_here_already(cast: Cast) -> None:
    found = approach_of(cast)
    page = f"{at('record-approach', found.campaign)}?to={found.powerholder.uid}"
    assert "We wait for an answer of theirs already" in words_of(signed_in(cast, "leader").get(page))


def test_papers_are_for_those_of_the_campaign(cast: Cast, settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    found, client = approach_of(cast), signed_in(cast, "leader")
    letter = SimpleUploadedFile("letter.pdf", b"%PDF-1.4 our letter")
    client.post(at("keep-approach-paper", found), {"file": letter})
    paper = ApproachPaper.objects.get()
    answer = client.get(at("approach-paper", paper))
    assert b"".join(answer.streaming_content) == b"%PDF-1.4 our letter"  # type: ignore[attr-defined]
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert answer["Content-Disposition"].startswith("attachment")
    assert signed_in(cast, "organiser_elsewhere").get(at("approach-paper", paper)).status_code == 404
    program = SimpleUploadedFile("letter.exe", b"MZ program")
    assert words_of(client.post(at("keep-approach-paper", found), {"file": program}), 422)
    again = SimpleUploadedFile("letter.pdf", b"%PDF-1.4 our letter")
    assert "That file is there already." in words_of(
        client.post(at("keep-approach-paper", found), {"file": again}), 422
    )
    client.post(at("withdraw-approach-paper", paper))
    assert client.get(at("approach-paper", paper)).status_code == 404


def test_a_paper_whose_file_is_lost_is_not_there(cast: Cast, settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    found, client = approach_of(cast), signed_in(cast, "leader")
    client.post(at("keep-approach-paper", found), {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4 a")})
    for path in (tmp_path / "documents").iterdir():
        path.unlink()
    assert client.get(at("approach-paper", ApproachPaper.objects.get())).status_code == 404


def test_pauses_are_written_ended_and_struck(cast: Cast, settings) -> None:
    settings.PRE_ELECTION_PERIODS = [(TODAY, TODAY + timedelta(days=30))]
    found, client = approach_of(cast), signed_in(cast, "leader")
    page = at("clock-pauses", found.campaign)
    assert "Every day counts" in words_of(client.get(page))
    assert "Pre-election period, 5 October 2026" in words_of(client.get(page))
    client.post(page, {"kind": "agreed", "since": "2026-09-20", "words": "until the meeting"})
    assert "until the meeting" in words_of(client.get(page))
    assert words_of(client.post(page, {"kind": "agreed", "since": "2026-09-20", "until": "2026-09-01"}), 422)
    pause = ClockPause.objects.get()
    client.post(at("end-pause", pause), {"until": "2026-09-25"})
    pause.refresh_from_db()
    assert str(pause.until) == "2026-09-25"
    settings.PRE_ELECTION_PERIODS = []
    assert "6 days are not counted" in words_of(client.get(at("approach", found)))
    client.post(at("strike-pause", pause))
    assert "Every day counts" in words_of(client.get(page))


def test_silence_goes_public_step_by_step(cast: Cast) -> None:
    found, client = approach_of(cast), signed_in(cast, "organiser")
    page = at("decide-silence", found)
    assert "Meet us about the empty shop. There was no answer." in words_of(client.get(page))
    client.post(page, {"on": "2026-09-20", "how": "Seven for", "page_words": "Nobody answered."})
    notice = SilenceNotice.objects.get()
    shown = at("silence-notice", notice)
    assert "Tell them first" in words_of(client.get(shown))
    assert words_of(client.post(at("tell-silence", notice), {"on": "2020-01-01", "how": "By letter"}), 422)
    client.post(at("tell-silence", notice), {"on": "2026-09-21", "how": "By letter"})
    assert "1 October 2026" in words_of(client.get(shown))
    assert words_of(client.post(at("reply-silence", notice), {"on": "2020-01-01", "words": "No"}), 422)
    client.post(at("reply-silence", notice), {"on": "2026-09-30", "words": "We are busy."})
    client.post(at("publish-silence", notice))
    text = words_of(client.get(shown))
    assert ("Public" in text, "We are busy." in text) == (True, True)
    client.post(at("take-off-silence", notice))
    notice.refresh_from_db()
    assert notice.taken_off_at is not None
    assert words_of(client.post(page, {"on": "2026-09-20", "how": "", "page_words": ""}), 422)


def test_a_leader_reads_of_the_notice_and_decides_nothing(cast: Cast) -> None:
    notice, client = decided(cast), signed_in(cast, "leader")
    assert "They were told" not in words_of(client.get(at("silence-notice", notice)))
    assert client.post(at("publish-silence", notice)).status_code == 403


def test_the_campaigns_page_says_who_has_not_answered(cast: Cast) -> None:
    campaign, client = campaign_of(cast), signed_in(cast, "leader")
    assert "Nobody has been approached yet." in words_of(client.get(at("campaign", campaign)))
    answered(cast, approach_of(cast, campaign))
    assert "Nobody owes us an answer." in words_of(client.get(at("campaign", campaign)))
    day = timezone.localdate() - timedelta(days=30)
    approach_of(cast, campaign, on=min(day, TODAY), answer_due=min(day, TODAY))
    assert "No answer for" in words_of(client.get(at("campaign", campaign)))


def test_today_tells_those_who_lead_the_campaign(cast: Cast) -> None:
    campaign = campaign_of(cast)
    approach_of(cast, campaign, by_person=somebody(cast))
    page = reverse("today")
    assert "has not answered" not in words_of(signed_in(cast, "leader").get(page))
    lead(cast, campaign, cast.person("leader"), "lead")
    text = words_of(signed_in(cast, "leader").get(page))
    assert "The leader of Cardiff Council has not answered" in text
    assert "has not answered" not in words_of(signed_in(cast, "organiser").get(page))
