"""Reads every kind of connector, item and file with the official Python SDK, whose models check what they parse.

Usage: parse_answers.py BASE_URL SDK_VERSION. Run by test/sdk/run.sh, in an environment that has that version.
"""

import os
import sys
import tempfile

from cloudglue import Cloudglue

BASE_URL, VERSION = sys.argv[1:]
IS_OLD = VERSION == "0.7.14"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108020000000000000000000000")

client = Cloudglue(api_key=f"cg-sdk-{VERSION}", host=BASE_URL)
types = {}
parsed = 0


def entries_of(connector, **place):
    """The entries of a place, in pages that may be short, and of the folders in it."""
    token = None
    while True:
        page = client.data_connectors.list_files(connector.id, limit=50, page_token=token, **place)
        for entry in page.data:
            if entry.type == "file":
                yield entry
            else:
                keys = ("folder_id", "path", "prefix")
                inner = {key: getattr(entry.metadata, key) for key in keys if getattr(entry.metadata, key, None)}
                yield from entries_of(connector, **{**place, **inner})
        token = page.next_page_token
        if not page.has_more:
            return


for connector in client.data_connectors.list().data:
    buckets = connector.metadata.get("bucket_names") if isinstance(connector.metadata, dict) else None
    places = [{"bucket": bucket} for bucket in buckets or []] or [{"var_from": "2025-01-01"}]
    entries = [entry for place in places for entry in entries_of(connector, **place)]
    assert entries, f"{connector.type} lists nothing"
    types[connector.type] = len(entries)
    has_metadata = connector.type == "grain" or not (IS_OLD or connector.type in ("s3", "gcs"))
    for entry in entries[:40]:
        try:
            file = client.data_connectors.sync_file(connector.id, entry.uri)
        except Exception as error:
            # Items of error cases, and what is no media.
            assert "validation error" not in str(error), (entry.uri, error)
            continue
        known = client.files.get(file.id)
        assert (known.source_metadata is not None) == has_metadata, (entry.uri, known)
        if has_metadata:
            answer = client.data_connectors.get_source_metadata(connector.id, entry.uri)
            assert answer.source_metadata is not None
            if not IS_OLD:
                client.files.sync_source_metadata(file.id)
        parsed += 1

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "poster.png")
    with open(path, "wb") as image:
        image.write(PNG)
    try:
        media_type = client.files.upload(path).media_type
    except Exception as error:
        assert IS_OLD and "415" in str(error), error
        media_type = None
assert media_type == (None if IS_OLD else "image"), media_type

total, seen = None, 0
while total is None or seen < total:
    page = client.files.list(limit=50, offset=seen)
    total, seen = page.total, seen + len(page.data)
assert ("iconik" in types) != IS_OLD, types
print(f"cloudglue {VERSION}: parsed {parsed} files of {len(types)} types of connector, {total} in the list")
