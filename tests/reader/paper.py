"""Recovery codes and recovery cards, as people type them: docs/vault-format.md, "Recovery code" and "Recovery cards"."""

import hashlib
import re

from primitives import WORDS, Refused, hkdf

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def product(a, b, modulus):
    """In the field of polynomials over GF(2) that the modulus makes: x^5 + x^2 + 1 is 0b100101."""
    result = 0
    while b:
        result ^= a if b & 1 else 0
        a, b = a << 1, b >> 1
        a = min(a, a ^ modulus)  # taken off where it fits
    return result


def digits_of(typed):
    plain = re.sub(r"[\s\-\u2010-\u2015]", "", typed).upper().translate(str.maketrans("OIL", "011"))
    return [DIGITS.find(digit) for digit in plain]


def key_of_code(typed):
    """The 28 digits without the check digit behind each four, as ASCII."""
    digits = digits_of(typed)
    groups = [digits[start : start + 5] for start in range(0, max(len(digits), 35), 5)]
    for number, group in enumerate(groups, 1):
        check = number
        for power, digit in enumerate(group[:4], 1):
            check ^= product(digit, 1 << power, 0b100101)
        if number > 7 or -1 in group or group[4:] != [check]:
            raise Refused("recovery_refused", reason="mistyped", group=min(number, 7))
    return "".join(DIGITS[digit] for group in groups for digit in group[:4]).encode()


def read_card(typed):
    """A card's 42 bytes, from its words or from the text of its QR code."""
    if typed.strip().upper().startswith("HABEAS1:"):
        pieces, bits, wanted = digits_of(typed.split(":")[-1]), 5, 68
    else:
        places = {word[:4]: place for place, word in enumerate(WORDS)}
        pieces, bits, wanted = [places.get(word[:4], -1) for word in typed.lower().split()], 11, 31
    if len(pieces) != wanted or -1 in pieces:
        raise Refused("recovery_refused", reason="mistyped")
    filled = "".join(f"{piece:0{bits}b}" for piece in pieces)
    card = int(filled[:336], 2).to_bytes(42, "big")
    if "1" in filled[336:] or hashlib.sha256(b"habeas/1/share" + card[:39]).digest()[:3] != card[39:]:
        raise Refused("recovery_refused", reason="mistyped")
    if card[0] >> 4 != 1:
        raise Refused("recovery_refused", reason="unreadable")
    return card


def interpolated(shares):
    """Lagrange's interpolation at 0 over GF(256), byte by byte. A share's last byte is its place on the curve."""
    key = bytes(32)
    for share in shares:
        weight = 1
        for other in shares:
            if other is not share:
                weight = product(weight, other[32], 0b100011011)
                for _ in range(254):  # to the power of 254, which divides
                    weight = product(weight, other[32] ^ share[32], 0b100011011)
        key = bytes(so_far ^ product(value, weight, 0b100011011) for so_far, value in zip(key, share))
    return key


def set_id(key):
    return hkdf(key, None, "recovery-set", 4)


def key_of_cards(typed):
    """The recovery key that enough cards of one set give together; a card that was typed twice is one card."""
    cards = {read_card(one) for one in typed}
    if not cards or len(cards) < min(card[1] >> 4 for card in cards):
        raise Refused("recovery_refused", reason="too_few")
    sets = {card[2:6] for card in cards}
    if len(sets) > 1:
        raise Refused("recovery_refused", reason="other_set")
    key = interpolated([card[6:39] for card in cards])
    if {set_id(key)} != sets:
        raise Refused("recovery_refused", reason="altered")
    return key
