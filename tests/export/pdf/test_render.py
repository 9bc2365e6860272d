"""The finished PDF, read back: text, numbers, links, labels, attachment, watermark."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from functools import cache
from typing import Any

import msgspec
import pypdfium2 as pdfium
import pytest

from slaeditor.export.blocks import Annex, Heading
from slaeditor.export.context import Paper
from slaeditor.export.outline import outline
from slaeditor.export.pdf import ATTACHMENT, Places, printed, render
from slaeditor.model import canonical, paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.responsibilities import Duty
from slaeditor.model.agreement.services import Service
from slaeditor.model.lifecycle import Status
from slaeditor.model.terms import Kind, is_empty
from tests.export.given import context
from tests.export.pdf.reading import fields, links, opened, pages, words
from tests.filled import filled_document

DOCUMENT = filled_document()
NAMES = (
    "Güneş Sağlık Grubu A.Ş.",
    "Ελληνική Τράπεζα ΑΕ",
    "Żółć Świątek Sp. z o.o.",
    "ООО «Ромашка Ёж»",
    "İstanbul ılık ğ",
)


@cache
def made(status: Status = Status.DRAFT, paper: Paper = Paper.A4) -> tuple[bytes, Places]:
    found = printed(DOCUMENT, context(DOCUMENT, status=status, paper=paper))
    return found.data, found.places


def named(name: str) -> Agreement:
    return paths.replace(DOCUMENT, ("parties", "customer", "legal_name"), name)


def test_the_file_is_sound() -> None:
    assert opened(made()[0]).check_pdf_syntax() == []


@pytest.mark.parametrize("name", NAMES)
def test_names_come_out_unharmed(name: str) -> None:
    document = named(name)
    assert words(render(document, context(document))).count(name) >= 3


TURNED = ("مستشفى السلام الدولي 24", "בית חולים לאומי בע״מ", "بیمارستان میلاد تهران", "دكتور محمد الأحمد")


def logical(data: bytes) -> str:
    """All text in the order of reading, without the marks by which pdftotext shows a change of direction."""
    return words(data).translate(dict.fromkeys(range(8234, 8239)))


@pytest.mark.parametrize("name", TURNED)
def test_names_from_right_to_left_come_out_in_their_order(name: str) -> None:
    document = named(name)
    for text in name.split(" 24"):
        assert logical(render(document, context(document))).count(text) >= 3


def test_a_clause_from_right_to_left_comes_out_line_by_line() -> None:
    text = " ".join(["يستجيب المزود خلال ثلاثين دقيقة لكل حادث من الأولوية العليا"] * 6)
    clause = DOCUMENT.legal.clauses[0].id
    document = paths.replace(DOCUMENT, ("legal", "clauses", clause, "text"), text)
    assert text in logical(render(document, context(document)))


def test_titles_from_right_to_left_are_plain_text_in_outline_and_metadata() -> None:
    title = "اتفاقية \u202e2026"
    document = paths.replace(DOCUMENT, ("identity", "title"), title)
    clause = document.legal.clauses[0].id
    document = paths.replace(document, ("legal", "clauses", clause, "heading"), "שירות \u202eא")
    file = opened(render(document, context(document)))
    info: Any = file.docinfo
    assert str(info["/Title"]) == "اتفاقية 2026"
    with file.open_outline() as tree:
        entries = [item.title for item in tree.root]
    (entry,) = [one for one in entries if "שירות" in one]
    assert entry == f"\u200e{entry.strip(chr(0x200E)).partition(' ')[0]} שירות א"


def test_symbols_that_the_text_face_lacks_come_out_too() -> None:
    document = named("→ ☐ ✓ ≤ ≥ −5 ş")
    assert "→ ☐ ✓ ≤ ≥ −5 ş" in words(render(document, context(document)))


@pytest.mark.parametrize(
    "name",
    [
        "<b>bold & <para> </x> &amp; &#0; <img src='x'/>",
        "{value:identity.number} {} {0} %s %(a)s \\n (a) \\",
        "שלום עולם mixed עברית",
        "مستشفى السلام",
        "a\x00b\x07c\u202ed\u200be\ufeff",
        "🏥 医院 ภาษาไทย",
        "W" * 900,
        "\ud7ff\ue000",
    ],
)
def test_hostile_names_neither_crash_nor_are_read_as_markup(name: str) -> None:
    document = named(name)
    data = render(document, context(document))
    assert opened(data).check_pdf_syntax() == []
    if name.startswith("<b>"):
        assert name in words(data)


def test_every_page_says_where_it_belongs() -> None:
    data, _ = made()
    texts = pages(data)
    digits = canonical.content_hash(DOCUMENT)[:12]
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text
        assert all(part in text for part in (digits, "Revision 3", "DRAFT", "23 November 2026"))


def test_page_labels_are_those_that_are_printed() -> None:
    data, _ = made()
    file = opened(data)
    labels = [page.label for page in file.pages]
    annexes = [block.letter for block in outline(DOCUMENT, context(DOCUMENT)).blocks if isinstance(block, Annex)]
    assert [label for label in labels if label.endswith("-1")] == [f"{letter}-1" for letter in annexes]
    for number, (label, text) in enumerate(zip(labels, pages(data), strict=True), start=1):
        printed = re.search(r"([A-Z]-\d+)\s+·\s+Page \d+ of", text)
        assert label == (printed[1] if printed else str(number))


def test_every_clause_and_annex_has_a_bookmark_and_a_line_in_the_contents() -> None:
    data, _ = made()
    file = opened(data)
    with file.open_outline() as tree:
        found = [item.title for item in tree.root]
    blocks = outline(DOCUMENT, context(DOCUMENT)).blocks
    wanted = [f"{b.number} {b.text}".strip() for b in blocks if isinstance(b, Heading) and b.level == 1]
    wanted += ["Signature page"]
    wanted += [f"Annex {b.letter} – {b.text}" for b in blocks if isinstance(b, Annex)]
    assert sorted(found) == sorted(wanted)
    contents = " ".join(pages(data)[1].split())
    assert "Priority matrix" in contents


def test_all_links_lead_to_a_page_and_the_contents_to_theirs() -> None:
    data, places = made()
    file = opened(data)
    assert len(links(file)) > 100
    clause, _ = places["targets",]
    assert (1, clause) in links(file)


def test_the_document_is_attached_and_verifies_the_file() -> None:
    data, _ = made()
    file = opened(data)
    attached = file.attachments[ATTACHMENT]
    sealed = attached.get_file().read_bytes()
    assert hashlib.sha256(sealed).hexdigest() == canonical.content_hash(DOCUMENT)
    assert canonical.open_sealed(sealed).parties == canonical.open_sealed(canonical.sealed_json(DOCUMENT)).parties
    root: Any = file.Root
    assert [str(one["/AFRelationship"]) for one in root["/AF"]] == ["/Source"]


def test_a_hash_of_another_document_is_refused() -> None:
    with pytest.raises(ValueError, match="content hash"):
        render(DOCUMENT, context(named("Other")))


@pytest.mark.parametrize(
    ("status", "mark"),
    [
        (Status.DRAFT, "DRAFT"),
        (Status.IN_REVIEW, "FOR REVIEW"),
        (Status.APPROVED, ""),
        (Status.ISSUED, ""),
        (Status.SIGNED, ""),
    ],
)
def test_only_what_is_not_approved_is_marked(status: Status, mark: str) -> None:
    data, _ = made(status)
    file = opened(data)
    forms = [bool(page.obj["/Resources"].get("/XObject")) for page in file.pages]
    assert set(forms) == {bool(mark)}
    text = words(data)
    assert (mark in text) if mark else not ("DRAFT" in text or "FOR REVIEW" in text)


def test_nothing_internal_is_exported() -> None:
    data, _ = made()
    text = words(data)
    file = opened(data)
    attached = file.attachments[ATTACHMENT].get_file().read_bytes().decode()
    secrets = [
        value
        for path, declared, value in paths.walk(DOCUMENT)
        if paths.is_internal(path) and isinstance(value, str) and not is_empty(value) and declared.name == "note"
    ]
    assert len(secrets) > 50
    assert not [secret for secret in secrets if secret in text or secret in attached]


def test_all_fonts_are_embedded() -> None:
    seen = set()
    file = opened(made()[0])
    for page in file.pages:
        resources: Any = page.obj["/Resources"]
        for font in resources["/Font"].values():
            seen.add(str(font["/BaseFont"]))
            assert "/FontFile2" in font["/FontDescriptor"], font["/BaseFont"]
    assert all("NotoSans" in name or "DejaVu" in name for name in seen)


def test_the_same_input_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    given = context(DOCUMENT)
    first = render(DOCUMENT, given)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert render(DOCUMENT, given) == first == made()[0]
    later = msgspec.structs.replace(given, exported=given.exported + timedelta(seconds=1))
    assert render(DOCUMENT, later) != first


def test_metadata_names_the_agreement() -> None:
    file = opened(made()[0])
    with file.open_metadata() as xmp:
        assert xmp["dc:title"] == DOCUMENT.identity.title
        assert xmp["dc:creator"] == [DOCUMENT.parties.provider.legal_name]
        assert xmp["xmp:CreateDate"].startswith("2026-11-23T10:30:00")
    info: Any = file.docinfo
    assert str(info["/Title"]) == DOCUMENT.identity.title
    assert str(info["/CreationDate"]).startswith("D:20261123103000")
    assert canonical.content_hash(DOCUMENT) in str(info["/Keywords"])
    assert str(file.Root["/Lang"]) == "en"


def test_both_papers() -> None:
    for paper, size in ((Paper.A4, (595.276, 841.89)), (Paper.LETTER, (612, 792))):
        file = opened(made(paper=paper)[0])
        box = [float(one) for one in file.pages[0].mediabox]
        assert (box[2], box[3]) == pytest.approx(size, abs=0.1)


def test_each_signatory_has_a_field_and_stands_on_the_page_with_the_text() -> None:
    data, places = made()
    file = opened(data)
    assert fields(file) == ["signature_provider", "signature_signatory-1", "signature_signatory-2"]
    page, _ = places["#", "signatures"]
    text = " ".join(pages(data)[page].split())
    for one in DOCUMENT.parties.signatories:
        assert one.name in text
        assert one.title in text
    assert "agree to it together with its annexes" in text
    assert canonical.content_hash(DOCUMENT) in text.replace(" ", "")


def test_every_term_has_a_place_on_the_page_that_shows_it() -> None:
    data, places = made()
    texts = [" ".join(text.split()) for text in pages(data)]
    for path, declared, value in paths.walk(DOCUMENT):
        if is_empty(value) or paths.is_internal(path) or path == ("kind",):
            continue
        page, y = places[path]
        assert 0 <= page < len(texts)
        assert 0 <= y < 842
        if declared.name in ("legal_name", "number", "downgrade", "burden", "fee_basis") and isinstance(value, str):
            assert value in texts[page], path


def test_a_box_holds_the_words_of_its_term() -> None:
    found = printed(DOCUMENT, context(DOCUMENT))
    file = pdfium.PdfDocument(found.data)
    texts = [page.get_textpage() for page in file]
    height = file.get_page_size(0)[1]
    seen = 0
    for path, box in found.boxes:
        if not paths.exists(DOCUMENT, path) or not isinstance(value := paths.find(DOCUMENT, path), str):
            continue
        if paths.field_at(path).kind is not Kind.TEXT or not 4 < len(value) < 40 or " " not in value:
            continue
        right, bottom = box.left + box.width, height - box.top - box.height
        inside = texts[box.page].get_text_bounded(left=box.left, bottom=bottom, right=right, top=height - box.top)
        assert value.split()[0].casefold() in inside.casefold(), (path, value, inside)
        seen += 1
    for text in texts:
        text.close()
    file.close()
    assert seen > 100


def test_an_empty_document_is_a_marked_draft() -> None:
    document = Agreement()
    data = render(document, context(document))
    assert opened(data).check_pdf_syntax() == []
    assert "DRAFT" in words(data)
    assert "legal name not yet stated" in words(data)


def test_fifty_services_keep_the_cover_to_one_page() -> None:
    services = tuple(Service(id=f"s{n}", name=f"Service number {n}", code=f"S{n}") for n in range(50))
    document = paths.replace(DOCUMENT, ("services", "items"), services)
    data = render(document, context(document))
    texts = pages(data)
    assert "Contents" in texts[1]
    assert "38 further services" in texts[0]
    assert all(f"Service number {n}" in " ".join(texts[2:]) for n in range(50))


def test_a_long_table_repeats_its_head_and_a_row_higher_than_a_page_is_cut() -> None:
    long = " ".join(f"word{n}" for n in range(1500))
    duties = (Duty(id="long", name="Long", responsible=long), *(Duty(id=f"d{n}", name=f"Duty {n}") for n in range(90)))
    document = paths.replace(DOCUMENT, ("responsibilities", "duties"), duties)
    data = render(document, context(document))
    text = words(data)
    assert all(f"word{n}" in text for n in range(1500))
    assert len([page for page in pages(data) if "Responsible" in page and "Duty" in page]) > 3
