"""The header's copies, and the data key out of one of their slots: docs/vault-format.md, "Keys" and "Header"."""

import functools
import json
import unicodedata

from argon2.low_level import Type, hash_secret_raw

from files import parsed
from primitives import Refused, hkdf, mac, sub_key, unbase64, unseal

MEMBERS = {"format", "version", "vaultId", "generation", "cipher", "slots", "mac"}


def state_of(header):
    form, version = (header.get("format"), header.get("version")) if isinstance(header, dict) else (None, None)
    if form == "habeas-erased":
        return "erased"
    if form != "habeas-vault" or not isinstance(version, int):
        return "damaged"
    if version > 2:
        return "newer"
    whole = MEMBERS | ({"about"} if version == 2 else set()) <= set(header) and all("kind" in slot for slot in header["slots"])
    return "readable" if whole and isinstance(header["generation"], int) and header["cipher"] == "sqlcipher-4" else "damaged"


def is_authentic(header, data_key):
    body = {name: value for name, value in header.items() if name != "mac"}
    try:
        return mac(sub_key(data_key, header["vaultId"], "header"), body) == unbase64(header["mac"])
    except (AttributeError, TypeError, ValueError):  # damage that left it JSON
        return False


def slot_binding(header, slot):
    """A key in a slot is bound to the vault and to all else in the slot. The version is that of slots, 1 in any header."""
    rest = {name: value for name, value in slot.items() if name != "wrappedKey"}
    return {"format": "habeas-vault", "version": 1, "vaultId": header["vaultId"], "slot": rest}


@functools.cache
def argon2id(passphrase, salt, memory, passes, lanes):
    """Slow on purpose, and asked the same by all slots, copies of a header and copies of a vault: done once."""
    strong = memory >= 256 * 1024 and passes >= 3 or memory >= 64 * 1024 and passes >= 10
    if not strong or memory > 2 * 1024 * 1024 or passes > 20 or not 1 <= lanes <= 4:
        raise Refused("unsupported_kdf")
    secret = unicodedata.normalize("NFKC", passphrase).encode()
    return hash_secret_raw(secret, salt, passes, memory, lanes, hash_len=32, type=Type.ID, version=19)


def wrapping_key(slot, secret):
    """What opens a slot; the secret is a passphrase, or the key that a recovery code or recovery cards give."""
    if slot["kind"] == "passphrase":
        kdf = slot["kdf"]
        return argon2id(secret, unbase64(kdf["salt"]), kdf["memoryKiB"], kdf["passes"], kdf["lanes"])
    return hkdf(secret, unbase64(slot["salt"]), slot["kind"].replace("_", "-"))


class Opened:
    """A header that is authentic under the data key which one of its slots gave."""

    def __init__(self, header, slot, data_key):
        self.header, self.slot, self.data_key, self.vault_id = header, slot, data_key, header["vaultId"]

    def key(self, purpose):
        return sub_key(self.data_key, self.vault_id, purpose)

    def about(self):
        sealed = self.header.get("about")
        return json.loads(unseal(self.key("keys"), sealed, {"vaultId": self.vault_id, "part": "about"})) if sealed else None

    def audit_key(self):
        """The data key's own, or the one that a re-key carried over."""
        sealed = self.header.get("auditKey")
        return unseal(self.key("keys"), sealed, {"vaultId": self.vault_id, "part": "audit-key"}) if sealed else self.key("audit")

    def label(self, slot):
        return unseal(self.key("slot-labels"), slot["label"], {"vaultId": self.vault_id, "slot": slot["id"]}).decode()


def open_slot(header, slot, secret):
    """The data key, or None: a wrong secret and a slot that was altered can't be told apart."""
    try:
        return unseal(wrapping_key(slot, secret), slot["wrappedKey"], slot_binding(header, slot))
    except (AttributeError, KeyError, TypeError, ValueError):  # damage that left it JSON
        return None


def unlock(copies, kind, secret):
    """The first slot of a kind that the secret opens, in the newest copy of the header that is authentic."""
    headers = [parsed(copy) for copy in copies]
    states = [state_of(header) for header in headers]
    if "newer" in states:
        raise Refused("newer_version", version=headers[states.index("newer")]["version"])
    if "readable" not in states:
        raise Refused("erased") if "erased" in states else Refused("damaged", what="header")
    readable = [header for header, state in zip(headers, states) if state == "readable"]
    refusal = Refused("wrong_passphrase") if kind == "passphrase" else Refused("recovery_refused", reason="wrong")
    for header in sorted(readable, key=lambda header: header["generation"], reverse=True):
        for slot in header["slots"]:
            try:
                data_key = open_slot(header, slot, secret) if slot["kind"] == kind else None
            except Refused as unacceptable:
                refusal = unacceptable
                continue
            if data_key and is_authentic(header, data_key):
                return Opened(header, slot, data_key)
            if data_key:
                refusal = Refused("damaged", what="header")
    raise refusal


def faults_of(copies, data_key):
    """Copies that are missing, torn, or not made with the data key."""
    for place, copy in enumerate(copies):
        header = parsed(copy)
        state = "missing" if copy is None else state_of(header)
        if state == "readable" and not is_authentic(header, data_key):
            state = "altered"
        if state != "readable":
            yield {"what": "header", "copy": place, "state": state}


def facts_of(opened):
    header = opened.header
    slots = [{"kind": slot["kind"], "label": opened.label(slot), "opened": slot is opened.slot} for slot in header["slots"]]
    facts = {name: header[name] for name in ("version", "generation", "cipher")}
    return {"number": opened.vault_id, **facts, "about": opened.about(), "slots": slots}
