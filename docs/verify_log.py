"""Checks a Daybook log by itself: python3 verify_log.py events.db [checkpoint.json ...]  (or an export: events.ndjson)

Recomputes the chain of docs/audit.md and prints the head, or the first position that is not what was written, or not
what a checkpoint says. Standard library only, which knows no Ed25519: whose checkpoint it is has to be known.
"""
import hashlib, json, sqlite3, struct, sys
from datetime import datetime

def field(value):
    data = value if isinstance(value, bytes) else str(value).encode()
    return b"\xff\xff\xff\xff" if value is None else struct.pack(">I", len(data)) + data

def of_file(path):
    query = ("SELECT position, event_id, timestamp, aggregate_type, aggregate_id, sequence, type, revision, metadata, payload_hash, hash,"
             " moment, CAST(payload AS BLOB) FROM events ORDER BY position")
    for *fields, metadata, payload_hash, found, moment, payload in sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute(query):
        entries = json.loads(metadata)
        written = json.dumps({k: str(entries[k]) for k in sorted(entries, key=str.encode)}, ensure_ascii=False, separators=(",", ":"))
        yield fields, entries, payload_hash, found, moment, written == metadata and hashlib.sha256(payload).digest() == payload_hash

def of_points(path, head):
    """The positions that the tables of points and the events do not agree about: the first of each, or the one behind a tail that was cut."""
    points = "e.type IN ('ScalarsLogged', 'HistogramsLogged') AND e.position <= (SELECT max(position) / 1000 * 1000 FROM events)"
    for by in ("project", "actor"):
        same = f"p.{by} = e.{by} AND p.position = e.position"
        missing = f"events e LEFT JOIN points_by_{by} p ON {same} WHERE {points} AND e.{by} IS NOT NULL AND p.position IS NULL"
        surplus = f"points_by_{by} p LEFT JOIN events e ON {same} AND {points} WHERE e.position IS NULL"
        for query in (f"min(e.position), max(e.position) FROM {missing}", f"min(p.position), max(p.position) FROM {surplus}"):
            first, last = sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute(f"SELECT {query}").fetchone()
            if first is not None:
                yield head + 1 if last > head else first

def of_export(path):
    for e in map(json.loads, open(path, encoding="utf-8")):
        since = datetime.fromisoformat(e["timestamp"].replace("Z", "+00:00")) - datetime.fromisoformat("1970-01-01T00:00:00+00:00")
        a = e["aggregate"] or {"type": None, "id": None, "sequence": None}
        fields = [e["position"], e["id"], round(since.total_seconds() * 1000), a["type"], a["id"], a["sequence"], e["type"], e["revision"]]
        yield fields, e["metadata"], bytes.fromhex(e["payload_hash"]), bytes.fromhex(e["hash"]), None, True

signed = {c["position"]: c["hash"] for c in (json.load(open(path)) for path in sys.argv[2:])}
position, latest, chain = 0, 0, bytes(32)
for fields, metadata, payload_hash, found, moment, sound in (of_file if sys.argv[1].endswith(".db") else of_export)(sys.argv[1]):
    position, latest = position + 1, max(latest, fields[2])
    entries = b"".join(field(k) + field(metadata[k]) for k in sorted(metadata, key=str.encode))
    chain = hashlib.sha256(chain + b"".join(map(field, fields)) + field(len(metadata)) + entries + field(payload_hash)).digest()
    if not sound or fields[0] != position or chain != found or moment not in (None, latest):
        sys.exit(f"position {position} is not what was written")
    if signed.get(position, chain.hex()) != chain.hex():
        sys.exit(f"position {position} is not what was signed")
if any(beyond > position for beyond in signed):
    sys.exit(f"position {position + 1} is missing")
for bad in of_points(sys.argv[1], position) if sys.argv[1].endswith(".db") else ():
    sys.exit(f"position {bad} is missing" if bad > position else f"position {bad} is not what was written")
print(position, chain.hex())
