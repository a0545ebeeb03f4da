"""Annotations of classes and methods can be evaluated, as libraries do it at run time."""

from __future__ import annotations

import compileall
import inspect
import pkgutil
import shutil
import subprocess
import sys
import typing
from collections.abc import Coroutine, Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pydantic
import pytest

from tests.clients import generate, import_from

DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: https://api.example.com}]
security: [{token: []}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
      - {name: page, in: query, schema: {type: integer}}
      - {name: kinds, in: query, schema: {type: array, items: {type: string}}}
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema:
                type: object
                required: [data, has_more]
                properties:
                  data: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                  has_more: {type: boolean}
    post:
      operationId: createPet
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/Pet'}}
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
  /pets/{pet_id}:
    get:
      operationId: getPet
      deprecated: true
      parameters:
      - {name: pet_id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
  /pets/{pet_id}/photo:
    put:
      operationId: setPetPhoto
      parameters:
      - {name: pet_id, in: path, required: true, schema: {type: string}}
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {file: {type: string, format: binary}}}
      responses: {'204': {description: Done}}
    get:
      operationId: getPetPhoto
      parameters:
      - {name: pet_id, in: path, required: true, schema: {type: string}}
      responses:
        '200': {description: OK, content: {image/png: {}}}
  /talks:
    post:
      operationId: createTalk
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties: {text: {type: string}, stream: {type: boolean}}
      responses:
        '200':
          description: OK
          content:
            application/json: {schema: {$ref: '#/components/schemas/Pet'}}
            text/event-stream: {schema: {$ref: '#/components/schemas/Event'}}
webhooks:
  petSold:
    post:
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}
      responses: {'200': {description: OK}}
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
        kind: {enum: [cat, dog]}
        born: {type: string, format: date-time}
        gone: {$ref: '#/components/schemas/Nothing'}
        friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    Nothing: {type: 'null'}
    Event:
      oneOf:
      - type: object
        required: [type, text]
        properties: {type: {const: text}, text: {type: string}}
      - type: object
        required: [type, pet]
        properties: {type: {const: pet}, pet: {$ref: '#/components/schemas/Pet'}}
"""
SPECS = Path(__file__).parents[3] / "specs"


def write_client(folder: Path, package: str, **settings: Any) -> Path:
    (folder / "openapi.yaml").write_text(DOCUMENT)
    generate(
        folder / "openapi.yaml", folder / "out", package, "Acme", docs=False, **settings
    )
    return folder / "out"


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("acme")
    return import_from(write_client(folder, "methods_acme"), "methods_acme")


def classes_of(client: ModuleType) -> Iterator[type[Any]]:
    """Yield the public classes of a client, its resources and their wrappers."""
    for item in pkgutil.walk_packages(client.__path__, f"{client.__name__}."):
        if "._runtime" not in item.name and not item.name.endswith("__main__"):
            module = import_module(item.name)
            for name in dir(module):
                value = getattr(module, name)
                if isinstance(value, type) and "._runtime" not in value.__module__:
                    yield from value.__mro__


def functions_of(cls: type[Any]) -> Iterator[Any]:
    """Yield the public functions of a class, and their overloads."""
    for name, member in vars(cls).items():
        function = member
        if isinstance(member, property | cached_property):
            function = member.fget if isinstance(member, property) else member.func
        elif isinstance(member, classmethod | staticmethod):
            function = member.__func__
        is_public = name == "__init__" or not name.startswith("_")
        if is_public and inspect.isfunction(inspect.unwrap(function)):
            yield function
            yield from typing.get_overloads(inspect.unwrap(function))


def check_methods(client: ModuleType) -> int:
    """Evaluate the annotations of all public classes and methods; return their number."""
    count = 0
    for cls in dict.fromkeys(classes_of(client)):
        if not cls.__module__.startswith(client.__name__):
            continue
        typing.get_type_hints(cls)
        for function in functions_of(cls):
            hints = typing.get_type_hints(function)
            assert not any(isinstance(hint, str) for hint in hints.values()), function
            signature = inspect.signature(function, eval_str=True)
            for parameter in signature.parameters.values():
                assert not isinstance(parameter.annotation, str), function
            assert not isinstance(signature.return_annotation, str), function
            count += 1
    return count


def test_annotations_of_all_methods(acme: ModuleType) -> None:
    assert check_methods(acme) > 100


def test_annotations_of_methods_of_a_minimal_client(tmp_path: Path) -> None:
    output = write_client(tmp_path, "methods_minimal", runtime="minimal")
    assert check_methods(import_from(output, "methods_minimal")) > 30


@pytest.mark.slow
def test_annotations_of_methods_of_specs(tmp_path: Path) -> None:
    generate(SPECS / "*.yaml", tmp_path, "methods_specs", "OpenAI", main="chat.yaml")
    assert check_methods(import_from(tmp_path, "methods_specs")) > 300


@pytest.mark.slow(seconds=20)
def test_annotations_of_methods_of_openai(shared: Path, tmp_path: Path) -> None:
    document = shared / "specs" / "openai" / "2026-08.yaml"
    generate(document, tmp_path, "methods_openai", "OpenAI")
    assert check_methods(import_from(tmp_path, "methods_openai")) > 1000


def test_hints_are_the_types_of_the_client(acme: ModuleType) -> None:
    client = acme.Acme(api_key="t")
    pet = acme.types.Pet
    assert typing.get_type_hints(client.pets.create)["return"] is pet
    raw = typing.get_type_hints(client.pets.with_raw_response.create)["return"]
    assert raw == acme._runtime.APIResponse[pet]
    inspect.signature(client.get, eval_str=True)
    inspect.signature(client.post, eval_str=True)
    assert typing.get_type_hints(acme._runtime.APIResponse.read)["return"] is bytes
    pets = acme.AsyncAcme(api_key="t").pets
    paginator = typing.get_type_hints(pets.list)["return"]
    assert typing.get_origin(paginator) is acme._runtime.AsyncPaginator
    first = typing.get_type_hints(pets.with_raw_response.list)["return"]
    assert typing.get_origin(first) is Coroutine
    assert typing.get_origin(typing.get_args(first)[2]) is acme._runtime.APIResponse
    assert typing.get_type_hints(acme.errors.APIStatusError)["status_code"] is int


def test_deprecated_methods_are_evaluated_first(tmp_path: Path) -> None:
    output = write_client(tmp_path, "methods_deprecated")
    for resource in ("Pets", "AsyncPets"):
        code = (
            "import typing\n"
            f"from methods_deprecated.resources.pets import {resource}\n"
            f"print(typing.get_type_hints({resource}.retrieve)['return'].__name__)\n"
        )
        assert run(output, code).strip() == "Pet"


def test_overloads(acme: ModuleType) -> None:
    resource = type(acme.Acme(api_key="t").talks)
    returned = {
        str(typing.get_type_hints(each)["return"])
        for each in typing.get_overloads(resource.create)
    }
    assert len(returned) == 3


def test_wrappers_of_deprecated_methods_have_their_signature(acme: ModuleType) -> None:
    for client in (acme.Acme(api_key="t"), acme.AsyncAcme(api_key="t")):
        for wrapper in (
            client.pets.with_raw_response,
            client.pets.with_streaming_response,
        ):
            signature = inspect.signature(wrapper.retrieve)
            assert list(signature.parameters) == ["pet_id", "options"]
            assert "Response" in str(signature.return_annotation)


def test_pydantic_validates_calls(acme: ModuleType) -> None:
    with import_module(f"{acme.__name__}.testing").MockAPI().client() as http_client:
        client = acme.Acme(api_key="t", http_client=http_client)
        create = pydantic.validate_call(client.pets.create)
        assert create(name="Rex").name
        with pytest.raises(pydantic.ValidationError, match="valid string"):
            create(name=5)


def test_pydantic_describes_the_arguments_of_a_method(acme: ModuleType) -> None:
    class Arguments(pydantic.BaseModel):
        __annotations__ = {
            name: hint
            for name, hint in typing.get_type_hints(
                acme.Acme(api_key="t").pets.create
            ).items()
            if name not in ("options", "return")
        }

    properties = Arguments.model_json_schema()["properties"]
    assert properties["name"] == {"title": "Name", "type": "string"}
    assert "Omit" not in str(properties)


def run(folder: Path, code: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_names_are_imported_when_annotations_are_read(tmp_path: Path) -> None:
    output = write_client(tmp_path, "methods_lazy")
    code = (
        "import sys, typing\n"
        "from methods_lazy.resources.pets import Pets\n"
        "def loaded():\n"
        "    return sum(name.startswith('methods_lazy.types.') for name in sys.modules)\n"
        "before = loaded()\n"
        "typing.get_type_hints(Pets.create)\n"
        "print(before, loaded() > 0)\n"
    )
    assert run(output, code).split() == ["0", "True"]


def test_a_client_without_sources_works(tmp_path: Path) -> None:
    output = write_client(tmp_path, "methods_compiled")
    package = output / "methods_compiled"
    compileall.compile_dir(package, legacy=True, quiet=2)
    for path in package.rglob("*.py"):
        path.unlink()
    shutil.rmtree(package / "__pycache__", ignore_errors=True)
    code = (
        "import inspect, methods_compiled\n"
        "client = methods_compiled.Acme(api_key='t')\n"
        "print(inspect.signature(client.pets.create).return_annotation)\n"
        "try: inspect.signature(client.pets.create, eval_str=True)\n"
        "except NameError as error: print(error)\n"
    )
    assert run(output, code).splitlines()[0] == "Pet"
