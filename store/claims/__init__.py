"""Claims with their whole chain, found by rules: Document → claims.

``RuleExtractor`` is the extractor of the project's protocol; ``attributions`` gives every source,
cue and content of a document, whether they make a claim or not; ``behind`` puts those whom a
document was passed on from before the hops of its text.

>>> from store.model import Document
>>> from store.sentences import split
>>> text = "The agency Nord, citing a fisherman, reports that two boats sank near Arvi."
>>> document = Document("a.txt", text.encode(), text, "Example")
>>> (claim,) = RuleExtractor().extract(document, split(text), ())
>>> claim.span.cut(text), [hop.name for hop in claim.chain]
('two boats sank near Arvi', ['agency Nord', 'fisherman'])
"""

from store.claims.attributed import Attribution, attributions
from store.claims.extractor import RuleExtractor
from store.claims.hands import behind

__all__ = ["Attribution", "RuleExtractor", "attributions", "behind"]
