"""CHN."""

from __future__ import annotations

from typing import Any

from slaeditor.model.agreement.channels import Channel, ChannelKind
from tests.checks.case import Case, Change, adding, both, removing, sample, setting, unchanged

_PHONE = "channels.items[phone]"
_HOTLINE = "channels.items[hotline]"


def _channels(name: str, value: Any, *identifiers: str) -> Change:
    return both(*(setting(f"channels.items[{one}].{name}", value) for one in identifiers))


_DESK = ("phone", "portal", "email", "chat")
_SILENT = setting("channels.outside_hours", "")
_ONE = both(*(removing(f"channels.items[{one}]") for one in ("hotline", "portal", "email", "chat")))


def _only_phone_for(service: str) -> Change:
    return both(_ONE, setting("services.items[portal].name", service))


CASES = [
    Case(
        "CHN-01",
        setting("hours.service_exceptions[hours-portal].support_hours", "extended-hours"),
        setting("hours.service_exceptions[hours-portal].support_hours", "office-hours"),
        "hours.service_exceptions[hours-portal].support_hours",
        says="Patient portal: support works in Extended hours, but at times no channel takes reports",
        witness="Sat 2 Jan 2027 07:00 (Europe/Istanbul): support works, not staffed: “Service desk by phone”",
    ),
    Case(
        "CHN-01",
        _channels("services", ("laboratory",), "hotline"),
        _channels("services", ("laboratory", "patient-record"), "hotline"),
        "hours.service_exceptions[hours-patient-record].support_hours",
    ),
    Case(
        "CHN-01",
        _channels("services", ("laboratory", "patient-record"), *_DESK),
        both(
            _channels("services", ("laboratory", "patient-record"), *_DESK),
            setting(f"{_PHONE}.services", ("imaging", "portal", "billing")),
        ),
        "hours.service_exceptions[hours-imaging].support_hours",
        witness="no channel",
    ),
    Case(
        "CHN-02",
        _SILENT,
        both(
            _SILENT,
            _channels("hours", "around-the-clock", "email", "portal"),
            *(
                setting(f"hours.service_exceptions[hours-{one}].support_hours", "around-the-clock")
                for one in ("imaging", "portal", "billing")
            ),
        ),
        "channels.outside_hours",
        says="“Service portal”, “Service desk by e-mail”",
        witness="A report by “Emergency hotline” of Fri 1 Jan 2027 00:00",
    ),
    Case(
        "CHN-03",
        _channels("priorities", ("p2",), "phone", "chat"),
        _channels("priorities", ("p1", "p2"), "phone"),
        "channels.items[email]",
        says="P1 of Imaging archive (PACS), Patient portal, Billing and reporting can be reported only by e-mail",
        base=lambda: setting("channels.items[email].priorities", ("p1",))(sample()),
    ),
    Case(
        "CHN-03",
        setting(f"{_PHONE}.priorities", ("p2", "p3", "p4")),
        unchanged,
        "channels.items",
        says="can be reported by no channel",
    ),
    Case(
        "CHN-04",
        setting(f"{_PHONE}.starts_clock", False),
        both(setting(f"{_PHONE}.starts_clock", False), setting(f"{_PHONE}.priorities", ("p3", "p4"))),
        f"{_PHONE}.starts_clock",
        says="P1, P2 of Imaging archive (PACS), Patient portal, Billing and reporting can be reported",
    ),
    Case(
        "CHN-04",
        _channels("starts_clock", False, "phone", "portal", "email"),
        _channels("starts_clock", False, "phone", "portal"),
        f"{_PHONE}.starts_clock",
        says="P3, P4 of",
        base=lambda: setting(f"{_PHONE}.priorities", ("p3", "p4"))(sample()),
    ),
    Case(
        "CHN-05",
        _only_phone_for("Telephony"),
        _only_phone_for("Telepathy"),
        f"{_PHONE}",
        says="When Telephony is down, “Service desk by phone” may be down with it",
    ),
    Case(
        "CHN-05",
        both(_only_phone_for("Service Desk by Phone"), setting(f"{_PHONE}.kind", ChannelKind.ON_SITE)),
        both(
            _only_phone_for("Service Desk by Phone"),
            setting(f"{_PHONE}.kind", ChannelKind.ON_SITE),
            adding("channels.items", Channel(id="visit", name="Reception", kind=ChannelKind.ON_SITE)),
        ),
        f"{_PHONE}",
    ),
    Case(
        "CHN-06",
        setting(f"{_PHONE}.address", "EDITME"),
        unchanged,
        f"{_PHONE}.address",
        says="“EDITME” is a placeholder",
    ),
    Case(
        "CHN-06",
        setting(f"{_PHONE}.address", "555-0100"),
        setting(f"{_PHONE}.address", "+90 555 010 20 30"),
        f"{_PHONE}.address",
    ),
    Case(
        "CHN-06",
        setting(f"{_HOTLINE}.address", "0000 000"),
        setting(f"{_HOTLINE}.address", "444 0 444"),
        f"{_HOTLINE}.address",
    ),
    Case(
        "CHN-06",
        setting(f"{_HOTLINE}.address", "call us"),
        setting(f"{_HOTLINE}.address", "ext. 204"),
        f"{_HOTLINE}.address",
        says="is no phone number",
    ),
    Case(
        "CHN-06",
        setting("channels.items[email].address", "destek@karya"),
        setting("channels.items[email].address", "destek@karya.example; na@karya.example"),
        "channels.items[email].address",
        says="is no e-mail address",
    ),
    Case(
        "CHN-06",
        setting("channels.items[email].address", "help@example.com"),
        setting("channels.items[email].address", "help@example-hospital.com"),
        "channels.items[email].address",
    ),
    Case(
        "CHN-06",
        setting("channels.items[portal].address", "on the intranet"),
        setting("channels.items[portal].address", "https://intranet/help"),
        "channels.items[portal].address",
        says="no address on the web",
    ),
    Case(
        "CHN-06",
        setting("parties.contacts[director].phone", "[phone]"),
        setting("parties.contacts[director].phone", ""),
        "parties.contacts[director].phone",
    ),
    Case("CHN-07", setting(f"{_PHONE}.languages", ()), setting(f"{_PHONE}.languages", ("en",)), f"{_PHONE}.languages"),
    Case(
        "CHN-07",
        setting("needs.languages", ("tr", "de")),
        setting("needs.languages", ("tr",)),
        "channels.items",
        says="Users are to be served in German, which no channel speaks",
    ),
]
