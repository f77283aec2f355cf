"""SQLCipher 4 files, page by page, and their write-ahead log: docs/vault-format.md, "Database files". Nothing is written anywhere."""

import hashlib
import hmac
import sqlite3
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, CONTENT = 4096, 4016
MAGIC = b"SQLite format 3\0"
LOCKS = (1 << 30) // PAGE + 1  # the one page that SQLite never writes, so that it has no MAC


def mac_key(raw_key, salt):
    return hashlib.pbkdf2_hmac("sha512", raw_key, bytes(byte ^ 0x3A for byte in salt), 2, 32)


def open_page(raw_key, key, page, number):
    """The page in clear, or None where its MAC is not the one that its content and its place ask for."""
    start = 16 if number == 1 else 0
    wanted = hmac.digest(key, page[start : CONTENT + 16] + struct.pack("<I", number), "sha512")
    if not hmac.compare_digest(wanted, page[CONTENT + 16 :]):
        return None
    decryptor = Cipher(algorithms.AES(raw_key), modes.CBC(page[CONTENT : CONTENT + 16])).decryptor()
    return MAGIC[:start] + decryptor.update(page[start:CONTENT]) + bytes(PAGE - CONTENT)


def checksum(order, data, s0=0, s1=0):
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2]):
        s0 = s0 + first + s1 & 0xFFFFFFFF
        s1 = s1 + second + s0 & 0xFFFFFFFF
    return s0, s1


def read_log(log):
    """The committed pages of a log by number, encrypted and with their frame, and the database's size after the last commit in it."""
    committed, waiting, size = {}, {}, 0
    if log is None or len(log) < 32:
        return committed, size
    magic, _, _, _, *salts, c0, c1 = struct.unpack(">8I", log[:32])
    order = ">" if magic == 0x377F0683 else "<"
    sums = checksum(order, log[:24])
    if magic not in (0x377F0682, 0x377F0683) or sums != (c0, c1):
        return committed, size
    for frame, at in enumerate(range(32, len(log) - PAGE - 23, PAGE + 24), 1):
        page = log[at + 24 : at + 24 + PAGE]
        number, size_after, *found, c0, c1 = struct.unpack(">6I", log[at : at + 24])
        sums = checksum(order, page, *checksum(order, log[at : at + 8], *sums))
        if found != salts or sums != (c0, c1):
            break  # what follows was never finished, or is left over from before the log was begun anew
        waiting[number] = page, frame
        if size_after:
            committed, waiting, size = committed | waiting, {}, size_after
    return committed, size


def read_database(data, log, raw_key, what):
    """A database and its log as one database in clear, None where it can't be, with its faults. Pages that fail are zeros in it."""
    if not data:
        return None, [{"what": what, "state": "missing" if data is None else "empty"}]
    faults = [{"what": what, "cutShortAfter": len(data) // PAGE}] if len(data) % PAGE else []
    key = mac_key(raw_key, data[:16])
    logged, size = read_log(log)
    clear = []
    for number in range(1, (size or len(data) // PAGE) + 1):
        page, frame = logged.get(number) or (data[(number - 1) * PAGE : number * PAGE], None)
        plain = bytes(PAGE) if number == LOCKS else open_page(raw_key, key, page, number)
        if plain is None:
            faults.append({"what": what, "page": number, **({"logFrame": frame} if frame else {})})
        clear.append(plain or bytes(PAGE))
    if not clear or not clear[0].startswith(MAGIC):
        return None, faults
    # The two bytes that say "write-ahead log" would make SQLite look for one beside a database that is only in memory.
    clear[0] = clear[0][:18] + b"\1\1" + clear[0][20:]
    return b"".join(clear), faults


def in_memory(clear):
    """A database in clear, which can be asked and not changed; what SQLite wants to put aside stays in memory as well."""
    db = sqlite3.connect(":memory:")
    db.deserialize(clear)
    db.row_factory = sqlite3.Row
    db.executescript("PRAGMA temp_store = MEMORY; PRAGMA query_only = ON")
    return db
