"""The agreement as PDF: an outline laid out once, drawn once, and sealed with the document it was made from.

ReportLab draws and embeds the fonts; breaking lines and pages is done here, in one pass, because the contents, the
number of pages and the place of every term then follow without a second one.
"""

from slaeditor.export.pdf.layout import Places
from slaeditor.export.pdf.render import ATTACHMENT, render, render_with_places

__all__ = ["ATTACHMENT", "Places", "render", "render_with_places"]
