"""The cast of a report: its people, organizations, countries and places under all their names."""

from diurna.claims.cast.build import cast
from diurna.claims.cast.result import Cast

__all__ = ["Cast", "cast"]
