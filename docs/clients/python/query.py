"""Is it well, and what is wrong? Usage: python query.py [URL]; VITALS_TOKEN where it is asked who comes."""

import os
import sys
from pathlib import Path

from gql import Client, GraphQLRequest
from gql.transport.exceptions import TransportError
from gql.transport.httpx import HTTPXTransport

DOCUMENT = Path(__file__).parent.parent / "operations" / "worst-findings.graphql"

url = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:4000"
token = os.environ.get("VITALS_TOKEN")

transport = HTTPXTransport(
    url=f"{url}/graphql",
    headers={"authorization": f"Bearer {token}"} if token else {},
    timeout=10,
)
request = GraphQLRequest(DOCUMENT.read_text(), variable_values={"first": 5})
try:
    with Client(transport=transport) as session:
        answer = session.execute(request)
except TransportError as error:
    # Not reached, refused, or not answered in full.
    sys.exit(f"{url}: {error}")

findings = answer["findings"]
print(f"{answer['platform']['health']['status']}: {findings['totalCount']} to be mended")
for finding in findings["nodes"]:
    resource = finding["resource"] or {"kind": "", "name": ""}
    print(f"{finding['severity']} {resource['kind']} {resource['name']}: {finding['message']}")
