"""The map from a face's codes to characters, which is what copying and searching read.

reportlab 5.1 writes a code point beyond the BMP as five hexadecimal digits, where a reader expects
UTF-16 (ISO 32000-1, 9.10.3): 𠮷 copied from the paper was another character.
"""

from __future__ import annotations

from collections.abc import Sequence

MOST_OF_A_BLOCK = 100
"""A bfchar block may hold no more (Adobe Technical Note 5014)."""


def unicode_map(name: str, subset: Sequence[int]) -> str:
    """The CMap program of a subset: `subset[code]` is a code point, 0 for no character."""
    codes = [(code, point) for code, point in enumerate(subset) if point]
    blocks = [
        codes[start : start + MOST_OF_A_BLOCK] for start in range(0, len(codes), MOST_OF_A_BLOCK)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for block in blocks:
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{_utf16(point)}>" for code, point in block]
        lines.append("endbfchar")
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()
