"""The shipped files are found, and the fonts among them can set what an agreement may hold."""

import pytest
from fontTools.ttLib import TTFont

from slaeditor import resources

FACES = ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSans-BoldItalic")
LETTERS = (
    "ğĞıİşŞçÇöÖüÜ" + "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ" + "čďěňřšťůž" + "őű" + "āēģīķļņšūž" + "șțăâî" + "æøåÆØÅ" + "ðþ" + "ñ¿¡ß"
    "ΑΒΓΔάέήίόύώΐΰς" + "АБВГабвгЇїЄєҐґЂђЉљ" + "€₺£¥§©®™°±×÷–—‘’“”„«»…•½‰№\u00a0\u202f\u2011"
)
SYMBOLS = "→☐☑✓≤≥−≠≈▲▼◆●■"


def characters(face: str) -> set[str]:
    with TTFont(resources.path("fonts", f"{face}.ttf")) as font:
        assert "glyf" in font, f"{face}: the PDF writer reads glyf outlines only"
        return {chr(code) for code in font.getBestCmap()}


@pytest.mark.parametrize("face", FACES)
def test_every_text_face_has_the_letters_of_european_names(face: str) -> None:
    assert set(LETTERS) - characters(face) == set()


def test_the_symbol_face_has_the_symbols_and_every_letter() -> None:
    assert set(SYMBOLS + LETTERS) - characters("DejaVuSans") == set()


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_faces_for_arabic_persian_and_hebrew_names(weight: str) -> None:
    arabic = {chr(code) for code in (*range(0x621, 0x63B), *range(0x641, 0x653), *range(0x660, 0x66A))}
    assert (arabic | set("پچژگکی،؛؟۰۹\u200c")) - characters(f"NotoSansArabic-{weight}") == set()
    assert {chr(code) for code in range(0x5D0, 0x5EB)} - characters(f"NotoSansHebrew-{weight}") == set()


def test_every_face_comes_with_its_licence() -> None:
    folder = resources.path("fonts")
    assert sorted(file.name for file in folder.glob("LICENSE-*")) == ["LICENSE-DejaVu.txt", "LICENSE-Noto.txt"]
    readme = (folder / "README.md").read_text("utf-8")
    faces = [file.name for file in folder.glob("*.ttf")]
    assert len(faces) == 9
    assert [face for face in faces if f"`{face}`" not in readme] == []


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/No\.ttf is missing from this installation"):
        resources.path("fonts", "No.ttf")
