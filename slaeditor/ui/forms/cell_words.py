"""What there is to say about a cell besides its value: its tip, its mark, and what stands in it while it is empty."""

from __future__ import annotations

from slaeditor.model.checks import Severity
from slaeditor.model.needless import needless
from slaeditor.model.terms import Shape, is_empty
from slaeditor.ui.editors import typed
from slaeditor.ui.editors.choose import NOTHING
from slaeditor.ui.forms.shown_rows import Index, ShownRows
from slaeditor.ui.spoken import place_text
from slaeditor.ui.words import told, tr


def tip(model: ShownRows, index: Index) -> str:
    """Why it is not understood, what is found, why it needs nothing, what it was, and what it is for."""
    declared = model.field_of(index)
    if declared is None:
        return ""
    lines = []
    if (refusal := model.context.refusal(model.path_of(index), declared)) is not None:
        lines.append(refusal[1])
    if (finding := model.context.finding(model.path_of(index))) is not None:
        lines.append(told(finding.sentence))
    lines.append(told(why_not(model, index)))
    was = model.row_before(index)
    if was is not None and (old := getattr(was, declared.name)) != model.value(index):
        text = typed.text_of(model.context.document, declared, old)
        path = declared.term.shape is Shape.PATH
        words = tr("empty") if is_empty(old) else place_text(model.context.document, text) if path else text
        lines.append(tr("In the last revision: {value}", value=words))
    lines.append(tr(declared.term.help))
    return "\n".join(line for line in lines if line)


def mark(model: ShownRows, index: Index) -> str:
    """refused, error, finding, changed, new, or nothing."""
    path = model.path_of(index)
    if path in model.context.session.unparsed:
        return "refused"
    if (finding := model.context.finding(path)) is not None:
        return "error" if finding.severity is Severity.ERROR else "finding"
    if model.context.base is None:
        return ""
    row, was = model.rows[index.row()], model.row_before(index)
    if was is None:
        return "new"
    if was is row:
        return ""
    if not model.columns:
        return "changed" if was != row else ""
    return "changed" if getattr(was, model.columns[index.column()].name) != model.value(index) else ""


def if_empty(model: ShownRows, index: Index) -> str:
    """What stands, in a lighter ink, where nothing is said."""
    if not model.columns:
        return ""
    return NOTHING if why_not(model, index) else tr(model.columns[index.column()].term.if_empty)


def spoken_if_empty(model: ShownRows, index: Index) -> str:
    """The same for those who do not see it."""
    return tr("not needed") if why_not(model, index) else if_empty(model, index) or tr("empty")


def why_not(model: ShownRows, index: Index) -> str:
    """Why the cell needs no value; empty where it may have one."""
    return needless(model.rows[index.row()], model.columns[index.column()].name) if model.columns else ""
