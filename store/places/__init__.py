"""Names in any script → places: mentions in a text, and one name for all spellings.

>>> canonical("Часов Яр") == canonical("Chasov Yar")
True
"""

from store.places.find import find, find_in
from store.places.gazetteer import acts
from store.places.lore import Lore, lore
from store.places.naming import canonical
from store.places.vocabulary import entries

__all__ = ["Lore", "acts", "canonical", "entries", "find", "find_in", "lore"]
