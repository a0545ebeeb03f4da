"""The document in its own terms becomes the model: what it means.

Passes build; none rewrites the whole tree.
"""

from __future__ import annotations


from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.model.api import Api
from generator.normalizer.aliases import spelled, with_aliases
from generator.normalizer.cycles import break_cycles
from generator.normalizer.duplicates import merge_same_declarations
from generator.normalizer.families import families
from generator.normalizer.groups import groups
from generator.normalizer.operations import build_operations, read_operations
from generator.normalizer.paged import with_pagination
from generator.normalizer.polling import pollings
from generator.normalizer.sample_types import sample_types
from generator.normalizer.schemas import SchemaReader
from generator.normalizer.security import check_credentials, credentials
from generator.normalizer.selection import select
from generator.normalizer.service import description, security, servers
from generator.normalizer.tags import narrow_tags
from generator.normalizer.tree import resource_tree
from generator.normalizer.usage import with_usage
from generator.normalizer.webhooks import event_type, webhooks
from generator.normalizer.wanted_names import check_names
from generator.openapi.document import Document


def normalize(document: Document, config: Config, diagnostics: Diagnostics) -> Api:
    """What `document` means.

    Args:
        document: the entry documents and all that they refer to.
        config: which operations are wanted, and what they are called.
        diagnostics: takes everything that could not be represented.
    """
    config = spelled(config)
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
    wanted = select(named, config, diagnostics)
    # How lists go on.
    wanted = with_pagination(
        wanted, reader.declarations, config, diagnostics, known=named
    )
    # What can be waited for.
    waited = pollings(wanted, named, reader.declarations, config, diagnostics)
    # Names of former times, which go on working.
    operations = with_aliases(wanted, named, config, diagnostics)
    # Which declarations are input, output, both or neither, and where they belong.
    declarations = with_usage(reader.declarations, operations, received, event)
    tree = resource_tree(operations, document, receives=event is not None)
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
        groups=groups(document, named, tree, declarations, diagnostics),
        pollings=waited,
        event=event,
        sample_types=sample_types(wanted, reader.declarations, diagnostics),
    )
