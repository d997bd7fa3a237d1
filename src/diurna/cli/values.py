"""How option values are read: days, moments, EDTF dates."""

from __future__ import annotations

import datetime as dt

import click

from diurna.model import Edtf


class EdtfDate(click.ParamType[Edtf]):
    """An EDTF date: 2024-11-04, 2024-01, 2024-09-16/2024-09-22."""

    name = "edtf"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Edtf:
        """Return the value; an unreadable one is a usage error."""
        if isinstance(value, Edtf):
            return value
        try:
            return Edtf.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class LastDay(click.ParamType[dt.date]):
    """A day; of a month, year or interval, its last day."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the last day that the value can mean; one without an end is a usage error."""
        if isinstance(value, dt.date):
            return value
        last = EDTF_DATE.convert(value, param, ctx).latest
        if last is None:
            self.fail(f"{value!r} has no last day", param, ctx)
        return last


class Moment(click.ParamType[dt.datetime]):
    """An ISO 8601 date and time, in UTC unless it says otherwise; a bare day means its end."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime:
        """Return the moment in UTC; an unreadable one is a usage error."""
        if isinstance(value, dt.datetime):
            return value
        try:
            moment = dt.datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"not an ISO 8601 time: {value!r}", param, ctx)
        if len(str(value)) == len("2024-11-04"):
            moment = dt.datetime.combine(moment, dt.time.max)
        return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


EDTF_DATE, LAST_DAY, MOMENT = EdtfDate(), LastDay(), Moment()
