"""The main text of a page as trafilatura finds it: imported where the extra ``web`` is there."""

from __future__ import annotations


def main_text(html: str) -> list[str]:
    """The paragraphs of the article; none where there is no article."""
    from trafilatura import extract

    found = extract(
        html,
        output_format="txt",
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        deduplicate=False,
    )
    return [line.strip() for line in (found or "").split("\n") if line.strip()]
