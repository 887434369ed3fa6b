"""Where things lie on this machine and who is at the keyboard; read from the environment, once.

>>> store_path("/data/kharkiv.db").name
'kharkiv.db'
"""

from __future__ import annotations

import os
from pathlib import Path

NAME = "conflict-tui"


def store_path(wanted: str | None) -> Path:
    """The store file for ``--store NAME|PATH``, else CONFLICT_TUI_STORE, else the default one.

    A bare word names a store in the user's data folder; anything with a slash or an ending is a
    path.
    """
    wanted = wanted or os.environ.get("CONFLICT_TUI_STORE") or "claims"
    path = Path(wanted).expanduser()
    if path.suffix or len(path.parts) > 1:
        return path
    return data_folder() / f"{wanted}.db"


def data_folder() -> Path:
    """Where stores live, the platform's folder for a user's data."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def demo_path() -> Path:
    """The demo's own store, in the platform's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path(NAME, appauthor=False) / "demo.db"


def lexicon_folder() -> Path:
    """Where the user's own vocabulary lies: CONFLICT_TUI_LEXICONS, else a folder of the platform.

    It holds LANGUAGE/TOPIC.toml, as ``store/lexicons`` does, and need not exist.
    """
    from platformdirs import user_config_path

    named = os.environ.get("CONFLICT_TUI_LEXICONS")
    return Path(named) if named else user_config_path(NAME, appauthor=False) / "lexicons"


def settings_file() -> Path:
    """Where the user's settings are written: CONFLICT_TUI_SETTINGS, else a file of the platform.

    See ``tui.configured`` for what may stand in it; it need not exist.
    """
    from platformdirs import user_config_path

    named = os.environ.get("CONFLICT_TUI_SETTINGS")
    return Path(named) if named else user_config_path(NAME, appauthor=False) / "settings.toml"


def columns_file() -> Path:
    """Where it is kept which column of a table is what, once a person has said so."""
    return data_folder() / "columns.json"


def analyst() -> str:
    """Who signs the journal: CONFLICT_TUI_USER, else the login name."""
    named = os.environ.get("CONFLICT_TUI_USER", "").strip()
    return named or _login()


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no entry for this uid, as in some containers
        return f"uid {os.getuid()}" if hasattr(os, "getuid") else "unknown"
