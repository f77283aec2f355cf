"""Recovery codes and recovery cards: docs/vault-format.md, "Recovery code" and "Recovery cards"."""

import hashlib
import re
import unicodedata

from primitives import Refused, hkdf_bytes, word_list

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CARD_BYTES = 42


def double32(element):
    element <<= 1
    return (element ^ 0b100101) & 31 if element & 32 else element


def product32(a, b):
    """In GF(32) with x^5 + x^2 + 1."""
    result = 0
    for bit in (16, 8, 4, 2, 1):
        result = double32(result)
        if b & bit:
            result ^= a
    return result


def check_digit(group, values):
    total, weight = group, 2
    for value in values:
        total ^= product32(value, weight)
        weight = double32(weight)
    return total


def plain_digits(typed):
    return unicodedata.normalize("NFKC", typed).upper().replace("O", "0").replace("I", "1").replace("L", "1")


def key_of_code(typed):
    """The 28 digits without their check digits, in ASCII."""
    digits = re.sub(r"[\s_.,:;·\-\u2010-\u2015]", "", plain_digits(typed))
    groups = [digits[start : start + 5] for start in range(0, len(digits), 5)]
    for number, group in enumerate(groups, 1):
        values = [DIGITS.find(digit) for digit in group]
        if len(values) != 5 or -1 in values or check_digit(number, values[:4]) != values[4]:
            raise Refused("recovery_refused", reason="mistyped", group=number)
    if len(groups) != 7:
        raise Refused("recovery_refused", reason="mistyped", group=min(len(groups) + 1, 7))
    return "".join(group[:4] for group in groups).encode("ascii")


def bytes_of_pieces(pieces, bits):
    whole = 0
    for piece in pieces:
        whole = whole << bits | piece
    spare = len(pieces) * bits - CARD_BYTES * 8
    if whole & ((1 << spare) - 1):
        raise Refused("recovery_refused", reason="mistyped")
    return (whole >> spare).to_bytes(CARD_BYTES, "big")


def read_card(typed):
    """A card's parts, from its words or from the text of its QR code."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    if plain.upper().startswith("HABEAS1:"):
        digits = plain_digits(plain.split(":")[-1])
        pieces, bits, wanted = [DIGITS.find(digit) for digit in digits], 5, 68
    else:
        places = {word[:4]: place for place, word in enumerate(word_list())}
        typed_words = re.findall(r"[a-z]+", plain.lower())
        pieces, bits, wanted = [places.get(word[:4], -1) for word in typed_words], 11, 31
    if len(pieces) != wanted or -1 in pieces:
        raise Refused("recovery_refused", reason="mistyped")
    data = bytes_of_pieces(pieces, bits)
    content, check = data[:-3], data[-3:]
    if hashlib.sha256(b"habeas/1/share" + content).digest()[:3] != check:
        raise Refused("recovery_refused", reason="mistyped")
    if content[0] >> 4 != 1:
        raise Refused("recovery_refused", reason="unreadable")
    return {
        "number": content[0] & 15,
        "needed": content[1] >> 4,
        "total": content[1] & 15,
        "setId": content[2:6].hex(),
        "share": content[6:],
    }


def product256(a, b):
    """In GF(256) with x^8 + x^4 + x^3 + x + 1."""
    result = 0
    while b:
        if b & 1:
            result ^= a
        a = (a << 1) ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return result


def inverse256(a):
    result = 1
    for _ in range(254):
        result = product256(result, a)
    return result


def combine(shares):
    """Lagrange's interpolation at zero, byte by byte; the last byte of a share is its place on the curve."""
    places = [share[-1] for share in shares]
    weights = []
    for place in places:
        weight = 1
        for other in places:
            if other != place:
                weight = product256(weight, product256(other, inverse256(other ^ place)))
        weights.append(weight)
    secret = bytearray(len(shares[0]) - 1)
    for share, weight in zip(shares, weights):
        for at in range(len(secret)):
            secret[at] ^= product256(share[at], weight)
    return bytes(secret)


def set_id(key):
    return hkdf_bytes(key, b"", b"habeas/1/recovery-set", 4).hex()


def key_of_cards(typed):
    """The recovery key that enough cards of one set give together."""
    cards = {card["number"]: card for card in (read_card(one) for one in typed)}
    first = next(iter(cards.values()), None)
    if first is None or len(cards) < first["needed"]:
        raise Refused("recovery_refused", reason="too_few")
    if any(card["setId"] != first["setId"] for card in cards.values()):
        raise Refused("recovery_refused", reason="other_set")
    key = combine([card["share"] for card in cards.values()])
    if set_id(key) != first["setId"]:
        raise Refused("recovery_refused", reason="altered")
    return key


def wrapping_key(kind, key, salt):
    return hkdf_bytes(key, salt, b"habeas/1/" + kind.replace("_", "-").encode("ascii"), 32)
