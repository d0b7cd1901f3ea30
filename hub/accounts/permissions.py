"""Which group of Wagtail stands behind which role, and what a role lets a person do to records."""

from collections.abc import Mapping

from .enums import RoleName

# Wagtail asks groups. They are kept in step with the roles by `hub.accounts.actions`, and by nothing else.
GROUP_OF_ROLE: Mapping[str, str] = {
    RoleName.EDITOR: "Editors",
    RoleName.REVIEWER: "Reviewers",
    RoleName.TRANSLATOR: "Translators",
    RoleName.ADMINISTRATOR: "Administrators",
}

# What each role may do to curated things within its scope. The groups' permissions are made from the same table.
ACTIONS_OF_ROLE: Mapping[str, frozenset[str]] = {
    RoleName.PRACTITIONER: frozenset(),
    RoleName.EDITOR: frozenset({"view", "add", "change", "delete"}),
    RoleName.TRANSLATOR: frozenset({"view", "add", "change"}),
    RoleName.REVIEWER: frozenset({"view", "change", "lock", "unlock", "review"}),
    RoleName.ADMINISTRATOR: frozenset({"view", "add", "change", "delete", "publish", "lock", "unlock", "review"}),
}
