"""Document, sentences and date phrases → claims, in the order of the text."""

from __future__ import annotations

from pathlib import Path

from store.claims.assembly import assemble
from store.claims.page import read
from store.claims.reading import drafts
from store.claims.vocabulary import vocabulary
from store.model import Claim, DatePhrase, Document, Sentence


class RuleExtractor:
    """The extractor by rules; ``lexicon`` is the folder of a user's own vocabulary."""

    name = "rules"
    version = "1"

    def __init__(self, lexicon: Path | None = None) -> None:
        self.lexicon = lexicon

    def extract(
        self, document: Document, sentences: tuple[Sentence, ...], phrases: tuple[DatePhrase, ...]
    ) -> tuple[Claim, ...]:
        """The claims of a document in the order of the text."""
        page = read(document, vocabulary(document.language, self.lexicon), sentences, phrases)
        return assemble(page, drafts(page))
