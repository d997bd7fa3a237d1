"""What people read: the values of `diurna.views` as lines of styled text, for a terminal or a pipe."""

from diurna.views.text.lines import Line, Segment, plain_text

__all__ = ["Line", "Segment", "plain_text"]
