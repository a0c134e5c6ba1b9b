"""Pictures: clean files, what they show, who agreed, and taking somebody's off every page at once."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image, PngImagePlugin
from wagtail.images.forms import get_image_form

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.people.models import Person
from m4c.people.operations.account import give_role
from m4c.people.operations.protection import keep_safe
from m4c.website.models import Picture, Recognised
from m4c.website.models.pictures_on_page import PictureRefused
from m4c.website.operations.editors import collection_of
from m4c.website.operations.picture import Face, RecognisedRefused, say_who_is_recognised, settle, take_pictures_down
from tests.cast import THEN, Cast
from tests.website.site import page_of, picture, picture_bytes

ORIENTATION, GPS, CAMERA = 0x0112, 0x8825, 0x0110
AGREED_ON = date(2026, 10, 1)


def with_traces() -> Image.Exif:
    """What a phone writes into a picture: turned on its side, where it was taken, and by what."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[CAMERA] = 6, "Fone 12"
    exif[GPS] = {1: "N", 2: (51.0, 28.0, 54.0), 3: "W", 4: (3.0, 10.0, 45.0)}
    return exif


def comment() -> PngImagePlugin.PngInfo:
    """Words inside a PNG."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Bethan Griffiths")
    return words


@pytest.mark.parametrize(
    ("kind", "options", "size"),
    [("JPEG", {"exif": with_traces()}, (40, 60)), ("WEBP", {"exif": with_traces()}, (40, 60))],
)
def test_a_stored_picture_stands_upright_and_tells_nothing(laid_out: Cast, kind: str, options: Any, size: Any) -> None:
    file = ContentFile(picture_bytes(kind, **options), name=f"street.{kind.lower()}")
    stored = Picture.objects.create(title="A street", description="A street.", file=file)
    with Image.open(stored.file.path) as kept:
        assert (kept.size, dict(kept.getexif()), kept.format) == (size, {}, kind)
    assert (stored.width, stored.height) == size
    assert b"Fone" not in Path(stored.file.path).read_bytes()


def test_words_inside_a_png_are_gone(laid_out: Cast) -> None:
    file = ContentFile(picture_bytes("PNG", pnginfo=comment()), name="street.png")
    stored = Picture.objects.create(title="A street", description="A street.", file=file)
    assert b"Bethan" not in Path(stored.file.path).read_bytes()
    assert stored.file_size == Path(stored.file.path).stat().st_size


def form_of(cast: Cast, file: SimpleUploadedFile, **values: str) -> Any:
    """The form of a new picture as the editor of Cardiff sends it."""
    plain = {"title": "A street", "description": "A street at night.", "shows": "nobody"}
    return get_image_form(Picture)({**plain, **values}, {"file": file}, user=cast.fresh("editor"))


def upload(content: bytes, name: str = "street.jpg") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("street.jpg", b"MZ\x90\x00 not a picture at all"),
        ("street.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("street.jpg", picture_bytes("PNG")),
        ("street.exe", picture_bytes("JPEG")),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(laid_out: Cast, name: str, content: bytes) -> None:
    form = form_of(laid_out, upload(content, name))
    assert len(form.errors["file"]) == 1


def test_a_picture_of_too_many_pixels_is_refused(laid_out: Cast) -> None:
    bomb = BytesIO()
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    assert len(form_of(laid_out, upload(bomb.getvalue(), "bomb.png")).errors["file"]) == 1


@pytest.mark.parametrize("missing", ["description", "shows"])
def test_a_picture_says_what_it_shows(laid_out: Cast, missing: str) -> None:
    form = form_of(laid_out, upload(picture_bytes()), **{missing: ""})
    assert set(form.errors) == {missing}


def test_somebody_named_in_the_form_is_written_down(laid_out: Cast) -> None:
    sent = {"shows": "people", "recognised-0-name": "Bethan Griffiths", "recognised-0-agreed_on": "2026-10-01"}
    assert set(form_of(laid_out, upload(picture_bytes()), **sent).errors) == {"recognised"}  # how is missing
    form = form_of(laid_out, upload(picture_bytes()), **sent, **{"recognised-0-how": "in writing"})
    assert form.errors == {}
    stored = form.save()
    assert [(row.name, row.agreed_on) for row in Recognised.objects.all()] == [("Bethan Griffiths", AGREED_ON)]
    assert not stored.is_kept_back


def pictured(cast: Cast, *faces: Face) -> Picture:
    """A picture of these people, said by the operator."""
    shown = picture(shows=Picture.Shows.PEOPLE)
    say_who_is_recognised(picture=shown, faces=list(faces), by=cast.operator)
    return Picture.objects.get(pk=shown.pk)


def local(cast: Cast, *faces: Face) -> Picture:
    """The same among Cardiff's own."""
    shown = picture(shows=Picture.Shows.PEOPLE, collection=collection_of(cast.cardiff))
    say_who_is_recognised(picture=shown, faces=list(faces), by=cast.fresh("editor"))
    return Picture.objects.get(pk=shown.pk)


def agreed(person: Person, **values: Any) -> Face:
    """Somebody who agreed."""
    return Face(name=person.name, **{"agreed_on": AGREED_ON, "how": "in writing", **values})


def test_a_picture_waits_until_all_in_it_agreed(laid_out: Cast) -> None:
    shown = pictured(laid_out, agreed(laid_out.person("leader")), Face(name="Kofi Mensah"))
    assert shown.is_kept_back
    page = page_of(laid_out.cardiff)
    page.picture = shown
    with pytest.raises(PictureRefused):
        page.save_revision().publish()


def test_what_a_file_was_called_is_told_to_nobody(laid_out: Cast) -> None:
    form = form_of(laid_out, upload(picture_bytes(), name="Bethan-Griffiths-at-home.JPG"), shows="nobody")
    assert form.errors == {}
    stored = form.save()
    cut = stored.get_rendition("width-30|format-webp")
    for file in (stored.file, cut.file):
        assert "bethan" not in file.name.casefold()
    kept_back = pictured(laid_out, Face(name="Kofi Mensah")).get_rendition("width-30|format-webp")
    assert "kept" not in kept_back.file.name


def test_taking_down_puts_paper_on_every_page_at_once(
    laid_out: Cast, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    shown = pictured(laid_out, agreed(laid_out.person("leader")))
    before = shown.get_rendition("width-30|format-webp")
    with django_capture_on_commit_callbacks(execute=True):
        assert take_pictures_down(person=laid_out.person("leader"), by=laid_out.organiser) == [shown]

    assert not Path(before.file.path).exists()
    after = Picture.objects.get(pk=shown.pk).get_rendition("width-30|format-webp")
    assert (after.alt, after.file.name != before.file.name) == ("", True)
    with Image.open(after.file.path) as paper:
        assert (paper.size, len(paper.convert("RGB").getcolors() or ())) == ((before.width, before.height), 1)


def test_keeping_somebody_safe_takes_her_pictures_down(laid_out: Cast) -> None:
    shown = pictured(laid_out, agreed(laid_out.person("member")))
    keep_safe(person=laid_out.person("member"), by=laid_out.organiser, at=THEN)
    assert Picture.objects.get(pk=shown.pk).is_kept_back


def test_only_a_new_agreement_brings_a_picture_back(laid_out: Cast) -> None:
    leader = laid_out.person("leader")
    shown = pictured(laid_out, agreed(leader))
    take_pictures_down(person=leader, by=laid_out.organiser)
    row = Recognised.objects.get()
    for faces in ([], [agreed(leader, row=row.pk)], [Face(name="Somebody else", row=row.pk)]):
        with pytest.raises(RecognisedRefused):
            say_who_is_recognised(picture=shown, faces=faces, by=laid_out.operator)
    say_who_is_recognised(
        picture=Picture.objects.get(pk=shown.pk),
        faces=[agreed(leader, row=row.pk, agreed_on=row.withdrawn_on)],
        by=laid_out.operator,
    )
    assert not Picture.objects.get(pk=shown.pk).is_kept_back


class TestOfTheWholeMovement:
    """Pictures that belong to no group: the movement's editors keep them, and local ones do not."""

    def test_a_local_editor_may_not_say_who_is_in_it(self, laid_out: Cast) -> None:
        shown = pictured(laid_out, agreed(laid_out.person("leader")))
        with pytest.raises(NotAllowed):
            say_who_is_recognised(picture=shown, faces=[], by=laid_out.fresh("editor"))
        assert Recognised.objects.count() == 1

    def test_a_local_editor_may_not_open_it_and_one_of_the_movement_may(self, laid_out: Cast, client: Client) -> None:
        shown = pictured(laid_out, agreed(laid_out.person("leader")))
        client.force_login(laid_out.fresh("editor"))
        refused = client.get(f"/cms/images/{shown.pk}/")
        assert (refused.status_code, "Bethan" in refused.text) == (302, False)
        give_role(account=laid_out.leader, role=Role.EDITOR, group=laid_out.movement, by=laid_out.operator)
        client.force_login(laid_out.fresh("leader"))
        assert "Bethan Griffiths" in client.get(f"/cms/images/{shown.pk}/").text

    def test_anybody_can_be_named_on_it_whichever_group_is_theirs(self, laid_out: Cast) -> None:
        faces = [agreed(laid_out.person(persona)) for persona in ("leader", "leader_elsewhere", "coalition_organiser")]
        shown = pictured(laid_out, *faces, Face(name="A stranger", agreed_on=AGREED_ON, how="by word of mouth"))
        assert not shown.is_kept_back

    def test_one_act_takes_it_off_pages_of_every_group(
        self, laid_out: Cast, django_capture_on_commit_callbacks: Callable[..., Any]
    ) -> None:
        leader = laid_out.person("leader")
        shown = [pictured(laid_out, agreed(leader)), local(laid_out, agreed(leader))]
        for group, one in zip((laid_out.manchester, laid_out.cardiff), shown, strict=True):
            page = page_of(group)
            page.picture = one
            page.save_revision().publish()
        with django_capture_on_commit_callbacks(execute=True):
            assert take_pictures_down(person=leader, by=laid_out.organiser) == shown
        assert all(one.is_kept_back for one in Picture.objects.all())


class TestHiddenFromAnEditor:
    """Somebody in a picture whom its editor may not see: no save of theirs touches her row, or tells of it."""

    @pytest.fixture
    def hidden(self, laid_out: Cast) -> Recognised:
        """A row of somebody kept safe, who took her agreement back, in a picture of Cardiff's."""
        shown, person = local(laid_out), laid_out.person("protected_member")
        row = Recognised.objects.create(
            picture=shown, person=person, name=person.name, agreed_on=AGREED_ON, how="then", withdrawn_on=AGREED_ON
        )
        settle(shown)
        assert row not in Recognised.objects.visible_to(laid_out.fresh("editor"))
        return row

    def save(self, cast: Cast, picture: Picture, **sent: str) -> Any:
        plain = {"title": "A street", "description": "A street at night.", "shows": "nobody"}
        form = get_image_form(Picture)({**plain, **sent}, {}, instance=picture, user=cast.fresh("editor"))
        assert form.errors == {}
        assert "Hana" not in form.as_p()
        return form.save()

    @pytest.mark.parametrize("sent", [{}, {"shows": "people", "recognised-0-name": "Kofi Mensah"}])
    def test_a_save_leaves_her_row_and_her_picture_off(
        self, laid_out: Cast, hidden: Recognised, sent: dict[str, str]
    ) -> None:
        self.save(laid_out, Picture.objects.get(pk=hidden.picture_id), **sent)
        kept = Recognised.objects.get(pk=hidden.pk)
        assert (kept.name, kept.withdrawn_on) == (hidden.name, AGREED_ON)
        shown = Picture.objects.get(pk=hidden.picture_id)
        assert (shown.shows, shown.is_kept_back) == (Picture.Shows.PEOPLE, True)

    def test_her_row_is_not_to_be_had_by_its_number(self, laid_out: Cast, hidden: Recognised) -> None:
        sent = {"shows": "people", "recognised-0-name": "Kofi Mensah", "recognised-0-row": str(hidden.pk)}
        self.save(laid_out, Picture.objects.get(pk=hidden.picture_id), **sent)
        assert set(Recognised.objects.values_list("name", flat=True)) == {hidden.name, "Kofi Mensah"}


def test_cuts_are_given_out_and_originals_never(laid_out: Cast, client: Client) -> None:
    shown = picture()
    cut = shown.get_rendition("width-30|format-webp")
    answer = client.get(f"/{cut.file.url.lstrip('/')}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert answer["Cache-Control"] == "private, max-age=31536000, immutable"  # no proxy keeps one taken down
    assert "Set-Cookie" not in answer
    for address in (shown.file.url, f"/files/images/../{shown.file.name}", "/files/images/.hidden.webp"):
        assert client.get(address).status_code in (302, 404), address
