from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.clock import SystemClock, at_ms, date_of, day_of

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 6, 1, 3, 59, 59, tzinfo=BERLIN), date(2026, 5, 31)),
        (datetime(2026, 6, 1, 4, 0, tzinfo=BERLIN), date(2026, 6, 1)),
        (datetime(2026, 1, 1, 0, 30, tzinfo=UTC), date(2025, 12, 31)),
        # The nights of the change: 02:00 becomes 03:00, and 03:00 becomes 02:00.
        (datetime(2026, 3, 29, 3, 59, tzinfo=BERLIN), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN), date(2026, 3, 29)),
        (datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN), date(2026, 10, 24)),
        (datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN), date(2026, 10, 25)),
        (datetime(2026, 6, 1, 5, tzinfo=timezone(timedelta(hours=14))), date(2026, 6, 1)),
        (datetime(2026, 6, 1, 3, tzinfo=timezone(timedelta(hours=-12))), date(2026, 5, 31)),
        (datetime(1969, 12, 31, 23, tzinfo=UTC), date(1969, 12, 31)),
    ],
)
def test_a_day_of_play_changes_at_four_by_the_wall_clock(moment, expected):
    assert date_of(day_of(moment)) == expected


@given(
    st.datetimes(min_value=datetime(1950, 1, 2), max_value=datetime(2900, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)
def test_a_day_depends_on_the_wall_clock_alone(wall, offset_minutes):
    there = wall.replace(tzinfo=timezone(timedelta(minutes=offset_minutes)))
    assert day_of(there) == day_of(wall.replace(tzinfo=UTC))
    assert date_of(day_of(there)) in (wall.date(), wall.date() - timedelta(days=1))
    assert day_of(there + timedelta(days=1)) == day_of(there) + 1


@given(st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2900, 1, 1)), st.integers(-14, 14))
def test_a_moment_is_one_number_in_every_zone(wall, hours):
    moment = wall.replace(tzinfo=UTC)
    assert at_ms(moment) == at_ms(moment.astimezone(timezone(timedelta(hours=hours))))
    assert abs(at_ms(moment) - (moment - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1)) <= 0.5


def test_the_system_clock_is_aware_and_never_goes_back():
    clock = SystemClock()
    assert clock.now().utcoffset() is not None
    first = clock.monotonic_ms()
    assert isinstance(first, int)
    assert clock.monotonic_ms() >= first
