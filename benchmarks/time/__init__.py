"""How well, and how fast, time expressions are found and resolved, beside other tools: `python -m benchmarks.time`.

`scoring.py` has the measures of TempEval-3, `readers.py` what a reader of time is, `peers` those of others.
"""
