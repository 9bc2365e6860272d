"""The agreement as PDF: an outline laid out once, drawn once, and sealed with the document it was made from.

ReportLab draws and embeds the fonts; breaking lines and pages is done here, in one pass, because the contents, the
number of pages and the place of every term then follow without a second one.
"""

from slaeditor.export.pdf.boxes import Box
from slaeditor.export.pdf.layout import Places
from slaeditor.export.pdf.render import ATTACHMENT, Printed, printed, render

__all__ = ["ATTACHMENT", "Box", "Places", "Printed", "printed", "render"]
