"""Conversion of an OpenAPI document into the model of the API.

Each pass builds a part of the model, or returns a changed copy of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ..config import Config
from ..diagnostics import Diagnostics
from ..forked import Forked
from ..matched_names import match_types
from ..model.api import Api, Credential, Webhook
from ..model.operations import Operation
from ..model.types import Declaration, Key, Type
from ..openapi.document import Document
from ..recorded_names import NO_NAMES, RecordedNames
from .aliases import add_aliases, resolve_id_aliases
from .api_info import read_info
from .chapters.groups import build_groups
from .context import Context
from .examples.sample_types import add_recorded_types, find_sample_types
from .external_docs import read_external_docs
from .names.from_settings import check_names
from .names.resource_tree import build_resource_tree
from .operations.binary_types import restrict_binary
from .operations.body_types import restrict_bodies
from .operations.brackets import apply_brackets
from .operations.drafts import Draft, read_operations
from .operations.header_credentials import take_header_credentials
from .operations.links import add_links
from .operations.operations import build_operations
from .operations.payloads import complete_payloads
from .operations.required_bodies import require_bodies
from .operations.requirements import Requirements
from .operations.sample_headers import add_sample_headers
from .operations.security import build_credentials, check_credentials
from .operations.servers import Servers
from .operations.version_headers import send_version_headers
from .operations.webhooks import build_event_type, build_webhooks
from .pagination.apply import add_pagination
from .pagination.polling import build_pollings
from .schemas.cycles import break_cycles
from .schemas.duplicates import merge_equal_declarations
from .schemas.identities import find_identities
from .schemas.inheritance import find_families
from .schemas.reachability import assign_usage
from .schemas.reader import SchemaReader
from .schemas.sdk_only import resolve_joined_texts
from .selection import select_operations, select_webhooks
from .streaming.rules import apply_accumulation
from .streaming.settings import find_stream_methods
from .structured.settings import find_structured
from .structured.tool_settings import find_all_tools

FORKED_SCHEMAS = 500
"""Number of schemas above which a copy of the process identifies them."""


def normalize(
    document: Document,
    config: Config,
    diagnostics: Diagnostics,
    recorded: RecordedNames = NO_NAMES,
) -> Api:
    """Return the model of the API that a document describes.

    Args:
        document: The entry documents and all files to which they refer.
        config: The settings, such as selected operations and their names.
        diagnostics: Collects everything that cannot be represented.
        recorded: Names of an earlier output, which stay.
    """
    # Replace aliases of operation ids in the settings.
    config = resolve_id_aliases(config)
    return _build_api(Context(document, diagnostics), config, recorded)


def _build_api(context: Context, config: Config, recorded: RecordedNames) -> Api:
    document, diagnostics = context.document, context.diagnostics
    unused_types = config.unused_types
    # Read all schemas, and the operations and webhooks that use them.
    reader = SchemaReader(context, find_families(document))
    drafts, names_of_webhooks, webhooks, event = _read_schemas(reader, context, config)
    schemas = reader.declarations
    # Read the servers of the API and of single operations.
    servers = Servers(context, ((item.root, item.item, item.node) for item in drafts))
    # Build the credentials and the security requirements.
    credentials, requirements = _read_security(context, config, drafts, servers)
    # Name the operations and determine their results.
    named = _name_operations(reader, drafts, servers, requirements, config, recorded)
    # Select the operations of the client.
    selected = select_operations(named, names_of_webhooks, config, diagnostics)
    selected = _restrict_operations(selected, schemas)
    # From here, the declarations do not change.
    with _identify(schemas, document) as identities:
        # Complete bodies, pagination and headers.
        parts = named, drafts, credentials
        selected = _complete_operations(selected, *parts, reader, config)
        # Detect operations that are polled.
        polled = build_pollings(selected, named, schemas, config, diagnostics)
        # Add the aliases of renamed operations.
        operations = add_aliases(selected, named, config, diagnostics)
        if recorded.types:
            recorded = match_types(recorded, schemas, identities.result(), operations)
        # Determine by which operations and resources declarations are used.
        # A section in the reference is a use if all operations are generated.
        usage = (not config.only, recorded, unused_types)
        declarations = assign_usage(schemas, operations, webhooks, event, *usage)
        # Build the tree of resources.
        tree = build_resource_tree(operations, document, has_webhooks=event is not None)
        info = read_info(document)
        return Api(
            title=info.title,
            version=info.version,
            summary=info.summary,
            description=info.description,
            servers=servers.api,
            credentials=credentials,
            security=requirements.default,
            root=tree,
            declarations=declarations,
            webhooks=webhooks,
            # Group operations and types into the chapters of the reference.
            groups=build_groups(context, named, tree, declarations, unused_types),
            pollings=polled,
            # Detect what can be parsed to types of the caller.
            structured=find_structured(selected, named, schemas, config, diagnostics),
            tools=find_all_tools(selected, named, schemas, config, diagnostics),
            stream_methods=find_stream_methods(named, config, diagnostics),
            event=event,
            # Find the types that samples use.
            sample_types=add_recorded_types(
                find_sample_types(selected, schemas, diagnostics), recorded
            ),
            external_docs=read_external_docs(document.roots[0]),
            identities=identities.result(),
        )


def _identify(
    schemas: Mapping[Key, Declaration], document: Document
) -> Forked[dict[Key, str]]:
    """Start to identify the schemas, in a copy of the process if there are many."""
    identify = partial(find_identities, dict(schemas), document)
    return Forked(identify, enabled=len(schemas) > FORKED_SCHEMAS)


def _read_schemas(
    reader: SchemaReader, context: Context, config: Config
) -> tuple[list[Draft], tuple[str, ...], tuple[Webhook, ...], Type | None]:
    """Complete the declarations of `reader`.

    Returns:
        The operations without their names, the names of all webhooks, the selected
        webhooks, and the type of any of their payloads.
    """
    # Merge schemas that several entry documents declare under the same name.
    merge_equal_declarations(reader)
    # Declare the schemas under `components`.
    for root in context.document.roots:
        reader.declare_all(root.schemas)
    with reader.start() as divided:
        # Read the parameters, bodies and responses of operations and webhooks.
        drafts = read_operations(reader)
        all_webhooks = build_webhooks(reader)
        # Read the declared schemas.
        reader.finish(divided)
    # Select the webhooks of the client.
    webhooks = select_webhooks(all_webhooks, config)
    # Remove types that include themselves.
    break_cycles(reader.declarations, context.diagnostics)
    # Narrow the discriminator properties of the members of unions.
    reader.narrow_tags()
    # Complete the properties that the client computes.
    resolve_joined_texts(reader.declarations, context.diagnostics)
    # Find the files in payloads of callbacks and webhooks.
    drafts, webhooks = complete_payloads(reader, drafts, webhooks)
    # Declare the union of all webhook payloads.
    names = tuple(item.name for item in all_webhooks)
    return drafts, names, webhooks, build_event_type(reader, webhooks)


def _read_security(
    context: Context, config: Config, drafts: list[Draft], servers: Servers
) -> tuple[tuple[Credential, ...], Requirements]:
    """Return the credentials of the client, and which of them operations require."""
    # Build the security schemes.
    schemes = build_credentials(context)
    # Convert required headers for authentication into credentials.
    credentials, headers = take_header_credentials(context, drafts, schemes.credentials)
    check_credentials(context, credentials, config)
    requirements = Requirements(
        context, drafts, servers, credentials, headers, schemes.names
    )
    return credentials, requirements


def _name_operations(
    reader: SchemaReader,
    drafts: list[Draft],
    servers: Servers,
    requirements: Requirements,
    config: Config,
    recorded: RecordedNames,
) -> list[Operation]:
    """Return the operations with their names and results, and the settings of these."""
    named = build_operations(
        reader, drafts, servers, requirements, config.names, recorded
    )
    check_names(named, config, reader.diagnostics)
    # Find the calls that can follow responses.
    named = add_links(reader.context, reader.declarations, drafts, named)
    return apply_accumulation(named, reader.declarations, config, reader.diagnostics)


def _restrict_operations(
    operations: list[Operation], schemas: dict[Key, Declaration]
) -> list[Operation]:
    """Return the operations with bodies and parameters that can be encoded."""
    return restrict_binary(restrict_bodies(operations, schemas), schemas)


def _complete_operations(
    operations: list[Operation],
    named: list[Operation],
    drafts: list[Draft],
    credentials: tuple[Credential, ...],
    reader: SchemaReader,
    config: Config,
) -> list[Operation]:
    """Return the selected operations with bodies, brackets, pagination and headers.

    Args:
        operations: The selected operations.
        named: All operations.
        drafts: All operations without names.
        credentials: The credentials of the client.
        reader: Contains the declarations.
        config: The settings.
    """
    schemas, diagnostics = reader.declarations, reader.diagnostics
    # Require the bodies whose schema has required properties.
    operations = require_bodies(operations, schemas, config, diagnostics, known=named)
    # Find the parameters and properties whose names are sent with brackets.
    operations = apply_brackets(
        operations, drafts, schemas, config, diagnostics, known=named
    )
    # Detect pagination.
    operations = add_pagination(operations, schemas, config, diagnostics, known=named)
    # Find the constant headers that only samples show.
    operations = add_sample_headers(operations, credentials, config, diagnostics)
    # Send the version of the API that nearly all operations declare.
    return send_version_headers(operations, named, schemas, diagnostics)
