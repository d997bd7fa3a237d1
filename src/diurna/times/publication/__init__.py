"""When a report came out: stated in its text, or inferred from what its text says about the calendar."""

from diurna.times.publication.infer import infer_published
from diurna.times.publication.stated import stated_published

__all__ = ["infer_published", "stated_published"]
