"""Validation of the hosts of URLs: IP addresses, ASCII names and IDNA names."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from functools import cache

_IPV4 = re.compile(r"[0-9]+(?:\.[0-9]+){3}")
_ASCII_DOT = re.compile(r"\.")
_DOTS = re.compile("[.\u3002\uff0e\uff61]")
"""Full stops that separate labels (RFC 3490, section 3.1)."""

_MAX_LABEL = 63
_VIRAMA = 9
"""Combining class of the viramas of Indic scripts."""

_LETTERS_DIGITS = frozenset({"Ll", "Lo", "Lm", "Mn", "Mc", "Nd"})
_EXCEPTIONS = frozenset("\u00df\u03c2\u06fd\u06fe\u0f0b\u3007")
"""Characters that RFC 5892, section 2.6, permits in addition."""

_EXCLUDED = re.compile(
    "[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b\u1100-\u11ff\u3164\ua960-\ua97c"
    "\ud7b0-\ud7fb\uffa0\u034f\u180b-\u180f\u17b4\u17b5\ufe00-\ufe0f\U000e0100-\U000e01ef"
    "\u20d0-\u20ff\U0001d100-\U0001d24f]"
)
"""Other characters that it excludes: ignorable ones, conjoining Hangul, music."""

_JAPANESE = (
    *("HIRAGANA LETTER", "KATAKANA LETTER"),
    *("CJK UNIFIED IDEOGRAPH", "IDEOGRAPHIC ITERATION MARK"),
)
"""Beginnings of the names of Hiragana, Katakana and Han characters."""

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"})
_LEFT_TO_RIGHT = frozenset({"L", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"})


def is_host(value: str) -> bool:
    """Return whether a URL with this host can be requested.

    Args:
        value: Host without port; an IPv6 address without brackets.
    """
    if ":" in value or _IPV4.fullmatch(value):
        return _is_address(value)
    is_label, dots = (
        (_is_ascii_label, _ASCII_DOT) if value.isascii() else (_is_idna_label, _DOTS)
    )
    *labels, last = dots.split(value.lower())
    # A full stop at the end denotes the root.
    return all(map(is_label, labels)) and (
        is_label(last) or (not last and bool(labels))
    )


def _is_address(value: str) -> bool:
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return False
    return True


def _is_ascii_label(label: str) -> bool:
    return 0 < len(label) <= _MAX_LABEL


def _is_idna_label(label: str) -> bool:
    """Return whether a label of a host with other characters is valid (RFC 5891)."""
    is_ascii = label.isascii()
    octets = label if is_ascii else f"xn--{label.encode('punycode').decode()}"
    if not label or len(octets) > _MAX_LABEL:
        return False
    if is_ascii and label.startswith("xn--"):
        return True
    is_normal = unicodedata.normalize("NFC", label) == label
    hyphens = label[2:4] == "--" or label[0] == "-" or label[-1] == "-"
    is_mark = unicodedata.category(label[0]).startswith("M")
    return (
        is_normal
        and not hyphens
        and not is_mark
        and all(
            _is_permitted(character) or _is_permitted_in_context(label, index)
            for index, character in enumerate(label)
        )
        and _has_consistent_direction(label)
    )


def _is_permitted(character: str) -> bool:
    """Return whether IDNA 2008 permits a character in any context (RFC 5892)."""
    if character.isascii():
        return character.isalnum() or character == "-"
    if character in _EXCEPTIONS:
        return True
    folded = unicodedata.normalize("NFKC", character).casefold()
    return (
        unicodedata.normalize("NFKC", folded) == character
        and unicodedata.category(character) in _LETTERS_DIGITS
        and not _EXCLUDED.match(character)
    )


def _is_permitted_in_context(label: str, index: int) -> bool:
    """Return whether a label may have a character at a position (RFC 5892, appendix A)."""
    before, after = label[:index], label[index + 1 :]
    match label[index]:
        case "\u00b7":  # middle dot
            return before.endswith("l") and after.startswith("l")
        case "\u0375":  # Greek lower numeral sign
            return _has_script(after[:1], "GREEK")
        case "\u05f3" | "\u05f4":  # Hebrew punctuation
            return _has_script(before[-1:], "HEBREW")
        case "\u30fb":  # Katakana middle dot
            return any(
                _has_script(each, *_JAPANESE)
                for each in before + after
                if each != "\u30fb"
            )
        case "\u200c":  # zero width non-joiner
            return _ends_in_virama(before) or _are_joined(before, after)
        case "\u200d":  # zero width joiner
            return _ends_in_virama(before)
        case _:
            return False


def _has_script(character: str, *scripts: str) -> bool:
    """Return whether the name of a letter begins with a script; `False` for no letter."""
    return bool(character) and unicodedata.name(character, "").startswith(scripts)


def _ends_in_virama(text: str) -> bool:
    return bool(text) and unicodedata.combining(text[-1]) == _VIRAMA


def _are_joined(before: str, after: str) -> bool:
    """Return whether Arabic letters on both sides of a position join across it."""
    return bool(before and after) and (
        before[-1] in _joining_letters("INITIAL FORM")
        and after[0] in _joining_letters("FINAL FORM")
    )


@cache
def _joining_letters(form: str) -> frozenset[str]:
    """Return the Arabic letters that have a presentation form, by the end of its name."""
    return frozenset(
        chr(int(code, 16))
        for point in range(0xFB50, 0xFEFF)
        if unicodedata.name(chr(point), "").endswith(form)
        for _, *codes in [unicodedata.decomposition(chr(point)).split()]
        if len(codes) == 1
        for code in codes
    )


def _has_consistent_direction(label: str) -> bool:
    """Return whether a label satisfies the bidi rule (RFC 5893, section 2)."""
    kinds = [unicodedata.bidirectional(character) for character in label]
    if not {"R", "AL", "AN"} & set(kinds):
        return True
    while kinds[-1] == "NSM":
        kinds.pop()
    if kinds[0] in ("R", "AL"):
        is_mixed = {"EN", "AN"} <= set(kinds)
        ends = kinds[-1] in ("R", "AL", "EN", "AN")
        return set(kinds) <= _RIGHT_TO_LEFT and ends and not is_mixed
    ends = kinds[-1] in ("L", "EN")
    return kinds[0] == "L" and set(kinds) <= _LEFT_TO_RIGHT and ends
