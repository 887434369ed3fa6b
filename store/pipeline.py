"""From a document to its analysis: the stages composed, and nothing else.

>>> from store.model import Document, Publication
>>> text = "On July 31, the ministry announced the capture of the town."
>>> published = Publication("2025-08-03", "given")
>>> read = Document("a.txt", text.encode(), text, "Example", published=published)
>>> [dating.edtf for dating in analyse(read).datings]
['2025-07-31']
"""

from __future__ import annotations

from pathlib import Path

from store import dates, sentences
from store.claims import RuleExtractor, behind
from store.model import Analysis, Document, Extractor


def analyse(
    document: Document, lexicon: Path | None = None, extractor: Extractor | None = None
) -> Analysis:
    """One reading of a document, byte for byte the same however often it is read.

    ``lexicon`` is the folder of a user's own vocabulary, laid over ours; ``extractor`` stands in
    place of the rules.
    """
    extractor = extractor or RuleExtractor(lexicon)
    split = sentences.split(document.text, document.language, document.skipped, document.title)
    phrases = dates.recognise(document.text, split, document.language, lexicon)
    return Analysis(
        document=document,
        sentences=split,
        phrases=phrases,
        datings=dates.resolve(phrases, document.published),
        claims=behind(extractor.extract(document, split, phrases), document, lexicon),
        extractor=f"{extractor.name} {extractor.version}",
    )
