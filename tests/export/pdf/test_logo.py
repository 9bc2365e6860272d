"""The provider's logo on the cover: it is there, it moves nothing but the cover, and the same input gives the same bytes."""

from __future__ import annotations

from io import BytesIO

import msgspec
import pikepdf
import pytest
from PIL import Image

from slaeditor import shipped
from slaeditor.export import pdf
from slaeditor.export.context import Context
from slaeditor.export.pdf.logo import HIGHEST, WIDEST, logo_of
from slaeditor.model.canonical import content_hash
from slaeditor.model.lifecycle import Status
from tests.ui.memory_library import NOW


def picture(width: int = 300, height: int = 100, mode: str = "RGBA") -> bytes:
    target = BytesIO()
    Image.new(mode, (width, height), (20, 90, 160, 255)[: len(mode)]).save(target, "PNG")
    return target.getvalue()


def context(logo: bytes = b"") -> Context:
    return Context(
        revision="1",
        status=Status.IN_FORCE,
        exported=NOW,
        content_hash=content_hash(shipped.sample()),
        logo=logo,
    )


def images(data: bytes) -> list[int]:
    """How many pictures each page has."""
    with pikepdf.open(BytesIO(data)) as file:
        return [len(page.get_images()) for page in file.pages]


def test_the_cover_has_the_logo_and_no_other_page_has() -> None:
    without, made = pdf.render(shipped.sample(), context()), pdf.render(shipped.sample(), context(picture()))
    assert sum(images(without)) == 0
    assert images(made)[0] == 1
    assert sum(images(made)) == 1
    assert len(images(made)) == len(images(without))


def test_the_same_logo_gives_the_same_bytes() -> None:
    assert pdf.render(shipped.sample(), context(picture())) == pdf.render(shipped.sample(), context(picture()))


@pytest.mark.parametrize("size", [(720, 240), (240, 240), (720, 60), (30, 30)])
def test_it_keeps_its_shape_within_its_room(size: tuple[int, int]) -> None:
    logo = logo_of(picture(*size))
    assert logo is not None
    assert logo.width <= WIDEST
    assert logo.height <= HIGHEST
    assert logo.width / logo.height == pytest.approx(size[0] / size[1])


@pytest.mark.parametrize("data", [b"", b"no picture", picture()[:60]])
def test_what_is_no_picture_is_left_out(data: bytes) -> None:
    assert logo_of(data) is None


def test_the_content_hash_knows_nothing_of_it() -> None:
    made = msgspec.structs.replace(context(), logo=picture())
    assert made.content_hash == context().content_hash
