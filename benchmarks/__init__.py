"""Measurements of diurna, one command each: `python -m benchmarks.record`, `python -m benchmarks.reading` ..."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does: products are small
