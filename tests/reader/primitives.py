"""The few things that everything else is made of: docs/vault-format.md, "Encodings" and "Keys"."""

import base64
import hashlib
import hmac
import json
import os
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Refused(Exception):
    """The vault can't be opened; the code says why, as the command line's codes do."""

    def __init__(self, code, **facts):
        super().__init__(code)
        self.code = code
        self.facts = facts


def canonical(value):
    """Canonical JSON as text. A value is of the types that JSON has, or bytes; of numbers, whole ones alone."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        value.encode("utf-8")  # an unpaired surrogate is refused
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bytes):
        return '{"$bytes":"%s"}' % value.hex()
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    raise TypeError("canonical JSON has no %s" % type(value).__name__)


def canonical_bytes(value):
    return canonical(value).encode("utf-8")


def unbase64(text):
    return base64.b64decode(text, validate=True)


def hmac256(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def same(a, b):
    return hmac.compare_digest(a, b)


def is_acceptable_kdf(memory_kib, passes, lanes):
    """The bounds that are checked before anything is run: not downgraded, not a bomb."""
    if memory_kib > 2 * 1024 * 1024 or passes > 20 or not 1 <= lanes <= 4:
        return False
    return (memory_kib >= 256 * 1024 and passes >= 3) or (memory_kib >= 64 * 1024 and passes >= 10)


def argon2id(passphrase, salt, memory_kib, passes, lanes):
    """32 bytes out of a passphrase, which is taken in its NFKC form."""
    if not is_acceptable_kdf(memory_kib, passes, lanes):
        raise Refused("unsupported_kdf")
    words = unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    return hash_secret_raw(
        words, salt, time_cost=passes, memory_cost=memory_kib, parallelism=lanes, hash_len=32, type=Type.ID, version=19
    )


def hkdf_bytes(key, salt, label, length):
    """HKDF-SHA256."""
    return HKDF(SHA256(), length, salt, label).derive(key)


def sub_key(data_key, vault_id, purpose):
    return hkdf_bytes(data_key, vault_id.encode("utf-8"), b"habeas/1/" + purpose.encode("ascii"), 32)


def unseal(key, sealed, associated):
    """Opens {nonce, ciphertext, tag}; None where key, bytes or associated data are others."""
    nonce, ciphertext, tag = (unbase64(sealed[name]) for name in ("nonce", "ciphertext", "tag"))
    if len(nonce) != 12 or len(tag) != 16:
        return None
    try:
        return AESGCM(key).decrypt(nonce, ciphertext + tag, associated)
    except InvalidTag:
        return None


def word_list():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "bip39-english.txt"), encoding="ascii") as file:
        return file.read().split()


def fingerprint(entry_hash):
    """Four words of a state of the vault."""
    bits = int.from_bytes(hashlib.sha256(b"habeas/1/fingerprint" + entry_hash).digest()[:8], "big")
    words = word_list()
    return [words[(bits >> (64 - 11 * place)) & 0x7FF] for place in (1, 2, 3, 4)]
