"""The demo content: written by the project, true or plainly marked as an example, loaded by `manage.py load_demo`."""
