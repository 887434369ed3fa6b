"""HTML to text: what is forgiven, what stands round an article, what any input comes to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.readers.markup import article, plain_text, tree
from store.readers.tags import Start, Text, tokens

PROSE = "On July 31, the ministry announced the capture of a hilltop town in the region."
OTHER = "The general staff denied the claim on Friday, saying its troops held the town."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.<p>Two.", "One.\n\nTwo."),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("<div>One <b>bold</b> <i>word</i>.<p>Two.</div>", "One bold word.\n\nTwo."),
        ("One.<br>Two.<br><br>Three.", "One.\nTwo.\n\nThree."),
        ("A &amp; B &lt;c&gt; &#8212; &nbsp;d", "A & B <c> — d"),
        ("<p>One.</div></span></p>Two.", "One.\n\nTwo."),
        ("<table><tr><td>One<td>Two<tr><td>Three</table>", "One\n\nTwo\n\nThree"),
        ("<p>One.<!-- <p>not</p> --><script>if (a < b) '<p>no</p>'</script></p>", "One."),
        ("<style>p { }</style><p title='a > b'>One.", "One."),
        ("<p>One.<![CDATA[x]]><?php echo ?></p>", "One."),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<p>One.<script>never closed", "One."),
        ("", ""),
    ],
)
def test_html_as_text(html: str, text: str) -> None:
    """As a browser would show it, without what it would not."""
    assert plain_text(html) == text


@pytest.mark.parametrize(
    "page",
    [
        "<nav>Menu</nav><article>{}</article><aside>Other</aside>",
        "<div class='site-menu'><a href=/>Home</a></div><div class='text'>{}</div>",
        "<table><tr><td><a href=/1>News</a><br><a href=/2>Sport</a></td><td>{}</td></tr></table>",
        "<main>{}<section class='related'><h3>More</h3><p>A long story of May 1 on the port.</p>"
        "</section></main>",
        "<body>{}<form><p>Subscribe to our letter, which comes on every Monday.</p></form>",
        "<div id='comments'><p>A reader: I said so on May 1, and nobody believed it.</p></div>{}",
        "<article>{}</article><footer><p>Founded on June 5, 1999, in a small town.</p></footer>",
        "<article><figure><figcaption>A street. Photo: Agency</figcaption></figure>{}</article>",
    ],
)
def test_the_article_is_what_is_left(page: str) -> None:
    """Whatever stands round it, however the page is laid out."""
    html = page.format(f"<p>{PROSE}</p><p>{OTHER}</p>")
    assert [block.text for block in article(tree(html))] == [PROSE, OTHER]


@given(st.text(alphabet="<>/!-?=\"' apdiv&#;\n", max_size=200))
def test_any_text_is_a_page(html: str) -> None:
    """Nothing is raised; no markup that was read as such comes out as text."""
    assert isinstance(plain_text(html), str)
    article(tree(html))
    read = list(tokens(html))
    assert all(token.text for token in read if isinstance(token, Text))


@pytest.mark.parametrize("piece", ["<!--", "<a ", "<p a='", "<![CDATA[", "<script>", "<div>", "</"])
def test_what_is_left_open_ends_with_the_page(piece: str) -> None:
    """A hundred thousand times over, as fast as anything else."""
    assert plain_text(f"<p>{PROSE}</p>{piece * 100_000}").startswith(PROSE)


def test_the_first_of_two_attributes_counts() -> None:
    """As in browsers; names are in small letters."""
    (start,) = tokens("<A HREF=/1 href='/2' Hidden data-x=\"a > b\">")
    assert start == Start("a", {"href": "/1", "hidden": "", "data-x": "a > b"})
