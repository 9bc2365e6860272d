"""The sentences of choices: what a chosen member means, said in full."""

from __future__ import annotations

import enum

from slaeditor.model.agreement.availability import PartialPeriod, Rounding
from slaeditor.model.agreement.identity import Level, Renewal
from slaeditor.model.agreement.remedies import Claim, Cumulation, LegalNature, Settlement
from slaeditor.model.agreement.signoff import SignatureForm

SENTENCES: dict[enum.Enum, str] = {
    Level.CUSTOMER: "It is made for one customer, the Customer named in the clause on the parties.",
    Level.CUSTOMER_GROUP: "It is made for one customer group, the companies named in the clause on the parties.",
    Renewal.NONE: "It ends with its initial term and is not renewed automatically.",
    Renewal.AUTOMATIC: "At the end of the initial term and of each renewal term it is renewed automatically.",
    Rounding.HALF_UP: "Figures are rounded half up: a half is rounded to the greater figure.",
    Rounding.HALF_EVEN: "Figures are rounded half even: a half is rounded to the even digit.",
    Rounding.DOWN: "Figures are rounded down.",
    Rounding.UP: "Figures are rounded up.",
    PartialPeriod.PRO_RATA: "A first or last period that is not whole is counted pro rata.",
    PartialPeriod.JOINED_TO_NEXT: "A first or last period that is not whole is joined to the adjacent period.",
    PartialPeriod.NOT_COUNTED: "A first or last period that is not whole is not counted.",
    Cumulation.HIGHEST_ONLY: "If one event touches several metrics, only the highest of the credits is due.",
    Cumulation.ADDED: "If one event touches several metrics, the credits are added.",
    Claim.AUTOMATIC: "Credits arise automatically; the Customer need not claim them.",
    Claim.ON_CLAIM: "Credits arise only if the Customer claims them.",
    Settlement.NEXT_INVOICE: "Credits are set off against the next invoice.",
    Settlement.NEXT_INVOICE_OR_PAYMENT: (
        "Credits are set off against the next invoice; where no further invoice follows, they are paid out."
    ),
    Settlement.PAYMENT: "Credits are paid out.",
    LegalNature.PRICE_ADJUSTMENT: "In law, a credit is a price adjustment.",
    LegalNature.LIQUIDATED_DAMAGES: "In law, a credit is liquidated damages.",
    LegalNature.CONTRACTUAL_PENALTY: "In law, a credit is a contractual penalty.",
    SignatureForm.ELECTRONIC: "This Agreement is signed electronically.",
    SignatureForm.HANDWRITTEN: "This Agreement is signed by hand.",
    SignatureForm.EITHER: "This Agreement is signed electronically or by hand.",
}
"""A test demands an entry for each member of these choices."""
