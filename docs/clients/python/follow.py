"""Prints each change of a verdict as a line of JSON; goes on after its last cursor when the connection was lost.

Usage: python follow.py [URL]; VITALS_TOKEN where it is asked who comes.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

from gql import Client, GraphQLRequest
from gql.transport.exceptions import TransportError, TransportQueryError
from gql.transport.websockets import WebsocketsTransport

DOCUMENT = (Path(__file__).parent.parent / "operations" / "follow-health.graphql").read_text()

REFUSED = {4400, 4401, 4403, 4406}  # bad request, unauthorised, forbidden, no such protocol: the next time, too

url = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:4000"
token = os.environ.get("VITALS_TOKEN")


async def listen(cursor):
    """Yields what comes over one connection, to its end."""
    transport = WebsocketsTransport(
        url=f"{url.replace('http', 'ws', 1)}/graphql",
        subprotocols=[WebsocketsTransport.GRAPHQLWS_SUBPROTOCOL],
        init_payload={"authorization": f"Bearer {token}"} if token else {},
        ping_interval=5,
    )
    request = GraphQLRequest(DOCUMENT, variable_values={"after": cursor, "initial": cursor is None})
    async with Client(transport=transport) as session:
        async for event in session.subscribe(request):
            yield event["healthChanges"]


async def main():
    cursor = None
    while True:
        try:
            async for change in listen(cursor):
                cursor = change["cursor"] or cursor
                if change["type"] != "BOOKMARK":
                    print(json.dumps(change), flush=True)
        except TransportQueryError as refused:
            # Too old a cursor, or one of another life of the server: all begins anew.
            if refused.errors[0].get("extensions", {}).get("code") != "CURSOR_EXPIRED":
                raise
            cursor = None
        except (TransportError, asyncio.TimeoutError) as lost:
            closed = getattr(lost.__cause__, "rcvd", None)
            if closed is not None and closed.code in REFUSED:
                raise
            print("the connection was lost", file=sys.stderr, flush=True)
        await asyncio.sleep(1)


asyncio.run(main())
