"""The schema, put together."""

import graphene


class Query(graphene.ObjectType):
    """What can be read."""

    ping = graphene.String()


schema = graphene.Schema(query=Query)
