"""Claims with their whole chain, found by rules: Document → claims.

>>> RuleExtractor().name
'rules'
"""

from store.claims.extractor import RuleExtractor

__all__ = ["RuleExtractor"]
