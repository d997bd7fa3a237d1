"""`python -m diurna.cli`."""

from diurna.cli import main

main()
