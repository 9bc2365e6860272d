"""The canvas that the pages are drawn on, with what ReportLab leaves to its low level: metadata, attachment, signature fields."""

from __future__ import annotations

import hashlib
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import msgspec
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


class Facts(msgspec.Struct, frozen=True):
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    product: str
    made: datetime


class Sheet(Canvas):
    """A canvas whose bytes depend on nothing but what is drawn and the facts that it is given."""

    # known to every ReportLab canvas, but not to the stubs of its types
    _doc: Any
    _annotationrefs: list[Any]
    _addAnnotation: Any

    def __init__(self, target: BytesIO, size: tuple[float, float], facts: Facts) -> None:
        super().__init__(target, pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=facts.language)
        # ReportLab begins the file's ID with a time that the environment can change
        self._doc.signature = hashlib.md5(repr(facts).encode(), usedforsecurity=False)
        self.setTitle(facts.title)
        self.setAuthor(facts.author)
        self.setSubject(facts.subject)
        self.setKeywords(facts.keywords)
        self.setCreator(facts.product)
        self.setProducer("ReportLab")
        made = _pdf_date(facts.made)
        self.setDateFormatter(lambda *_: made)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        self._made = made
        self._signatures: list[Any] = []
        self._metadata(_xmp(facts))

    def _metadata(self, xmp: bytes) -> None:
        stream = pdfdoc.PDFStream(content=xmp, filters=[])
        stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
        stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
        self._doc.Catalog.Metadata = stream

    def attach(self, name: str, data: bytes, description: str) -> None:
        """Attach the document that the file was made from, as its source (AFRelationship)."""
        stream = pdfdoc.PDFStream(content=data, filters=[pdfdoc.PDFZCompress])
        stream.dictionary["Type"] = pdfdoc.PDFName("EmbeddedFile")
        stream.dictionary["Subtype"] = pdfdoc.PDFName("application#2Fjson")
        parameters = {"Size": len(data), "ModDate": pdfdoc.PDFString(self._made)}
        stream.dictionary["Params"] = pdfdoc.PDFDictionary(parameters)
        embedded = self._doc.Reference(stream)
        specification = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Filespec"),
                "F": pdfdoc.PDFString(name),
                "UF": pdfdoc.PDFString(name),
                "Desc": pdfdoc.PDFString(description),
                "AFRelationship": pdfdoc.PDFName("Source"),
                "EF": pdfdoc.PDFDictionary({"F": embedded, "UF": embedded}),
            }
        )
        reference = self._doc.Reference(specification)
        tree = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray([pdfdoc.PDFString(name), reference])})
        catalog = self._doc.Catalog
        catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": tree})
        catalog.AF = pdfdoc.PDFArray([reference])
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]

    def signature_field(self, name: str, rectangle: tuple[float, float, float, float]) -> None:
        """An empty signature field on the current page, for any signing program."""
        self._doc.inPage()
        widget = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Widget"),
                "FT": pdfdoc.PDFName("Sig"),
                "T": pdfdoc.PDFString(name),
                "Rect": pdfdoc.PDFArray(list(rectangle)),
                "F": 4,
                "P": self._doc.thisPageRef(),
            }
        )
        self._addAnnotation(widget)
        self._signatures.append(self._annotationrefs[-1])
        form = {"Fields": pdfdoc.PDFArray(self._signatures), "SigFlags": 0}
        self._doc.Catalog.AcroForm = pdfdoc.PDFDictionary(form)


def _pdf_date(when: datetime) -> str:
    """D:20261123103000+00'00'."""
    zone = when.strftime("%z") or "+0000"
    return f"D:{when:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _xmp(facts: Facts) -> bytes:
    made = facts.made.isoformat(timespec="seconds")

    def one(tag: str, text: str) -> str:
        return f"<{tag}>{escape(_legal(text))}</{tag}>" if text else ""

    def localised(tag: str, text: str) -> str:
        inner = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(_legal(text))}</rdf:li></rdf:Alt>'
        return f"<{tag}>{inner}</{tag}>" if text else ""

    def many(tag: str, kind: str, text: str) -> str:
        return f"<{tag}><rdf:{kind}><rdf:li>{escape(_legal(text))}</rdf:li></rdf:{kind}></{tag}>" if text else ""

    body = "".join(
        (
            "<dc:format>application/pdf</dc:format>",
            localised("dc:title", facts.title),
            many("dc:creator", "Seq", facts.author),
            localised("dc:description", facts.subject),
            many("dc:language", "Bag", facts.language),
            one("pdf:Keywords", facts.keywords),
            one("pdf:Producer", "ReportLab"),
            one("xmp:CreatorTool", facts.product),
            one("xmp:CreateDate", made),
            one("xmp:ModifyDate", made),
            one("xmp:MetadataDate", made),
        )
    )
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f"{body}</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )
    return packet.encode()


def _legal(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(character for character in text if character >= " " or character in "\t\n")
