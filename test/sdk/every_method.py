"""Calls every method of the official Python SDK that is for an operation of the mock's document, and checks what it
makes of the answers: a model of the SDK, in which nothing of the answer is lost.

Usage: every_method.py BASE_URL SDK_VERSION. Run by test/sdk/run.sh, in an environment that has that version. It fails for
an operation that nothing here has arguments for, and for one that the SDK has no method for.
"""

import datetime
import inspect
import json
import re
import sys

from calls import CALLS, WRAPPERS, World
from cloudglue import Cloudglue
from cloudglue.sdk.rest import ApiException
from surface import methods_by_route, operations_of, read_document

BASE_URL, VERSION = sys.argv[1:]
UNKNOWN = "00000000-0000-4000-8000-000000000000"

document = read_document(BASE_URL)
client = Cloudglue(api_key=f"cg-every-method-{VERSION}", host=BASE_URL)
methods = methods_by_route()
operations = {operation_id: (route, operation) for operation_id, route, operation in operations_of(document)}
world = World(client, document, VERSION)
calls = 0


def arguments_of(method, call):
    """The arguments of a call, as the method names and types them."""
    given = dict(call)
    arguments = {}
    for name, model in method.parameters:
        plain = name.removeprefix("var_")
        if model is not None and "body" in given:
            arguments[name] = model.from_dict(given.pop("body"))
        elif plain in given:
            arguments[name] = given.pop(plain)
    assert not given, f"{method} takes no {', '.join(given)}"
    return arguments


def lost(answer, parsed, where=""):
    """The places of an answer that a parsed model has not."""
    if isinstance(answer, dict) and isinstance(parsed, dict):
        for name, value in answer.items():
            if name not in parsed:
                # The SDK drops null where it is the same to it as nothing.
                if value is not None:
                    yield f"{where}.{name}"
            else:
                yield from lost(value, parsed[name], f"{where}.{name}")
    elif isinstance(answer, list) and isinstance(parsed, list):
        if len(answer) != len(parsed):
            yield where
        for one, other in zip(answer, parsed):
            yield from lost(one, other, f"{where}[]")
    elif isinstance(parsed, datetime.date):
        if type(parsed).fromisoformat(answer.replace("Z", "+00:00")) != parsed:
            yield where
    elif answer != parsed and str(answer) != str(parsed):
        yield f"{where}: {answer!r} became {parsed!r}"


def check(method, arguments):
    """Calls a method of the API and checks its answer."""
    answer = method.function(method.owner(client.api_client), **arguments)
    assert answer.status_code in (200, 201) and answer.data is not None, (str(method), answer)
    assert type(answer.data).__name__ == method.answers_with, (str(method), answer.data)
    missing = sorted(set(lost(json.loads(answer.raw_data), answer.data.to_dict())))
    assert not missing, f"{method} loses {missing}"
    return answer.data


def check_refusal(method, operation):
    """Calls a method for something that is not there: the SDK knows the status, and reads the text of the error."""
    wanted = {one["name"]: UNKNOWN for one in operation["parameters"] if one["in"] == "path"}
    # The first call of an operation that is refused names what is not there; its other arguments are as always.
    call = {**next(iter(CALLS[operation["operationId"]](world))), **wanted}
    try:
        method.function(method.owner(client.api_client), **arguments_of(method, call))
    except ApiException as error:
        assert error.status in method.statuses or error.status == 404, (str(method), error)
        text = error.data.error if error.data is not None else json.loads(error.body)["error"]
        assert text, (str(method), error)
        return
    raise AssertionError(f"{method} found {UNKNOWN}")


untried = set(operations) - set(CALLS)
assert not untried, f"no calls for {sorted(untried)}: add them to calls.py"
for operation_id, (route, operation) in operations.items():
    assert route in methods, f"the SDK has no method for {operation_id}"
    for method in methods[route]:
        for call in CALLS[operation_id](world):
            check(method, arguments_of(method, call))
            calls += 1
        if any(one["in"] == "path" for one in operation["parameters"]):
            check_refusal(method, operation)
            calls += 1

# The classes that users meet, which call those methods.
of_surface = {method.name for route, found in methods.items() for method in found if any(route == one for one, _ in operations.values())}
wrapped = 0
for attribute, resource in vars(client).items():
    if not type(resource).__module__.startswith("cloudglue.client.resources"):
        continue
    for name, function in inspect.getmembers(type(resource), inspect.isfunction):
        called = set(re.findall(r"self\.api\.(\w+)\(", inspect.getsource(function)))
        if name.startswith("_") or not called & of_surface:
            continue
        key = f"{type(resource).__name__}.{name}"
        assert key in WRAPPERS, f"no calls for {attribute}.{name}: add {key} to calls.py"
        for arguments in WRAPPERS[key](world):
            answer = getattr(resource, name)(**arguments)
            assert answer is not None, key
            wrapped += 1

print(f"cloudglue {VERSION}: {len(operations)} operations, {calls} calls, {wrapped} of the classes above them")
