"""Section 18, sign-off: who must approve a revision before it can be issued and signed."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.agreement.parties import Side
from slaeditor.model.terms import Row, Section, rows, term


class Condition(enum.Enum):
    """When an approval is needed."""

    ALWAYS = "always"
    ON_DEVIATION = "on_deviation"
    ON_LEGAL_CHANGE = "on_legal_change"


class SignatureForm(enum.Enum):
    """How the agreement is signed."""

    ELECTRONIC = "electronic"
    HANDWRITTEN = "handwritten"
    EITHER = "electronic_or_handwritten"


class Approver(Row, frozen=True, kw_only=True):
    """An office that approves revisions."""

    role: Annotated[str, term("Approval by", "The office whose approval is needed.", names=True, obligatory=True)] = ""
    name: Annotated[str, term("Person", "Who holds the office.")] = ""
    side: Annotated[Side, term("Party", "The party to which it belongs.")] = Side.PROVIDER
    when: Annotated[Condition, term("Needed", "Always, when a term leaves its playbook limits, or when legal text was changed.")] = Condition.ALWAYS


class SignOff(Section, frozen=True, kw_only=True):
    """Section 18."""

    approvers: Annotated[tuple[Approver, ...], rows("Approvals", "approval", "Whose approval a revision needs.")] = ()
    form: Annotated[SignatureForm, term("Form of signature", "How the agreement is signed.", "This Agreement is signed in the following form: {}.")] = SignatureForm.EITHER
    counterparts: Annotated[int | None, term("Counterparts", "In how many originals it is signed.", "It is made out in {}.", unit="counterparts")] = None
    place: Annotated[str, term("Place of signing", "Printed on the signature page.", "It is signed in {}.")] = ""
