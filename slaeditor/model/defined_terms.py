"""The defined terms that every agreement has, and how they are told from other words."""

from __future__ import annotations

BUILT_IN = {
    "Agreement": "this document with its annexes, in the revision that both parties have signed",
    "Availability": "the share of the base time in which a Service is not down, computed as stated in {section:availability}",
    "Customer": "the party so named in {section:parties}",
    "Incident": "an unplanned interruption of a Service or a reduction of its quality",
    "Measurement Hours": "the hours whose minutes count for Availability, as stated in {section:hours}",
    "Priority": "the rank of a report that follows from its impact and urgency, as stated in {section:priorities}",
    "Provider": "the party so named in {section:parties}",
    "Report": "every message by which the Customer tells the Provider of an Incident, a request or a change",
    "Service": "each of the services described in {section:services}",
    "Service Credit": "the amount that the Customer is entitled to under {section:remedies} when an agreed level is missed",
    "Service Hours": "the hours in which a Service can be used, as stated in {section:hours}",
    "Service Level Target": "each time and share stated in {section:targets} and {section:availability}",
    "Support Hours": "the hours in which support works on reports, as stated in {section:hours}",
}
"""Words that every agreement uses; a definition of the document with the same word takes their place."""
