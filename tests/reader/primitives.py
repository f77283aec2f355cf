"""What everything else is made of: docs/vault-format.md, "Encodings", "Keys" and "Fingerprint"."""

import base64
import hashlib
import hmac
import json
import pathlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

WORDS = pathlib.Path(__file__).with_name("bip39-english.txt").read_text("ascii").split()


class Refused(Exception):
    """What was given can't be opened; the code and its parameters are those of the program's command line."""

    def __init__(self, code, **params):
        super().__init__(code)
        self.code, self.params = code, params


def canonical(value):
    """Canonical JSON as text, of the types that JSON has and of bytes."""
    if isinstance(value, bytes):
        value = {"$bytes": value.hex()}
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(member) for name, member in members) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def mac(key, value):
    """HMAC-SHA256 of canonical JSON, which is all that the format ever makes a MAC of but pages."""
    return hmac.digest(key, canonical(value).encode(), "sha256")


def hkdf(key, salt, info, length=32):
    return HKDF(SHA256(), length, salt, b"habeas/1/" + info.encode()).derive(key)


def sub_key(data_key, vault_id, purpose):
    return hkdf(data_key, vault_id.encode(), purpose)


def unbase64(text):
    plain = base64.b64decode(text, validate=True)
    if base64.b64encode(plain).decode() != text:  # spare bits that are not 0 would make two texts of the same bytes
        raise ValueError("not base64")
    return plain


def unseal(key, sealed, bound_to):
    """Opens {nonce, ciphertext, tag}; None where the key, the bytes or what they are bound to are others."""
    try:
        nonce, ciphertext, tag = (unbase64(sealed[name]) for name in ("nonce", "ciphertext", "tag"))
        return AESGCM(key).decrypt(nonce, ciphertext + tag, canonical(bound_to).encode())
    except (InvalidTag, TypeError, KeyError, ValueError):
        return None


def fingerprint(entry_hash):
    """Four words for a state of the vault: the first 44 bits, eleven a word."""
    bits = int.from_bytes(hashlib.sha256(b"habeas/1/fingerprint" + entry_hash).digest(), "big") >> (256 - 44)
    return [WORDS[bits >> shift & 2047] for shift in (33, 22, 11, 0)]
