"""One number for a whole list, and the short way from one line to it (RFC 9162, 2.1). Plain arithmetic."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def leaf(line: str) -> bytes:
    return hashlib.sha256(b"\x00" + bytes.fromhex(line)).digest()


def root(lines: Sequence[str]) -> str:
    """The root over lines of hexadecimal digits, in the order in which they are given."""
    return _root([leaf(line) for line in lines]).hex()


def path(lines: Sequence[str], place: int) -> list[str]:
    """The neighbours' numbers that lead from the line at ``place`` to the root, the nearest first."""
    return [found.hex() for found in _path([leaf(line) for line in lines], place)]


def leads_to(line: str, place: int, size: int, way: Sequence[str], expected: str) -> bool:
    """Does this line, at this place of so many, lead by this way to this root? (RFC 9162, 2.1.3.2)"""
    if not 0 <= place < size:
        return False
    here, last, found = place, size - 1, leaf(line)
    for step in way:
        if last == 0:
            return False
        neighbour = bytes.fromhex(step)
        if here % 2 or here == last:
            found = _node(neighbour, found)
            while not here % 2 and here:
                here, last = here >> 1, last >> 1
        else:
            found = _node(found, neighbour)
        here, last = here >> 1, last >> 1
    return last == 0 and found.hex() == expected


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _root(leaves: Sequence[bytes]) -> bytes:
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    half = _split(len(leaves))
    return _node(_root(leaves[:half]), _root(leaves[half:]))


def _path(leaves: Sequence[bytes], place: int) -> list[bytes]:
    if len(leaves) <= 1:
        return []
    half = _split(len(leaves))
    if place < half:
        return [*_path(leaves[:half], place), _root(leaves[half:])]
    return [*_path(leaves[half:], place - half), _root(leaves[:half])]


def _split(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << ((size - 1).bit_length() - 1)
