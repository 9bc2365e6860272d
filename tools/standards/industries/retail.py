"""The standard for retail: tills and online shop first, trading hours, and quiet in the peak season."""

from __future__ import annotations

import datetime
from decimal import Decimal

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Blackout, Every, Window
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.remedies import ChronicFailure, OccurrenceCredit, Reward, Right
from slaeditor.model.agreement.responsibilities import Duty
from slaeditor.model.agreement.review import Frequency, Meeting
from slaeditor.model.quantities import ClockTime, Duration, Money, Number, Percent
from tools.standards.calendars import WEEKDAYS, opening
from tools.standards.common import (
    DATABASE,
    LOW_TARGETS,
    NETWORK,
    PLATFORM,
    URGENCIES,
    channels,
    component,
    continuity,
    identity,
    incident,
    metrics,
    service,
    survey,
    workload,
)
from tools.standards.conduct import DELIVERY, DIRECTOR, FINANCE
from tools.standards.figures import ALWAYS, EXTENDED, elapsed, working
from tools.standards.industry import Advice, Conduct, Credits, Industry, Offer, Place, Upkeep
from tools.standards.people import ladder
from tools.standards.playbook import limit, money_limits, rules, service_profile, target_profiles
from tools.standards.quality import metric
from tools.standards.ranks import impact

PLACE = Place(
    zone="Europe/Berlin",
    country="DE",
    subdivision="HE",
    eves=(
        ("christmas-eve", "Heiligabend", "Christmas Day", "14:00"),
        ("new-years-eve", "Silvester", "New Year's Day", "14:00"),
    ),
    law="the laws of the Federal Republic of Germany",
    venue="Frankfurt am Main",
)


def trading(length: str) -> Duration:
    """A length counted in the trading hours."""
    return Duration.parse(length, EXTENDED)


TILLS = service(
    "point-of-sale", "POS", "Point of sale",
    "Tills, their software, prices, receipts and the connection to payment in every store.",
    "Every till sells, takes every means of payment and prints the receipt that the law demands.",
    "no till of a store can sell, or no till of a store can take card payments",
    1, "store staff",
    components=(PLATFORM, NETWORK, component("till-software", "Till software and local server", "Store systems team", "99.95", "15 min", "45 min")),
    loads=(workload("tills", "Tills", 2_000, "at any time"), workload("receipts", "Receipts", 600_000, "day")),
    inside=("operation of the till software and the central price service", "exchange of defective tills", "updates required by fiscal law", "support for store staff"),
    outside=("payment terminals owned by the payment provider", "cash handling"),
)  # fmt: skip

SHOP = service(
    "online-shop", "WEB", "Online shop",
    "Shop on the web and in the app: search, basket, checkout and customer account.",
    "Customers find, order and pay at any hour.",
    "visitors cannot open product pages, or a basket cannot be paid for by any means of payment",
    1, "customers of the shop and its editors",
    components=(PLATFORM, DATABASE, NETWORK),
    loads=(workload("sessions", "Sessions", 20_000, "at any time"), workload("orders", "Orders", 60_000, "day")),
    inside=("operation of the shop and its interfaces", "protection against attacks from the Internet", "content delivery network"),
    outside=("content, prices and campaigns", "advertising"),
)  # fmt: skip

STOCK = service(
    "merchandise", "ERP", "Merchandise management",
    "Items, prices, purchasing, stock, transfers and replenishment.",
    "The right goods stand in the right store at the right price.",
    "no user can log in, or orders and goods received can be neither entered nor read",
    2, "purchasing, planning and store management",
    components=(PLATFORM, DATABASE),
    loads=(workload("users", "Users logged in", 800, "at any time"), workload("movements", "Stock movements", 2_000_000, "day")),
    inside=("operation of the application and its database", "interfaces to tills, shop and warehouse", "user support"),
)  # fmt: skip

WAREHOUSE = service(
    "warehouse", "WMS", "Warehouse and delivery",
    "Receipt, storage, picking, packing and handover of goods to carriers.",
    "Deliveries leave on time for stores and customers.",
    "no goods can be received, picked or handed over in a warehouse",
    2, "warehouse staff",
    components=(PLATFORM, DATABASE, NETWORK),
    loads=(workload("users", "Handheld devices logged in", 500, "at any time"), workload("picks", "Picks", 400_000, "day")),
    inside=("operation of the application and its database", "wireless access in the warehouses", "support for warehouse staff"),
    outside=("conveyors and vehicles",),
)  # fmt: skip

LOYALTY = service(
    "loyalty", "LOY", "Loyalty programme",
    "Accounts, points, coupons and their redemption in stores and online.",
    "Regular customers collect and redeem without waiting.",
    "points can be neither collected nor redeemed, or customers cannot open their account",
    4, "customers and marketing staff",
    components=(PLATFORM, DATABASE),
    loads=(workload("accounts", "Accounts", 3_000_000, "at any time"),),
    inside=("operation of the application and its database", "interfaces to tills and shop", "user support"),
    outside=("design of campaigns",),
)  # fmt: skip

SELLING = (TILLS.id, SHOP.id)
STEPS = (("99.6", "5"), ("99.3", "10"), ("99", "15"))

OFFERS = (
    Offer(service=TILLS, percent="99.6", base=EXTENDED, longest_outage=elapsed("1 h"), outages=4, continuity=continuity(TILLS.id, "1 h", "15 min", "15 min", 6),
          thresholds=STEPS, service_hours=EXTENDED, support_hours=EXTENDED,
          hours_remark="On Sundays on which stores may open, the Customer announces the stores and the hours as a campaign."),
    Offer(service=SHOP, percent="99.8", longest_outage=elapsed("1 h"), outages=4, continuity=continuity(SHOP.id, "1 h", "5 min", "5 min", 3),
          thresholds=(("99.8", "5"), ("99.5", "10"), ("99", "15")), service_hours=ALWAYS, support_hours=ALWAYS),
    Offer(service=STOCK, percent="99.5", continuity=continuity(STOCK.id, "2 h", "15 min", "15 min", 6), thresholds=(("99.5", "5"), ("99", "10"), ("98", "15"))),
    Offer(service=WAREHOUSE, percent="99.5", continuity=continuity(WAREHOUSE.id, "2 h", "15 min", "15 min", 6), thresholds=(("99.5", "5"), ("99", "10"), ("98", "15"))),
    Offer(service=LOYALTY, percent="99", continuity=continuity(LOYALTY.id, "2 h", "1 h", "1 h", 12), thresholds=(("99", "3"), ("98", "6"), ("97", "10"))),
)  # fmt: skip

INDUSTRY = Industry(
    name="retail",
    field="retail",
    identity=identity("STD-RETAIL", "Service Level Agreement for Store, Shop and Supply Systems", 36, 12, 90, 180, 30),
    place=PLACE,
    week=(opening(WEEKDAYS, "08:00", "18:00"),),
    extended=(opening((*WEEKDAYS, Weekday.SATURDAY), "07:00", "22:00"),),
    offers=OFFERS,
    default_support=EXTENDED,
    impacts=(
        impact(1, "Selling stops", "No till of a store can sell, the online shop takes no orders, or a warehouse hands over no goods, during trading hours.", ("a store has closed its doors", "checkout fails for every means of payment"), None, None),
        impact(2, "Selling is hindered", "At least 21 users cannot work with a Service, or a store sells with less than half of its tills.", ("card payment fails at some tills", "prices arrive late"), 21, None),
        impact(3, "Single users or tills", "One to 20 users cannot work with a Service, or a single till is out of order.", ("a receipt printer is defective",), 1, 20),
        impact(4, "No effect on work", "No user is kept from work.", ("a report shows an old logo",), 0, 0),
    ),
    urgencies=URGENCIES,
    disputed_by="the Customer’s head of IT in a peak trading period, or the Provider’s service manager at any other time,",
    targets=(
        incident("selling-p1", "p1", elapsed("15 min"), elapsed("30 min"), elapsed("45 min"), elapsed("1 h"), "5 wd", 95, 5, SELLING),
        incident("selling-p2", "p2", trading("30 min"), trading("1 h"), trading("2 h"), trading("4 h"), "10 wd", 95, 5, SELLING),
        incident("selling-p3", "p3", working("2 h"), working("4 h"), working("6 h"), working("8 h"), "20 wd", 90, 10, SELLING),
        incident("selling-p4", "p4", working("8 h"), working("3 wd"), None, working("5 wd"), "30 wd", 90, 10, SELLING),
        incident("p1", "p1", elapsed("30 min"), elapsed("1 h"), elapsed("90 min"), elapsed("2 h"), "5 wd", 95, 5),
        incident("p2", "p2", trading("1 h"), trading("2 h"), trading("4 h"), trading("8 h"), "10 wd", 95, 5),
        *LOW_TARGETS,
    ),
    ladder=ladder(30, 35, 45, 50, 55),
    channels=channels(("en", "de"), desk=EXTENDED),
    partial_outage="its length counts for the point of sale in the proportion of the stores affected to all stores, and for other Services in the proportion of the users affected to all users",
    measuring_point="the store’s network connection for the point of sale, at a place on the public Internet outside the Provider’s network for the online shop, and at the exit of the Provider’s data centre for the other Services",
    upkeep=Upkeep(
        windows=(
            Window(
                id="thursday", name="Thursday before opening", weekday=Weekday.THURSDAY, every=Every.WEEK, start=ClockTime.parse("04:00"),
                duration=elapsed("2 h"), zone=PLACE.zone,
            ),
        ),
        blackouts=(
            Blackout(id="peak-season", name="Peak season", start=datetime.date(2026, 11, 15), end=datetime.date(2027, 1, 6)),
            Blackout(id="summer-sale", name="Summer sale", start=datetime.date(2027, 7, 20), end=datetime.date(2027, 8, 3), services=SELLING),
        ),
        notice=working("3 wd"),
        monthly_cap=elapsed("10 h"),
        emergency_notice=elapsed("1 h"),
        emergency_cap=elapsed("2 h"),
    ),
    metrics=(
        *metrics(),
        metric(
            "till-exchange", "M5", "Tills exchanged by the next Working Day",
            "Share of the defective tills that work again, repaired or exchanged, at the end of the Working Day that follows the report.",
            "tills working again in time ÷ tills reported defective", "%", "92", "97",
        ),
    ),
    survey=survey("after every tenth ticket that is closed, of the store or the user who reported it", "4", 50),
    credits=Credits(
        monthly_cap="15",
        yearly_cap="10",
        late={"selling-p1": (("95", "1"), ("90", "2"), ("80", "3")), "p1": (("95", "0.5"), ("85", "1"))},
        occurrences=(
            OccurrenceCredit(
                id="store-closed", name="Store that cannot sell for longer than the time for restoring a critical Incident", services=(TILLS.id,),
                priorities=("p1",), amount=Money(Decimal(250), "EUR"), most=10,
            ),
        ),
        rewards=(
            Reward(
                id="peak", name="Selling systems above their promise", months=3, at_least=Number("99.95"),
                metrics=tuple(f"availability:av-{one}:{one}" for one in SELLING), earn_back=Percent(25), limit=Percent(25),
            ),
        ),
        repeated=Right.TERMINATE_SERVICE,
        rights_days=60,
        chronic=(
            *(
                ChronicFailure(
                    id=f"{one.id}-in-a-row", name=f"{one.name} missed in a row", missed=2, consecutive=True,
                    metrics=(f"availability:av-{one.id}:{one.id}",), right=Right.TERMINATE_AGREEMENT, within_days=60,
                )
                for one in (TILLS, SHOP)
            ),
        ),
        action_plan=working("5 wd"),
    ),
    conduct=Conduct(
        interval_months=12,
        change_notice_days=30,
        meetings=(
            Meeting(
                id="peak-preparation", name="Preparation of the peak season", frequency=Frequency.YEARLY,
                attendees=("the Provider’s service manager", "the Customer’s head of IT", "the Customer’s heads of stores and of the online shop"),
                agenda=("expected load", "results of the load tests", "staffing on the strongest days", "freeze of changes"),
            ),
        ),
    ),
    duties=(
        Duty(
            id="announce-campaigns", name="Announce campaigns and openings outside the ordinary trading hours", accountable=Side.CUSTOMER,
            responsible="the Customer’s head of marketing", informed="the Provider’s service manager", deadline=working("15 wd"),
        ),
        Duty(
            id="load-test", name="Test the selling systems under the load expected for the peak season", accountable=Side.PROVIDER,
            responsible="the Provider’s operations team", consulted="the Customer’s head of the online shop", informed="the Customer’s head of IT",
        ),
    ),
    advice=Advice(
        rules=rules((30_000, 8_000, 1_500, 150), (60, 240, 480, 1440), (0, 15, 240), 500),
        profiles=(
            service_profile(1, "99.9", "an outage stops selling or endangers people", 3),
            service_profile(2, "99.7", "goods or orders stand still without it", 6),
            service_profile(3, "99.5", "the work of the day stops without it", 12),
            service_profile(4, "99", "people can do without it for a day", 12),
            service_profile(5, "98", "nobody is kept from work", None),
        ),
        targets=target_profiles("1 h", "2 h", "4 h"),
        credits={
            1: (("0", "5"), ("0.3", "10"), ("0.9", "15")),
            2: (("0", "5"), ("0.3", "10"), ("0.7", "15")),
            3: (("0", "5"), ("0.5", "10"), ("1.5", "15")),
            4: (("0", "3"), ("1", "6"), ("2", "10")),
            5: (("0", "3"), ("2", "6")),
        },
        limits=(
            limit("availability.promises[*].percent", "99.8", "99.9", DIRECTOR, "Above this, one failed release in a month breaks the promise."),
            limit("targets.items[*].restore", "2 h", "1 h", DELIVERY, "A store is reached and restarted in about forty minutes."),
            limit("remedies.occurrences[*].amount", "250 EUR", "400 EUR", FINANCE, "Amounts for each event grow with the number of stores."),
            *money_limits(("10", "15"), ("8", "10")),
            limit("identity.convenience_notice_days", "180", "90", DIRECTOR, "Store equipment is paid off over years."),
            limit("metrics.satisfaction[*].target", "4", "4.2", DELIVERY, "Surveys in stores have reached this value and not more."),
        ),
    ),
)  # fmt: skip
