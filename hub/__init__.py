"""The platform: everything the floors above stand on."""

import sys
from pathlib import Path

# `graphql/` is a second source root without an __init__.py, so that `import graphql` keeps meaning graphql-core.
_GRAPHQL_ROOT = Path(__file__).resolve().parent.parent / "graphql"
if (_GRAPHQL_ROOT / "hub_graphql").is_dir() and str(_GRAPHQL_ROOT) not in sys.path:
    sys.path.append(str(_GRAPHQL_ROOT))
