"""Names in any script → places: mentions in a text, and one name for all spellings.

>>> canonical("Часов Яр") == canonical("Chasov Yar")
True
"""

from store.places.find import find, find_in
from store.places.gazetteer import canonical, entries

__all__ = ["canonical", "entries", "find", "find_in"]
