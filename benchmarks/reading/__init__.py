"""How well, and how fast, the shipped language model reads: `python -m benchmarks.reading`.

Everything is measured through the run-time package, so that what users get is what is measured. Every head has a module
with its `MEASURES`; `contract.py` says what a measure is.
"""
