"""Compares the document of the mock with the code of the official Python SDK of the same version: operations, their
parameters and statuses, the fields of schemas, which of them are required, and their values.

Usage: same_surface.py BASE_URL SDK_VERSION. Run by test/sdk/run.sh, in an environment that has that version.
"""

import inspect
import re
import sys

import cloudglue.sdk.models as models
from surface import methods_by_route, operations_of, read_document

BASE_URL, VERSION = sys.argv[1:]

# What belongs to the content of videos, which a mock does not have.
LEFT_OUT = re.compile(
    r"/(segmentations|segments|segment|thumbnails|frames|entities|rich-transcripts|media-descriptions|"
    r"face-detections|moments|moment-criteria)(/|$)"
)

# Statuses that the API answers though its document does not list them; openapi/README.md gives the reason for each.
UNLISTED = {401}

document = read_document(BASE_URL)
schemas = document["components"]["schemas"]
methods = methods_by_route()
problems = []


def compare(what, mine, theirs):
    if mine != theirs:
        problems.append(f"{what}: only in the document {sorted(mine - theirs)}, only in the SDK {sorted(theirs - mine)}")


def fields_of(schema):
    """The properties of a schema, and those that are required."""
    if "$ref" in schema:
        return fields_of(schemas[schema["$ref"].rsplit("/", 1)[1]])
    properties, required = set(schema.get("properties", {})), set(schema.get("required", []))
    for part in schema.get("allOf", []):
        more, needed = fields_of(part)
        properties |= more
        required |= needed
    for part in schema.get("oneOf", []) + schema.get("anyOf", []):
        properties |= fields_of(part)[0]
    return properties, required


def values_of(schema):
    """The enum of a field, or of the elements of a list."""
    if "$ref" in schema:
        return values_of(schemas[schema["$ref"].rsplit("/", 1)[1]])
    return values_of(schema["items"]) if "items" in schema else set(schema.get("enum", []))


def values_in_code(model, field):
    """The values that a model of the SDK allows in a field, if it says which; it does not for other models."""
    found = re.search(rf"def {field}_validate_enum.*?set\(\[(.*?)\]\)", inspect.getsource(model), re.DOTALL)
    return None if found is None else set(re.findall(r"'([^']*)'", found.group(1)))


for operation_id, route, operation in operations_of(document):
    if route not in methods:
        problems.append(f"{operation_id}: the SDK has no method for {' '.join(route)}")
        continue
    for method in methods[route]:
        mine = {one["name"] for one in operation["parameters"]}
        content = operation.get("requestBody", {}).get("content", {})
        if "multipart/form-data" in content:
            mine |= fields_of(content["multipart/form-data"]["schema"])[0]
        theirs = {name.removeprefix("var_") for name, model in method.parameters if model is None}
        compare(f"parameters of {operation_id} in {method}", mine, theirs)
        statuses = {int(status) for status in operation["responses"]} - UNLISTED
        compare(f"statuses of {operation_id} in {method}", statuses, method.statuses)

covered = {route for _, route, _ in operations_of(document)}
for route in methods:
    is_near = re.match(r"/(data-connectors|files|collections|webhooks|tags)(/|$)", route[1])
    if is_near and route not in covered and not LEFT_OUT.search(route[1]):
        problems.append(f"the SDK has {' '.join(route)}, and the document has not")

compared = 0
for name, schema in schemas.items():
    model = getattr(models, name, None)
    # Unions have no fields of their own.
    if model is None or not hasattr(model, "model_fields") or "actual_instance" in model.model_fields:
        continue
    properties, required = fields_of(schema)
    chosen = {field for field in properties if schema.get("properties", {}).get(field, {}).get("x-origin") == "chosen"}
    fields = {field.alias or field_name: field for field_name, field in model.model_fields.items()}
    fields.pop("additional_properties", None)
    compare(f"fields of {name}", properties - chosen, set(fields))
    needed = {alias for alias, field in fields.items() if field.is_required()}
    nullable = {field for field in required if schema.get("properties", {}).get(field, {}).get("nullable")}
    compare(f"required fields of {name}", required - nullable, needed - nullable)
    for alias, field in schema.get("properties", {}).items():
        theirs = values_in_code(model, next((one for one, it in model.model_fields.items() if it.alias == alias), alias))
        if theirs is not None:
            compare(f"values of {name}.{alias}", {str(value) for value in values_of(field)}, theirs)
    compared += 1

assert not problems, "\n".join(problems)
print(f"cloudglue {VERSION}: the same {len(list(operations_of(document)))} operations and {compared} schemas")
