"""Writes pacts with pact-python, in each version of Pact's specification, as a client in Python would have them.

python make.py FOLDER: the requests are sent with `requests`, to the mock server of pact-python.
"""

import json
import sys
from pathlib import Path

import requests
from pact import Pact, match

FOLDER = Path(sys.argv[1])
FIXTURES = Path(__file__).parents[2] / "fixtures"
KEY = {"Authorization": "Bearer any-key"}
TALK = "https://media.quaymark.example/talks/port-automation-keynote.mp4"
NOTED = {"url": TALK, "metadata": {"speaker": "Ana"}}
# Characters that mean something in a query, and in JSON.
FILTER = json.dumps({"metadata": [{"path": "topic", "operator": "Equal", "valueText": "Q&A = 1+1 / 50 %"}]})


def http(spec: str) -> None:
    pact = Pact(f"python-client-{spec.lower()}", "cloudglue-api").with_specification(spec)

    one = pact.upon_receiving("a request for files with a filter of all characters")
    # Version 2 has no parameters for states.
    one = one.given("a file exists") if spec == "V2" else one.given("files exist", {"count": 2})
    (
        one.with_request("GET", "/v1/files")
        .with_headers(KEY)
        .with_query_parameters({"filter": match.regex(FILTER, regex=r"^\{.*\}$"), "limit": "5"})
        .will_respond_with(200)
        .with_body({"object": "list", "total": match.integer(0), "data": []})
    )
    (
        pact.upon_receiving("a request to sync a URL")
        .given("the account is fresh")
        .with_request("POST", "/v1/files/sync")
        .with_headers(KEY)
        .with_body({"url": TALK})
        .will_respond_with(200)
        .with_body({"id": match.like("abc"), "status": "pending", "source": match.regex("http", regex="^[a-z]+$")})
    )
    (
        pact.upon_receiving("a request whose JSON is held as bytes")
        .given("the account is fresh")
        .with_request("POST", "/v1/files/sync")
        .with_headers(KEY)
        .with_binary_body(json.dumps(NOTED).encode(), "application/json")
        .will_respond_with(200)
        .with_body({"status": "pending"})
    )
    (
        pact.upon_receiving("a request for a file that there is not")
        .given("the account is fresh")
        .with_request("GET", "/v1/files/00000000-0000-4000-8000-000000000000")
        .with_headers(KEY)
        .will_respond_with(404)
        .with_body({"error": match.like("No file has that id.")})
    )
    if spec != "V2":
        (
            pact.upon_receiving("a request to upload a video")
            .given("the account is fresh")
            .with_request("POST", "/v1/files")
            .with_headers(KEY)
            .with_multipart_file("file", FIXTURES / "interview.mp4", "video/mp4", boundary="of-python")
            .will_respond_with(200)
            .with_body({"source": "upload", "media_type": "video"})
        )
    if spec == "V4":
        (
            pact.upon_receiving("a request that is agreed upon and not fulfilled yet")
            .given("the account is fresh")
            .set_pending(pending=True)
            .with_request("GET", "/v1/files")
            .with_headers(KEY)
            .will_respond_with(206)
        )

    with pact.serve() as server:
        url = str(server.url).rstrip("/")
        requests.get(f"{url}/v1/files", headers=KEY, params={"filter": FILTER, "limit": 5}, timeout=9)
        requests.post(f"{url}/v1/files/sync", headers=KEY, json={"url": TALK}, timeout=9)
        requests.post(
            f"{url}/v1/files/sync",
            headers={**KEY, "Content-Type": "application/json"},
            data=json.dumps(NOTED),
            timeout=9,
        )
        requests.get(f"{url}/v1/files/00000000-0000-4000-8000-000000000000", headers=KEY, timeout=9)
        if spec != "V2":
            with (FIXTURES / "interview.mp4").open("rb") as media:
                files = {"file": ("interview.mp4", media, "video/mp4")}
                requests.post(f"{url}/v1/files", headers=KEY, files=files, timeout=9)
        if spec == "V4":
            requests.get(f"{url}/v1/files", headers=KEY, timeout=9)
    pact.write_file(FOLDER, overwrite=True)


def messages(spec: str) -> None:
    pact = Pact(f"python-receiver-{spec.lower()}", "cloudglue-api").with_specification(spec)
    (
        pact.upon_receiving("an event that a file is completed", "Async")
        .given("an event is sent", {"event": "file.job.completed"})
        .with_body(
            {
                "event_id": match.uuid("dc59aa48-37fc-43be-865a-69b6fdd9262c"),
                "event_type": "file.job.completed",
                "payload": {"file_id": match.like("abc"), "status": "completed", "bytes": match.integer(1)},
            },
            "application/json",
        )
    )

    def handle(body: "str | bytes | None", _metadata: dict) -> None:
        assert json.loads(body or "{}")["payload"]["status"] == "completed"

    pact.verify(handle, "Async")
    pact.write_file(FOLDER, overwrite=True)


for version in ("V2", "V3", "V4"):
    http(version)
for version in ("V3", "V4"):
    messages(version)
