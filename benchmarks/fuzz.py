"""Broken files for a reader, for as long as is wanted: what it does not read it has to refuse.

    python -m benchmarks.fuzz rss.xml --seconds 60     the reader of one of sample_data/formats
    python -m benchmarks.fuzz all --seconds 600        each in turn, so many seconds together

Where atheris is installed (``pip install 'conflict-tui[fuzz]'``) it looks for inputs that reach
code not yet reached; without it damage is random, and the same for the same ``--seed``. An input
that raises, or takes ten seconds, is kept in ``fuzz/``: mend what it shows, and add it to
``FILES`` in ``tests/hostile/corpus.py``.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from random import Random

KEPT = Path("fuzz")
SLOWEST = 10
"""Seconds after which an input of some kilobytes has taken too long."""


def main() -> int:
    """Try one reader or all; 1 if anything was found."""
    options = _options()
    if options.steered:
        return _steered(options.reader, options.seconds)
    from benchmarks.broken import seeds

    names = list(seeds()) if options.reader == "all" else [options.reader]
    steers = importlib.util.find_spec("atheris") is not None and not options.random
    found = 0
    for name in names:
        seconds = options.seconds // len(names)
        found += _in_another(name, seconds) if steers else _shaken(name, seconds, options.seed)
    return int(found > 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("reader", help="A file of sample_data/formats by its name, or all.")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--random", action="store_true", help="Damage at random, without atheris.")
    parser.add_argument("--steered", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


# -- at random --------------------------------------------------------------------------------


def _shaken(name: str, seconds: int, seed: int) -> int:
    """How many inputs of those that were tried raised something or took too long."""
    from benchmarks.broken import check, damaged, seeds

    end, chance, found, tried = time.monotonic() + seconds, Random(seed), 0, 0
    while time.monotonic() < end:
        tried += 1
        raw = damaged(seeds()[name], chance)
        begun = time.process_time()
        try:
            check(name, raw)
            fault = "" if time.process_time() - begun < SLOWEST else "it took too long"
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what is looked for
            fault = repr(error)
        if fault:
            found += 1
            print(f"{_keep(name, raw)}: {fault}", flush=True)
    print(f"{name}: {tried} inputs tried, {found} found", flush=True)
    return found


def _keep(name: str, raw: bytes) -> Path:
    KEPT.mkdir(exist_ok=True)
    path = KEPT / f"{sha256(raw).hexdigest()[:12]}-{name}"
    path.write_bytes(raw)
    return path


# -- by what is reached -----------------------------------------------------------------------


def _in_another(name: str, seconds: int) -> int:
    """Whether a process of its own found something; libFuzzer ends the process it runs in."""
    command = [sys.executable, "-m", "benchmarks.fuzz", name, "--seconds", str(seconds)]
    return int(subprocess.run([*command, "--steered"], check=False).returncode != 0)


def _steered(name: str, seconds: int) -> int:
    import atheris

    with atheris.instrument_imports(include=["store"]):
        from benchmarks.broken import check, seeds

    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        Path(corpus, name).write_bytes(seeds()[name])
        check(name, seeds()[name])  # reads the vocabularies, which an input is not to wait for
        bounds = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", "-max_len=20000"]
        where = [f"-artifact_prefix={KEPT}/{name}-", "-verbosity=0", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *bounds, *where, corpus], lambda raw: check(name, raw))
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
