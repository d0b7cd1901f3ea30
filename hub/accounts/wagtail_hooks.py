"""What accounts add to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from .admin.viewsets import RoleViewSet


@hooks.register("register_admin_viewset")
def register_roles() -> RoleViewSet:
    return RoleViewSet()


@hooks.register("register_log_actions")
def register_role_actions(actions: LogActionRegistry) -> None:
    actions.register_action("accounts.role.grant", _("Grant role"), _("Role was granted"))
    actions.register_action("accounts.role.revoke", _("Revoke role"), _("Role was taken away"))
