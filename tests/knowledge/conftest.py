"""The people of a hub that is set up: every test of the desk meets the same ones."""

import pytest

from knowledge.workflows import set_up_workflows

from .desk import make_person


@pytest.fixture
def desk(root_page):
    """Groups, permissions and workflows as `set_up_workflows` leaves them."""
    return set_up_workflows()


@pytest.fixture
def editor(desk):
    return make_person("editor", "editor")


@pytest.fixture
def reviewer(desk):
    return make_person("reviewer", "reviewer")


@pytest.fixture
def second_reviewer(desk):
    return make_person("lawyer", "reviewer")


@pytest.fixture
def administrator(desk):
    return make_person("administrator", "administrator")
