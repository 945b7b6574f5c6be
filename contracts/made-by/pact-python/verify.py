"""Verifies pacts with pact-python's own verifier against a mock that runs: python verify.py URL PACT...

States are changed through the mock's setup URL, once in the body of the request and once in its query; messages come from
its URL for messages. The key of all requests is `any-key`.
"""

import sys
from urllib.parse import urlsplit

from pact import Verifier

base, *pacts = sys.argv[1:]
where = urlsplit(base)

for in_body in (True, False):
    verifier = (
        Verifier("cloudglue-api", host=where.hostname)
        .add_transport(url=base)
        .add_transport(protocol="message", port=where.port, path="/__admin/pact/messages?token=any-key", scheme="http")
        .state_handler(f"{base}/__admin/pact/setup?token=any-key", body=in_body, teardown=True)
    )
    for pact in pacts:
        verifier.add_source(pact)
    verifier.verify()
    print(f"pact-python: {len(pacts)} pacts hold, with states in the {'body' if in_body else 'query'}")
