"""diurna: an auditable record of who did what with whom, according to whom, and with what standing."""

__version__ = "0.1.0"
