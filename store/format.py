"""How a store is known: by the number of the program, and by that of the format it is in.

>>> APPLICATION_ID.to_bytes(4, "big")
b'ctui'
"""

from __future__ import annotations

# "ctui" in ASCII: tells our files from other SQLite files (PRAGMA application_id).
APPLICATION_ID = 0x63747569
VERSION = 6
"""The newest format, which ``store.schema`` is the SQL of (PRAGMA user_version)."""
