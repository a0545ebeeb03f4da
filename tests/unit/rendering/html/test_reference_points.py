"""Each point that the reference must show, on the site of a small API.

The points of the page and of the browser are in `tests/guards/test_reference_points.py`,
which names a test for each of them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.rendering.html.site_pages import Parsed, broken_links, build_site

DOCUMENT = Path(__file__).with_name("studio.yaml")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of the small API."""
    return build_site(
        tmp_path_factory.mktemp("studio"),
        DOCUMENT.read_text(encoding="utf-8"),
        polling={"getJob": {"until": ["completed"], "create": ["createJob"]}},
    )


@pytest.fixture(scope="module")
def page(files: dict[str, str]) -> str:
    """The page of the chapter."""
    return files["jobs.html"]


def section(page: str, anchor: str) -> str:
    """Return the section of an operation or object as HTML."""
    (match,) = re.findall(rf'<section[^>]* id="{anchor}".*?</section>', page, re.DOTALL)
    return str(match)


def words(html: str) -> str:
    """Return the text of HTML, with a space between blocks."""
    spaced = re.sub(r"(?=</?(?:p|div|li|ul|h\d|section|summary|button)\b)", " ", html)
    return " ".join(Parsed(spaced).text.split())


def part(html: str, title: str) -> str:
    """Return what follows a heading of a section, up to the next one."""
    parts = re.split(r"<h3[^>]*>", html)
    (match,) = (item for item in parts if item.startswith(title))
    return match


def field(html: str, name: str) -> str:
    """Return the text of a field or parameter, without that of nested fields."""
    _, _, rest = html.partition(f'">{name}</a>')
    assert rest, name
    return words(re.split(r"<li id=|</ul></details>|<details>", rest)[0])


def test_method_path_and_call(page: str) -> None:
    text = words(section(page, "jobs-retrieve"))
    assert "GET /jobs/{job_id} Copy the HTTP request" in text
    assert "client.jobs.retrieve(…) Copy the call" in text


@pytest.mark.parametrize(
    ("anchor", "sentence"),
    [
        ("jobs-create", "Client arguments that authorize the request: api_key."),
        ("jobs-list", "the request: api_key, or admin and tenant."),
        ("jobs-retrieve", "No authorization required."),
    ],
)
def test_security(page: str, anchor: str, sentence: str) -> None:
    assert sentence in words(part(section(page, anchor), "Authorization"))


def test_servers(files: dict[str, str], page: str) -> None:
    landing = words(files["index.html"])
    for text in (
        "Main server",
        "https://studio.example/v3",
        "Test server",
        "https://test.studio.example/v3",
    ):
        assert text in landing
    # An operation with its own server shows it in the line of the request.
    watch = words(section(page, "jobs-events-retrieve"))
    assert "GET https://events.studio.example/jobs/{job_id}/events" in watch
    assert "curl https://events.studio.example/jobs/job_id/events" in watch


def test_parameters_by_place(page: str) -> None:
    create, listing = section(page, "jobs-create"), section(page, "jobs-list")
    assert field(part(create, "Headers"), "x_trace") == (
        "str API name X-Trace · format uuid"
    )
    assert field(part(create, "Request body"), "picture").startswith(
        "NewJobPictureParam required What to render."
    )
    assert "application/json" in part(create, "Request body")
    assert field(part(listing, "Query parameters"), "after") == "str"
    assert field(part(section(page, "jobs-retrieve"), "Path"), "job_id") == (
        "str required"
    )


def test_body_and_responses_are_trees_in_place(page: str) -> None:
    body = part(section(page, "jobs-create"), "Request body")
    assert "<details><summary><code>CircleParam</code> <small>2 fields" in body
    responses = part(section(page, "jobs-list"), "Responses")
    assert "<details><summary>Fields</summary>" in responses
    # The fields of the items are below the field that holds them, with their own anchors.
    nested = re.findall(r'id="(jobs-list\.response-200\.[^"]*)"', responses)
    assert nested == [
        "jobs-list.response-200.data",
        "jobs-list.response-200.data.id",
        "jobs-list.response-200.data.status",
        "jobs-list.response-200.has_more",
    ]
    tree = responses[responses.index("response-200.data") :]
    assert "<details><summary><code>Job</code> <small>2 fields</small>" in tree


def test_enums_with_descriptions(page: str) -> None:
    query = part(section(page, "jobs-list"), "Query parameters")
    assert field(query, "order").endswith('"asc" Oldest first. "desc" Newest first.')
    body = part(section(page, "jobs-create"), "Responses")
    assert field(body, "status").endswith(
        '"queued" Waits for a machine. "completed" Is rendered.'
    )


def test_defaults(page: str) -> None:
    query = part(section(page, "jobs-list"), "Query parameters")
    assert "default 20" in field(query, "limit")
    assert 'default "desc"' in field(query, "order")
    body = part(section(page, "jobs-create"), "Request body")
    assert "default False" in field(body, "stream")
    assert "default 1.5" in field(body, "radius")


def test_limits_and_patterns(page: str) -> None:
    query = part(section(page, "jobs-list"), "Query parameters")
    assert "at least 1, at most 100" in field(query, "limit")
    body = part(section(page, "jobs-create"), "Request body")
    assert field(body, "name").endswith("at most 12 characters · pattern ^[a-z]+$")
    assert "more than 0" in field(body, "radius")
    assert "at least 2 items" in field(body, "parts")


def test_required_nullable_read_only_and_write_only(page: str) -> None:
    body = part(section(page, "jobs-create"), "Request body")
    assert field(body, "name").startswith("str | None")
    assert field(body, "kind") == '"circle" required'
    assert field(body, "secret") == "str write-only"
    assert field(section(page, "object"), "id") == "str required read-only"
    assert "read-only" not in body


def test_errors(files: dict[str, str], page: str) -> None:
    responses = part(section(page, "jobs-create"), "Responses")
    text = words(responses)
    assert "402 Problem No credits are left." in text
    assert '<span class="status error">402</span>' in responses
    assert 'id="jobs-create.response-402.code"' in responses
    landing = words(files["index.html"])
    assert "shop_client.errors" in landing and "RateLimitError" in landing


def test_response_headers(page: str) -> None:
    responses = words(part(section(page, "jobs-create"), "Responses"))
    assert "Headers X-Cost integer Credits of the job." in responses
    # The description of a response is not repeated.
    assert responses.count("The job.") == 1


def test_streaming(page: str) -> None:
    create, watch = section(page, "jobs-create"), section(page, "jobs-events-retrieve")
    assert words(part(create, "Streaming")).startswith("Streaming Set stream=True")
    assert words(part(watch, "Streaming")).startswith(
        "Streaming The response is a stream of events."
    )
    for html, anchor in ((create, "jobs-create"), (watch, "jobs-events-retrieve")):
        events = part(html, "Stream events")
        assert "Type of the events: JobEvent" in words(events)
        assert f'id="{anchor}.events.progress"' in events
    assert ") -> Job | Stream[JobEvent]" in words(create)
    assert ") -> Stream[JobEvent]" in words(watch)


def test_paging(page: str) -> None:
    listing = section(page, "jobs-list")
    text = words(part(listing, "Pagination"))
    assert "for item in client.jobs.list(…):" in text and "iter_pages()" in text
    assert ") -> JobListPage" in words(listing)
    assert "<h3>Pagination" not in section(page, "jobs-create")


def test_polling(page: str) -> None:
    create, retrieve = section(page, "jobs-create"), section(page, "jobs-retrieve")
    assert "client.jobs.create_and_poll(…)" in words(part(create, "Polling"))
    text = words(part(retrieve, "Polling"))
    assert "client.jobs.poll(…)" in text and "completed" in text
    assert "<h3>Polling" not in section(page, "jobs-list")


def test_deprecation(page: str) -> None:
    body = part(section(page, "jobs-create"), "Request body")
    assert field(body, "old_name") == "str deprecated"
    heading = section(page, "jobs-delete").partition("</h2>")[0]
    assert '<span class="badge deprecated">Deprecated</span>' in heading
    assert "Deprecated" not in section(page, "jobs-list")


def test_unions_by_variant(page: str) -> None:
    body = part(section(page, "jobs-create"), "Request body")
    assert "<summary>One of 2 types</summary>" in body
    for name in ("CircleParam.kind", "CircleParam.radius", "GroupParam.parts"):
        assert f'id="jobs-create.picture.{name}"' in body
    # Each variant has its own value of the discriminator.
    kinds = re.findall(r'">kind</a> <span class="type">&quot;(\w+)&quot;', body)
    assert kinds == ["circle", "group"]


def test_recursion_is_a_link(files: dict[str, str], page: str) -> None:
    body = part(section(page, "jobs-create"), "Request body")
    assert body.count('id="jobs-create.picture.GroupParam.parts"') == 1
    assert (
        '<p class="variant"><a href="types/jobs_params.html#groupparam">GroupParam</a> '
        "<small>recursive</small>"
    ) in body
    assert 'id="groupparam"' in files["types/jobs_params.html"]


def test_objects_and_events_beside_methods_with_an_example(page: str) -> None:
    for anchor, title, example in (
        ("object", "The job object", '"id": "job_17"'),
        ("event", "The job event", 'data: {"progress": 44}'),
    ):
        html = section(page, anchor)
        assert title in words(html.partition("</h2>")[0])
        assert example in words(html.partition("<pre")[2])
    assert words(section(page, "event")).endswith("progress int required")


def test_samples_in_several_languages_with_the_response(page: str) -> None:
    html = section(page, "jobs-list")
    for language in ("Python", "Python (async)", "Shell"):
        assert f'data-language="{language}"' in html
    assert "Response, from the schema" in html


def test_samples_without_examples_come_from_the_schema(page: str) -> None:
    """The Python call has the same valid body as the command in the shell."""
    samples = words(section(page, "jobs-create").partition('class="details"')[0])
    assert 'client.jobs.create(picture={"kind": "circle"})' in samples
    assert '"picture": { "kind": "circle" }' in samples
    assert '{ "id": "id", "status": "queued" }' in samples


def test_the_sample_in_the_shell_has_all_required_parameters(tmp_path: Path) -> None:
    document = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: 'https://shop.example'}]
security: [{session: []}]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: page, in: query, required: true, schema: {type: integer}}
        - {name: X-Trace, in: header, required: true, schema: {type: string}}
        - {name: theme, in: cookie, required: true, schema: {type: integer}}
        - {name: other, in: cookie, schema: {type: integer}}
      responses: {'204': {description: ok}}
components:
  securitySchemes: {session: {type: apiKey, in: cookie, name: sid}}
"""
    text = words(build_site(tmp_path, document)["orders.html"])
    for option in (
        "curl 'https://shop.example/orders/1?page=1' ",
        '-b "sid=$SHOP_API_KEY" ',
        "-H 'X-Trace: X-Trace' ",
        "-b theme=1",
    ):
        assert option in text, option
    assert "other=" not in text


def test_the_sample_in_the_shell_sends_the_whole_query(tmp_path: Path) -> None:
    """The values of all parameters are those that the client sends in their styles."""
    document = """
openapi: 3.2.0
info: {title: Shop, version: '1'}
servers: [{url: 'https://shop.example'}]
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - in: querystring
          name: filter
          required: true
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                required: [state, sizes, place]
                properties:
                  state: {type: string, enum: [open]}
                  sizes: {type: array, items: {type: integer}, minItems: 2}
                  place:
                    type: object
                    required: [zone]
                    properties: {zone: {type: string, enum: [a b]}}
                  other: {type: string}
      responses: {'204': {description: ok}}
  /parts:
    get:
      operationId: listParts
      parameters:
        - {name: ids, in: query, required: true, schema: {$ref: '#/components/schemas/Ids'}}
        - {name: some, in: query, required: true, explode: false, schema: {$ref: '#/components/schemas/Ids'}}
        - {name: more, in: query, required: true, style: pipeDelimited, explode: false, schema: {$ref: '#/components/schemas/Ids'}}
        - {name: deep, in: query, required: true, style: deepObject, schema: {$ref: '#/components/schemas/Filter'}}
        - {name: flat, in: query, required: true, schema: {$ref: '#/components/schemas/Filter'}}
        - name: json
          in: query
          required: true
          content: {application/json: {schema: {$ref: '#/components/schemas/Ids'}}}
      responses: {'204': {description: ok}}
components:
  schemas:
    Ids: {type: array, items: {type: integer}, example: [1, 2]}
    Filter: {type: object, required: [on], properties: {on: {type: boolean, const: true}}}
"""
    files = build_site(tmp_path, document)
    orders = "state=open&sizes=1&sizes=1&place%5Bzone%5D=a+b"
    assert f"curl 'https://shop.example/orders?{orders}'" in words(files["orders.html"])
    parts = (
        "ids=1&ids=2&some=1%2C2&more=1%7C2&deep%5Bon%5D=true&on=true&json=%5B1%2C+2%5D"
    )
    assert f"curl 'https://shop.example/parts?{parts}'" in words(files["parts.html"])


def test_every_link_of_the_site_has_a_target(files: dict[str, str]) -> None:
    assert broken_links(files) == []
    for name, text in files.items():
        if name.endswith(".html"):
            assert Parsed(text).unbalanced == [], name
            assert '<p class="notes"></p>' not in text
