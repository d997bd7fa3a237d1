"""EDTF dates (ISO 8601-2:2019; Library of Congress, 4 February 2019) as immutable values.

Supported are levels 0 and 1 within the years 1 to 9999, and of level 2 what is one stretch of days: `[a..b]`, the
numbers 25 to 41 in place of a month (seasons by hemisphere, quarters, thirds and halves of a year) and unspecified
digits at the end of any date (`1984-1X`, `1XXX-XX`); besides, weeks of ISO 8601 (`2024-W10`). Refused are years that
Python's calendar does not have, whose values would have no bounds to compare, and what has gaps (`{1960,1961-12}`,
`156X-12-25`), of which relations by bounds would say what is not so. Qualified parts of a date (`2004-06~-11`) and
significant digits (`1950S2`) are not read.
"""

from diurna.model.edtf.shifting import Unit
from diurna.model.edtf.value import Certainty, Edtf

__all__ = ["Certainty", "Edtf", "Unit"]
