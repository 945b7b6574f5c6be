"""What the Python clients of the judge's tests are written with: one request, and what a sound client does around it."""

import json
import time
import urllib.error
import urllib.request

GRAIN = "6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15"


class Lost(Exception):
    """There was no answer, or none that is JSON."""


def ask(base, key, method, path, body=None, content_type="application/json"):
    """Sends one request on a connection of its own. Returns the status, the seconds of Retry-After, and the body."""
    headers = {"Authorization": f"Bearer {key}"}
    data = None
    if body is not None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers["Content-Type"] = content_type
    request = urllib.request.Request(base + path, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return response.status, None, json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            wait = error.headers.get("Retry-After")
            return error.code, None if wait is None else float(wait), json.load(error)
    except (OSError, ValueError) as error:
        raise Lost(str(error)) from error


def patiently(send, tries=4):
    """Sends again what failed in passing: after the seconds of Retry-After, or after a pause that grows."""
    pause = 0.1
    while True:
        tries -= 1
        try:
            status, wait, body = send()
        except Lost:
            status, wait, body = 0, None, None
        if (status not in (0, 429) and status < 500) or tries == 0:
            return status, body
        time.sleep(pause if wait is None else wait)
        pause *= 2


def until_ready(base, key, file_id):
    """Polls a file until it has ended, for a minute and a half at most."""
    for _ in range(300):
        _, file = patiently(lambda: ask(base, key, "GET", f"/files/{file_id}"))
        if file is None or file.get("status") not in ("pending", "processing"):
            return file
        time.sleep(0.3)
    raise TimeoutError(file_id)


def form(name):
    """A form with a small video, and its content type."""
    boundary = "----a-boundary-of-the-client"
    lines = [
        f"--{boundary}",
        f'Content-Disposition: form-data; name="file"; filename="{name}"',
        "Content-Type: video/mp4",
        "",
        "not really a video",
        f"--{boundary}--",
        "",
    ]
    return "\r\n".join(lines).encode(), f"multipart/form-data; boundary={boundary}"
