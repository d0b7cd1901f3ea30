"""What the reading API is measured against: (a) hand-written SQL and (b) plain graphene-django, in the same server."""
