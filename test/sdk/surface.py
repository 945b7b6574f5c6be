"""What the official Python SDK has of the API: its generated methods by operation, and the document of the mock."""

import importlib
import inspect
import json
import pkgutil
import re
import urllib.request

import cloudglue.sdk.api as generated
import cloudglue.sdk.models as models


def read_document(base_url):
    """The OpenAPI document of the version that the mock is answering as."""
    with urllib.request.urlopen(f"{base_url.removesuffix('/v1')}/openapi.json") as answer:
        return json.load(answer)


def operations_of(document):
    """Every operation of a document: its id, with its method, path and description."""
    shared = document["components"].get("parameters", {})
    for path, item in document["paths"].items():
        for method in ("get", "post", "put", "patch", "delete"):
            if method not in item:
                continue
            operation = item[method]
            parameters = [
                shared[one["$ref"].rsplit("/", 1)[1]] if "$ref" in one else one
                for one in operation.get("parameters", [])
            ]
            yield operation["operationId"], (method.upper(), path), {**operation, "parameters": parameters}


class Method:
    """A generated method of the SDK."""

    def __init__(self, owner, name):
        self.owner, self.name = owner, name
        self.function = getattr(owner, f"{name}_with_http_info")
        self.parameters = [
            (parameter, model_in(annotation))
            for parameter, annotation in (
                (one.name, one.annotation) for one in inspect.signature(self.function).parameters.values()
            )
            if parameter != "self" and not parameter.startswith("_")
        ]
        source = inspect.getsource(self.function)
        self.statuses = {int(status) for status in re.findall(r"'(\d{3})':", source)}
        self.answers_with = re.search(r"'20\d': \"(\w+)\"", source).group(1)

    def __str__(self):
        return f"{self.owner.__name__}.{self.name}"


def model_in(annotation):
    """The model that an annotation speaks of, if any."""
    found = re.search(r"cloudglue\.sdk\.models\.\w+\.(\w+)", str(annotation))
    return getattr(models, found.group(1)) if found else None


def methods_by_route():
    """The generated methods of every API class, by the method and the path of their requests."""
    found = {}
    for module in pkgutil.iter_modules(generated.__path__):
        for _, owner in inspect.getmembers(importlib.import_module(f"{generated.__name__}.{module.name}"), inspect.isclass):
            if not owner.__name__.endswith("Api") or not owner.__module__.endswith(module.name):
                continue
            for name, function in inspect.getmembers(owner, inspect.isfunction):
                route = re.search(r"method='(\w+)',\s*resource_path='([^']+)'", inspect.getsource(function))
                if route and name.endswith("_serialize"):
                    method = Method(owner, name.removeprefix("_").removesuffix("_serialize"))
                    found.setdefault(route.groups(), []).append(method)
    return found
