"""An application of the official Python SDK, as its documentation shows it: the road from a connector to files.

It leaves everything to the SDK: it tries nothing again. Run in an exam by test/sdk/exam.sh.
"""

import os
import sys
import tempfile

from cloudglue import Cloudglue

TIKTOK = "https://www.tiktok.com/@quaymark/video/7412036958271405317"
ENDED = ("completed", "failed", "not_applicable")

client = Cloudglue(api_key=os.environ["CLOUDGLUE_API_KEY"], host=os.environ["CLOUDGLUE_BASE_URL"])


def entries_of(connector_id):
    """Every entry of a connector, page by page."""
    token = None
    while True:
        page = client.data_connectors.list_files(connector_id, limit=100, page_token=token)
        yield from page.data
        token = page.next_page_token
        if not page.has_more:
            return


def main():
    connectors = client.data_connectors.list().data
    grain = next(one for one in connectors if one.type == "grain")
    entry = next(one for one in list(entries_of(grain.id)) if one.type == "file")
    synced = client.data_connectors.sync_file(grain.id, entry.uri)
    waits = {"wait_until_finish": True, "poll_interval": 1, "timeout": 5}
    files = [client.files.sync_from_url(TIKTOK, **waits)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "talk.mp4")
        with open(path, "wb") as media:
            media.write(b"...")
        files.append(client.files.upload(path, **waits))
    files.append(client.files.get(synced.id))
    for page in [client.files.list(limit=50)]:
        assert {one.id for one in files} <= {one.id for one in page.data}
    for file in files:
        assert file.status in ENDED
        if file.status == "failed":
            raise RuntimeError(f"{file.filename} could not be processed")


try:
    main()
except Exception as error:
    sys.exit(f"{type(error).__name__}: {str(error)[:300]}")
