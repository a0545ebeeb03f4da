"""The document in its own terms becomes the model: what it means.

Passes build; none rewrites the whole tree.
"""

from __future__ import annotations


from ..config import Config
from ..diagnostics import Diagnostics
from ..model.api import Api
from .context import Context
from .aliases import add_aliases, resolve_id_aliases
from .schemas.cycles import break_cycles
from .schemas.duplicates import merge_same_declarations
from .schemas.inheritance import families
from .chapters.groups import build_groups
from .operations.operations import build_operations, read_operations
from .pagination.apply import add_pagination
from .pagination.polling import build_pollings
from .examples.sample_types import find_sample_types
from .schemas.reader import SchemaReader
from .operations.security import check_credentials, credentials
from .selection import select_operations
from .api_info import description, security, servers
from .schemas.discriminators import narrow_tags
from .names.resource_tree import build_resource_tree
from .schemas.reachability import with_usage
from .operations.webhooks import event_type, webhooks
from .names.from_settings import check_names
from ..openapi.document import Document


def normalize(document: Document, config: Config, diagnostics: Diagnostics) -> Api:
    """What `document` means.

    Args:
        document: the entry documents and all that they refer to.
        config: which operations are wanted, and what they are called.
        diagnostics: takes everything that could not be represented.
    """
    config = resolve_id_aliases(config)
    reader = SchemaReader(document, diagnostics, families(document))
    # One name, one declaration, over all entry documents.
    merge_same_declarations(reader, document)
    # Schemas under components, and the types of parameters, bodies and answers.
    for root in document.roots:
        reader.declare_all(root.schemas)
    drafts = read_operations(reader, document)
    received = webhooks(reader, document)
    reader.finish()
    event = event_type(reader, received)
    # Types that are nothing but themselves.
    break_cycles(reader.declarations, diagnostics)
    # Tags of discriminated unions become literals of their members.
    narrow_tags(reader.declarations)
    # Names, answers, security.
    known = credentials(document, diagnostics)
    named = build_operations(reader, drafts, known, config.names)
    check_names(named, config, diagnostics)
    check_credentials(known, document, config, diagnostics)
    selected = select_operations(named, config, diagnostics)
    # Pagination.
    selected = add_pagination(
        selected, reader.declarations, config, diagnostics, known=named
    )
    # Long-running operations.
    pollings = build_pollings(selected, named, reader.declarations, config, diagnostics)
    # Deprecated names.
    operations = add_aliases(selected, named, config, diagnostics)
    # Which declarations are input, output, both or neither, and where they belong.
    declarations = with_usage(reader.declarations, operations, received, event)
    tree = build_resource_tree(operations, document, has_webhooks=event is not None)
    about = description(document)
    return Api(
        title=about.title,
        version=about.version,
        summary=about.summary,
        description=about.description,
        servers=servers(document, diagnostics),
        credentials=known,
        security=security(document, known, diagnostics),
        root=tree,
        declarations=declarations,
        webhooks=received,
        # Where the reference shows what.
        groups=build_groups(Context(document, diagnostics), named, tree, declarations),
        pollings=pollings,
        event=event,
        sample_types=find_sample_types(selected, reader.declarations, diagnostics),
    )
