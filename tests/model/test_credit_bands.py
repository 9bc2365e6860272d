"""Bands of credits: no result falls into none or into two of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from slaeditor import shipped
from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import Threshold
from slaeditor.model.credit_bands import Band, band_of, bands, direction_of, judged_metrics
from slaeditor.model.quantities import Number, Percent

HIGHER, LOWER = Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER


def threshold(number: int, below: str, credit: str) -> Threshold:
    """One row."""
    return Threshold(id=f"t{number}", below=Number(below), credit=Percent(credit))


THREE = (threshold(1, "99.9", "5"), threshold(3, "98", "15"), threshold(2, "99.5", "10"))


def test_bands_reach_from_one_threshold_to_the_next() -> None:
    assert bands(THREE, HIGHER) == (
        Band(None, Number("99.9"), Percent(0)),
        Band(Number("99.9"), Number("99.5"), Percent(5), "t1"),
        Band(Number("99.5"), Number("98"), Percent(10), "t2"),
        Band(Number("98"), None, Percent(15), "t3"),
    )


def test_a_result_at_a_threshold_falls_into_the_better_band() -> None:
    found = bands(THREE, HIGHER)
    assert [band_of(found, Number(one), HIGHER).row for one in ("100", "99.9", "99.89", "99.5", "98", "0")] == [
        "", "", "t1", "t1", "t2", "t3",
    ]  # fmt: skip
    hours = (threshold(1, "4", "5"), threshold(2, "8", "10"))
    found = bands(hours, LOWER)
    assert [band_of(found, Number(one), LOWER).row for one in ("0", "4", "4.1", "8", "9")] == ["", "", "t1", "t1", "t2"]


def test_rows_that_are_not_complete_or_say_a_level_again_make_no_band() -> None:
    rows = (*THREE, Threshold(id="empty"), Threshold(id="half", below=Number("97")), threshold(9, "99.5", "50"))
    assert bands(rows, HIGHER) == bands(THREE, HIGHER)
    assert bands((), HIGHER) == (Band(None, None, Percent(0)),)


figures = st.decimals(min_value=0, max_value=100, places=3).map(Number)


@given(st.lists(figures, max_size=8), figures, st.sampled_from(Direction))
def test_every_result_falls_into_exactly_one_band(levels: list[Number], result: Number, direction: Direction) -> None:
    rows = tuple(Threshold(id=f"t{n}", below=level, credit=Percent(n + 1)) for n, level in enumerate(levels))
    found = bands(rows, direction)
    sign = 1 if direction is HIGHER else -1
    at = sign * result.value
    inside = [
        band
        for band in found
        if (band.better is None or at < sign * band.better.value)
        and (band.worse is None or at >= sign * band.worse.value)
    ]
    assert inside == [band_of(found, result, direction)]
    assert [one.worse for one in found[:-1]] == [one.better for one in found[1:]]


def test_the_direction_is_that_of_the_metrics() -> None:
    document = shipped.sample()
    for schedule in document.remedies.schedules:
        assert direction_of(judged_metrics(document, schedule)) is HIGHER
    assert direction_of((Metric(id="m", direction=LOWER),)) is LOWER
    assert direction_of((Metric(id="m", direction=LOWER), Metric(id="n"))) is HIGHER
    assert direction_of(()) is HIGHER
