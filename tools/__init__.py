"""What the Makefile calls: services, demo and the checks. Nothing here is part of the hub that runs."""
