"""The coding board's pages: tick and move, in one part of the page; what somebody moved meanwhile is named."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from m4c.listening.models import Concern, ListeningCampaign, ThemeStep
from tests.cast import Cast
from tests.factories import queries_of, signed_in, words_of
from tests.listening.coding import campaign_of, names, put_under, said, theme_of

HTMX = {"HX-Request": "true", "HX-Target": "board"}


def address(campaign: ListeningCampaign, name: str = "board") -> str:
    return reverse(f"campaign-{name}", kwargs={"uid": campaign.uid})


def ticked(*concerns: Concern) -> list[str]:
    return [f"{one.uid}:{one.theme.uid if one.theme else ''}" for one in concerns]


def send(client: Client, campaign: ListeningCampaign, **sent: object) -> str:
    return words_of(client.post(address(campaign, "moves"), sent, headers=HTMX))


def test_what_is_under_no_theme_stands_first(cast: Cast) -> None:
    campaign = campaign_of(cast)
    theme_of(cast, campaign, concerns=[said(cast, campaign, "Damp")])
    said(cast, campaign, "No bus")
    client = signed_in(cast, "organiser")
    text = words_of(client.get(address(campaign)))
    assert ("No bus" in text, "Damp" in text) == (True, False)
    under_all = words_of(client.get(address(campaign) + "?theme=all"))
    assert ("No bus" in under_all, "Damp" in under_all) == (True, True)


def test_ticked_and_moved_the_part_comes_back(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, theme = said(cast, campaign, "Damp"), theme_of(cast, campaign)
    text = send(signed_in(cast, "organiser"), campaign, concern=ticked(damp), theme=theme.uid, do="move")
    assert "<html" not in text
    assert "1 concern now under “Housing”." in text
    assert names(campaign) == {"Damp": "Housing"}


def test_without_script_the_page_comes_back(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp = said(cast, campaign, "Damp")
    client = signed_in(cast, "organiser")
    sent = {"concern": ticked(damp), "name": "Housing", "do": "make"}
    answer = client.post(address(campaign, "moves") + "?theme=none", sent)
    assert (answer.status_code, answer["Location"]) == (302, address(campaign) + "?theme=none")
    assert names(campaign) == {"Damp": "Housing"}


def test_what_somebody_moved_meanwhile_is_named(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp = said(cast, campaign, "Damp")
    housing, travel = theme_of(cast, campaign), theme_of(cast, campaign, "Travel")
    as_on_the_page = ticked(damp)
    put_under(cast, housing, damp)
    text = send(signed_in(cast, "organiser"), campaign, concern=as_on_the_page, theme=travel.uid, do="move")
    assert "somebody moved them meanwhile: “Damp” (under “Housing”)." in text
    assert names(campaign) == {"Damp": "Housing"}


def test_split_and_taken_out_on_a_themes_own_list(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, rent = said(cast, campaign, "Damp"), said(cast, campaign, "Rent")
    housing = theme_of(cast, campaign, concerns=[damp, rent])
    client, at = signed_in(cast, "organiser"), f"{address(campaign, 'moves')}?theme={housing.uid}"
    damp.refresh_from_db()
    rent.refresh_from_db()
    client.post(at, {"concern": ticked(rent), "name": "Rents", "do": "make"})
    client.post(at, {"concern": ticked(damp), "do": "out"})
    assert names(campaign) == {"Damp": "-", "Rent": "Rents"}
    assert ThemeStep.objects.get(kind="split").other == housing


def test_the_enter_key_after_a_new_name_makes_it(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp = said(cast, campaign, "Damp")
    send(signed_in(cast, "organiser"), campaign, concern=ticked(damp), theme="", name="Housing", do="move")
    assert names(campaign) == {"Damp": "Housing"}


def test_nothing_ticked_is_told(cast: Cast) -> None:
    campaign = campaign_of(cast)
    theme, client = theme_of(cast, campaign), signed_in(cast, "organiser")
    assert "Tick what is to move first." in send(client, campaign, theme=theme.uid, do="move")
    assert "The page was not sent whole." in send(client, campaign, concern=["damp"], theme=theme.uid, do="move")
    assert "Choose a theme" in send(client, campaign, concern=ticked(said(cast, campaign)), do="move")


def test_a_step_is_undone_from_the_history(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp = said(cast, campaign, "Damp")
    put_under(cast, theme_of(cast, campaign), damp)
    client = signed_in(cast, "organiser")
    text = words_of(client.get(address(campaign, "history")))
    assert "moved 1 concern under “Housing”" in text
    step = ThemeStep.objects.get(kind="moved")
    answer = client.post(reverse("undo-board-step", kwargs={"uid": step.uid}))
    assert (answer["Location"], names(campaign)) == (address(campaign, "history"), {"Damp": "-"})


def test_undone_on_the_board_one_looks_at_the_same_theme(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, client = said(cast, campaign, "Damp"), signed_in(cast, "organiser")
    theme = theme_of(cast, campaign)
    put_under(cast, theme, damp)
    shown = f"{address(campaign)}?theme={theme.uid}"
    assert f'name="board" value="{theme.uid}"' in words_of(client.get(shown))
    step = ThemeStep.objects.get(kind="moved")
    answer = client.post(reverse("undo-board-step", kwargs={"uid": step.uid}), {"board": str(theme.uid)})
    assert answer["Location"] == shown


def test_one_kept_safe_is_not_on_it(cast: Cast) -> None:
    campaign = campaign_of(cast)
    said(cast, campaign, "He follows me", person=cast.person("protected_member"))
    assert "He follows me" not in words_of(signed_in(cast, "organiser").get(address(campaign)))


def test_a_groups_board_is_its_own(cast: Cast) -> None:
    said(cast, None, "No bus")
    said(cast, campaign_of(cast), "Damp")
    text = words_of(signed_in(cast, "organiser").get(reverse("group-board", kwargs={"slug": cast.cardiff.slug})))
    assert ("No bus" in text, "Damp" in text) == (True, False)


def test_the_cost_does_not_grow(cast: Cast) -> None:
    campaign, client = campaign_of(cast), signed_in(cast, "organiser")
    said(cast, campaign)
    theme_of(cast, campaign)
    few = queries_of(client, address(campaign) + "?theme=all")
    for number in range(60):
        said(cast, campaign, f"Line {number}")
    theme_of(cast, campaign, "Travel", [said(cast, campaign)])
    assert queries_of(client, address(campaign) + "?theme=all") == few


def ends(*concerns: Concern) -> dict[str, object]:
    """What the page says of the list that it shows."""
    return {"first": concerns[0].uid, "last": concerns[-1].uid}


def test_a_move_sends_back_what_changed_and_no_more(cast: Cast) -> None:
    campaign = campaign_of(cast)
    lines = [said(cast, campaign, f"Line {number}") for number in range(53)]
    theme, client = theme_of(cast, campaign), signed_in(cast, "organiser")
    sent = {"concern": ticked(*lines[3:5]), "theme": theme.uid, "do": "move", **ends(*lines[:50])}
    answer = client.post(address(campaign, "moves"), sent, headers=HTMX)
    text = words_of(answer)
    assert answer["HX-Reswap"] == "none"
    assert [f'id="concern-{line.uid}" hx-swap-oob="delete"' in text for line in lines[:6]] == [0, 0, 0, 1, 1, 0]
    assert [f"Line {number}" in text for number in (0, 49, 50, 51, 52)] == [False, False, True, True, False]
    assert f'id="count-{theme.uid}" hx-swap-oob="true">2</span>' in text
    assert f'name="last" value="{lines[51].uid}"' in text
    assert f"after={lines[51].uid}" in text


def test_among_all_a_moved_line_is_drawn_anew_where_it_stands(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, bus = said(cast, campaign, "Damp"), said(cast, campaign, "No bus")
    sent = {"concern": ticked(damp), "name": "Housing", "do": "make", **ends(damp, bus)}
    at = f"{address(campaign, 'moves')}?theme=all"
    text = words_of(signed_in(cast, "organiser").post(at, sent, headers=HTMX))
    damp.refresh_from_db()
    assert f'<li id="concern-{damp.uid}" hx-swap-oob="true">' in text
    assert ticked(damp)[0] in text
    assert ("No bus" in text, 'id="board-bar" hx-swap-oob="true"' in text) == (False, True)


def test_the_last_of_the_list_brings_the_whole_board(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, theme = said(cast, campaign, "Damp"), theme_of(cast, campaign)
    sent = {"concern": ticked(damp), "theme": theme.uid, "do": "move", **ends(damp)}
    answer = signed_in(cast, "organiser").post(address(campaign, "moves"), sent, headers=HTMX)
    assert ("HX-Reswap" in answer, 'id="board"' in words_of(answer)) == (False, True)


def test_a_page_whose_lines_all_moved_away_begins_anew(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp = said(cast, campaign, "Damp")
    text = words_of(signed_in(cast, "organiser").get(f"{address(campaign)}?theme=none&after={damp.uid}"))
    assert "Damp" in text


def test_a_move_costs_the_same_on_a_long_board(cast: Cast) -> None:
    campaign, client = campaign_of(cast), signed_in(cast, "organiser")
    theme = theme_of(cast, campaign)

    def cost(lines: list[Concern]) -> int:
        sent = {"concern": ticked(lines[0]), "theme": theme.uid, "do": "move", **ends(*lines[:50])}
        with CaptureQueriesContext(connection) as queries:
            client.post(address(campaign, "moves"), sent, headers=HTMX)
        return len(queries)

    few = [said(cast, campaign, f"Line {number}") for number in range(4)]
    cost(few)
    small = cost(few[1:])
    assert cost([*few[2:], *(said(cast, campaign, f"More {number}") for number in range(60))]) == small
