r"""HTML to text: the words of a page in blocks, and which of them are its article.

Ours is small and needs no library: it is what reads pages where trafilatura is not installed, and
what turns the HTML of feeds and mails, which has no menus, into text.

>>> plain_text("<p>It was <b>hit</b>.</p><p>It fell.</p>")
'It was hit.\n\nIt fell.'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from store.readers.tags import Start, Text, tokens

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "head",
    "select", "option", "button", "textarea", "audio", "video", "dialog",
})  # fmt: skip
_ASIDE = frozenset({
    "nav", "footer", "aside", "form", "menu", "figcaption",
})  # fmt: skip
_BLOCKS = _ASIDE | frozenset({
    "html", "body", "main", "article", "section", "header", "div", "center", "details", "p", "h1",
    "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "address", "summary", "ul", "ol",
    "li", "dl", "dt", "dd", "figure", "figcaption", "table", "tr", "td", "th",
})  # fmt: skip
# These end an open paragraph, and these each other, without an end tag of their own.
_ENDS_P = _BLOCKS - {"html", "body"}
_NOT_P = _BLOCKS - {"p"}
_SIBLINGS = {"li": {"li"}, "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"tr", "td", "th"}}
_SIBLINGS |= {"dt": {"dt", "dd"}, "dd": {"dt", "dd"}}
# How sites call what stands round an article, in ids, classes and roles.
_ROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|masthead|comments?|"
    r"disqus|share|sharing|social|related|recommended|popular|trending|promo|promos?|advert\w*|ads?|"
    r"banner|cookies?|consent|subscribe|subscription|newsletter|signup|paywall|popup|modal|tags|"
    r"toolbar|widget|byline|author|(?:post|entry|article)-?meta|read-?more|more-?stories|"
    r"copyright|skip-?link|hidden|sr-only|toc|search)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_DEEPEST = 200
_BLANKS = re.compile(r"[^\S\n]+")


@dataclass(slots=True, eq=False)
class Node:
    """An element: its tag, its attributes, and in order its text and the elements in it.

    ``blocky`` where it is a block element or holds one.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    above: Node | None = None
    inside: list[Node | str] = field(default_factory=list)
    blocky: bool = False

    def walk(self) -> Iterator[Node]:
        """The elements from this one on, in the order of the page."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += [each for each in reversed(node.inside) if isinstance(each, Node)]

    def mark_blocky(self) -> None:
        """Say of it and of all round it that they hold a block; each is told once."""
        node: Node | None = self
        while node is not None and not node.blocky:
            node.blocky = True
            node = node.above

    def line(self) -> Iterator[Node]:
        """The elements round it, from the nearest."""
        above = self.above
        while above is not None:
            yield above
            above = above.above

    def named(self, *tags: str) -> Iterator[Node]:
        """The elements in it that have one of these tags."""
        return (node for node in self.walk() if node.tag in tags)

    def words(self) -> str:
        """All its text on one line."""
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            each = stack.pop()
            if isinstance(each, str):
                parts.append(each)
            elif each.tag not in _UNSEEN or each is self:
                stack += reversed(each.inside)
        return " ".join("".join(parts).split())


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or cell: its words, how many letters are links, its element."""

    text: str
    tag: str
    linked: int
    node: Node


class _Builder:
    """Builds the tree; end tags that are missing or too many are forgiven."""

    def __init__(self) -> None:
        self.root = self.here = Node("#page")
        self.depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element; those end first that cannot hold it."""
        if tag in _ENDS_P:
            self._close({"p"}, _NOT_P)
        if tag in _SIBLINGS:
            self._close(_SIBLINGS[tag], {"ul", "ol", "table", "dl"})
        node = Node(tag, attributes, self.here)
        self.here.inside.append(node)
        if tag in _BLOCKS:
            node.mark_blocky()
        if tag not in _VOID and self.depth < _DEEPEST:
            self.here, self.depth = node, self.depth + 1

    def end(self, tag: str) -> None:
        """Close the nearest element of this tag."""
        self._close({tag}, set() if tag in _BLOCKS else {"body"})

    def _close(self, tags: set[str], barriers: set[str] | frozenset[str]) -> None:
        """Leave the nearest open element of these tags, unless a barrier stands before it."""
        node: Node | None = self.here
        steps = 0
        while node is not None and node.tag not in tags and node.tag not in barriers:
            node, steps = node.above, steps + 1
        if node is not None and node.tag in tags and node.above is not None:
            self.here, self.depth = node.above, self.depth - steps - 1


def tree(html: str) -> Node:
    """The elements of a page."""
    builder = _Builder()
    for token in tokens(html):
        if isinstance(token, Text):
            builder.here.inside.append(token.text)
        elif isinstance(token, Start):
            builder.start(*token)
        else:
            builder.end(token.tag)
    return builder.root


def blocks(root: Node, *, everything: bool = False) -> list[Block]:
    """The blocks of text under an element, in order.

    Without ``everything`` what stands round an article is left out: menus, footers, forms, and
    whatever a site calls so.
    """
    found: list[Block] = []
    _gather(root, root, found, everything)
    return found


def _gather(node: Node, owner: Node, found: list[Block], everything: bool) -> None:
    """Depth first; the text between two block elements is a block of its ``owner``."""
    run: list[Node | str] = []
    for each in node.inside:
        if isinstance(each, str) or not each.blocky:
            if isinstance(each, str) or everything or not _stands_round(each):
                run.append(each)
            continue
        _flush(run, owner, found)
        if each.tag not in _UNSEEN and (everything or not _stands_round(each)):
            _gather(each, each if each.tag in _BLOCKS else owner, found, everything)
    _flush(run, owner, found)


def _flush(run: list[Node | str], owner: Node, found: list[Block]) -> None:
    text, linked = _run_text(run)
    times = [each for each in run if isinstance(each, Node) and each.tag == "time"]
    # A time alone is a line of the page's head, not of the article.
    if text and text != " ".join(each.words() for each in times):
        found.append(Block(text, owner.tag, linked, owner))
    run.clear()


def _run_text(run: list[Node | str]) -> tuple[str, int]:
    """The words of inline elements, a line break for each br, and how many letters are links."""
    parts: list[str] = []
    linked = 0
    stack: list[tuple[Node | str, bool]] = [(each, False) for each in reversed(run)]
    while stack:
        each, link = stack.pop()
        if isinstance(each, str):
            parts.append(_BLANKS.sub(" ", each.replace("\n", " ")))
            linked += len(each.strip()) if link else 0
        elif each.tag == "br":
            parts.append("\n")
        elif each.tag not in _UNSEEN:
            stack += [(one, link or each.tag == "a") for one in reversed(each.inside)]
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), linked


def _stands_round(node: Node) -> bool:
    if node.tag in _ASIDE or (node.tag == "header" and not _within(node, "article", "main")):
        return True
    names = " ".join(node.attributes.get(name, "") for name in ("class", "id", "role"))
    hidden = "hidden" in node.attributes or node.attributes.get("aria-hidden") == "true"
    return node.tag not in ("html", "body", "article", "main") and (
        hidden or bool(_ROUND.search(names))
    )


def _within(node: Node, *tags: str) -> bool:
    return any(above.tag in tags for above in node.line())


def article(root: Node) -> list[Block]:
    """The blocks that are the article of a page: where most of its prose stands."""
    every = blocks(root)
    home = _home(every)
    mine = [block for block in every if home is None or _is_in(block.node, home)]
    return [block for block in mine if not _is_links(block)]


def _home(every: list[Block]) -> Node | None:
    """The element that holds the prose: paragraphs count for it wholly, for the next above half."""
    scores: dict[int, float] = {}
    nodes: dict[int, Node] = {}
    for block in every:
        if len(block.text) < 40 or _is_links(block) or block.tag in ("li", "h1", "h2", "h3"):
            continue
        above, share = block.node if block.tag in ("div", "section") else block.node.above, 1.0
        while above is not None and share > 0.2:
            nodes[id(above)] = above
            scores[id(above)] = scores.get(id(above), 0) + share * len(block.text)
            above, share = above.above, share / 2
    best = max(scores, key=lambda key: scores[key], default=None)
    return None if best is None else _widened(nodes[best])


def _widened(node: Node) -> Node:
    """The article round it, if it stands in one: a quotation in the middle may have cut it up."""
    return next((each for each in (node, *node.line()) if each.tag in ("article", "main")), node)


def _is_in(node: Node, home: Node) -> bool:
    return node is home or any(above is home for above in node.line())


def _is_links(block: Block) -> bool:
    return block.linked * 2 > len(block.text)


def plain_text(html: str) -> str:
    """All words of a piece of HTML, a blank line between blocks."""
    return "\n\n".join(block.text for block in blocks(tree(html), everything=True))
