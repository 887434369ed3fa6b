r"""What holds no text that is read here, known by its first bytes.

>>> foreign(b"\x89PNG\r\n\x1a\n"), foreign(b"It was hit.")
('a PNG picture', '')
"""

from __future__ import annotations

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\0\0\x01\0", "an icon"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"\xff\xfb", "an MP3 recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM film"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document; save it as text, HTML or PDF"),
    (b"{\\rtf", "a rich-text document; save it as text, HTML or PDF"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\0\x01\0\0\0", "a font"),
    (b"OTTO", "a font"),
)
# A RIFF or ISO container says further in what it holds.
_RIFF = {b"WEBP": "a WebP picture", b"WAVE": "a WAV recording", b"AVI ": "an AVI film"}
_ISO = {b"heic": "a HEIC picture", b"avif": "an AVIF picture", b"M4A ": "an M4A recording"}
_BINARY = frozenset(range(9)) | frozenset(range(14, 27))


def foreign(head: bytes) -> str:
    """What the bytes are, with its article; empty where they may be something to read."""
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "a RIFF file")
    if head[4:8] == b"ftyp":
        return _ISO.get(head[8:12], "an MP4 film")
    found = next((kind for magic, kind in _MAGIC if head.startswith(magic)), "")
    # "BM" begins words as well; a picture has control characters right after it.
    return "" if found == "a BMP picture" and not _BINARY & set(head[:32]) else found
