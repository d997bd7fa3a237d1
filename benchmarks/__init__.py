"""Measurements of diurna, one command each: `python -m benchmarks.record`, `python -m benchmarks.throughput`."""
