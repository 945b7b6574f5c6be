"""Sloppy clients and their sound twins, for some of the rules.

Usage: clients.py RULE sloppy|sound BASE_URL KEY. Run by test/clients/run-python.ts.
"""

import sys
import time

from api import GRAIN, Lost, ask, form, patiently, until_ready

RULE, KIND, BASE, KEY = sys.argv[1:]
SYNC = f"/data-connectors/{GRAIN}/sync"
BROWSE = f"/data-connectors/{GRAIN}/files"
ITEM = {"url": "grain://recording/abc123"}


def send(method, path, *body):
    return ask(BASE, KEY, method, path, *body)


def retry_too_early_sloppy():
    for _ in range(4):
        status, _, _ = send("GET", "/files")
        if status == 200:
            return


def retry_too_early_sound():
    patiently(lambda: send("GET", "/files"))


def hopeless_retry_sloppy():
    for _ in range(6):
        status, _, _ = send("GET", "/files/no-such-file")
        if status == 200:
            return


def hopeless_retry_sound():
    for name in ("one", "two", "three", "four", "five"):
        status, _, _ = send("GET", f"/files/no-such-file-{name}")
        if status != 200:
            print(f"there is no file {name}")


def unsafe_retry_sloppy():
    for _ in range(3):
        try:
            send("POST", "/files", *form("clip.mp4"))
            break
        except Lost:
            time.sleep(0.2)
    _, _, files = send("GET", "/files")
    for file in files["data"]:
        until_ready(BASE, KEY, file["id"])


def unsafe_retry_sound():
    for _ in range(3):
        try:
            send("POST", "/files", *form("clip.mp4"))
            break
        except Lost:
            _, files = patiently(lambda: send("GET", "/files?limit=100"))
            if any(file["filename"] == "clip.mp4" for file in files["data"]):
                break


def missing_retry_sloppy():
    status, _, _ = send("POST", SYNC, ITEM)
    if status != 200:
        print(f"could not sync: {status}")


def missing_retry_sound():
    _, file = patiently(lambda: send("POST", SYNC, ITEM))
    until_ready(BASE, KEY, file["id"])


def poll_too_fast_sloppy():
    _, _, file = send("POST", SYNC, ITEM)
    while file["status"] not in ("completed", "failed"):
        _, _, file = send("GET", f"/files/{file['id']}")


def poll_too_fast_sound():
    _, file = patiently(lambda: send("POST", SYNC, ITEM))
    until_ready(BASE, KEY, file["id"])


def file_never_read_sloppy():
    status, _, _ = send("POST", SYNC, ITEM)
    print("done" if status == 200 else "failed")


def file_never_read_sound():
    send("POST", SYNC, ITEM)
    time.sleep(0.5)
    _, _, files = send("GET", "/files?status=completed")
    print(len(files["data"]))


def first_page_only_sloppy():
    _, _, page = send("GET", BROWSE)
    for entry in page["data"]:
        print(entry["name"])


def first_page_only_sound():
    path = BROWSE
    while True:
        _, page = patiently(lambda: send("GET", path))
        for entry in page["data"]:
            print(entry["name"])
        if not page["has_more"]:
            return
        path = f"{BROWSE}?page_token={page['next_page_token']}"


globals()[f"{RULE.replace('-', '_')}_{KIND}"]()
