"""Runs the pure function from reports to claims, in batches."""

from diurna.engine.asking import understand
from diurna.engine.reading import BATCH, read_reports

__all__ = ["BATCH", "read_reports", "understand"]
