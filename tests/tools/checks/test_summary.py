"""The last line counts the tests of every report."""

from tools.checks.summary import count_tests


def test_counts_over_all_reports_and_ignores_a_broken_one(tmp_path):
    (tmp_path / "a.xml").write_text(
        '<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1"/></testsuites>'
    )
    (tmp_path / "b.xml").write_text('<testsuites><testsuite tests="7" failures="0"/></testsuites>')
    (tmp_path / "c.xml").write_text("<testsuites>")

    assert count_tests(tmp_path) == (9, 2, 1)
