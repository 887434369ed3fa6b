"""The scrollbar is painted anew exactly where it looks otherwise than before."""

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.scrollbar import ScrollBarRender

from tui.widgets.scroller import thumb


def _drawn(top: int, lines: int, height: int) -> list[Segment]:
    bar = ScrollBarRender.render_bar(height, lines, height, top)
    return list(bar.segments)


@given(st.data(), st.integers(1, 60), st.integers(1, 2_000_000))
def test_same_thumb_is_drawn_the_same(data: st.DataObject, height: int, more: int) -> None:
    """Two lines on top whose thumb begins at the same eighth have the same scrollbar."""
    one, other = (data.draw(st.integers(0, more)) for _ in range(2))
    lines = height + more
    if thumb(one, lines, height) == thumb(other, lines, height):
        assert _drawn(one, lines, height) == _drawn(other, lines, height)
