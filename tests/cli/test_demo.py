"""The demo does the main job from reading to answers."""

from __future__ import annotations

from click.testing import CliRunner

from diurna import demo
from diurna.cli import app


def test_the_demo_shows_a_timeline_changes_and_three_answers() -> None:
    result = CliRunner().invoke(app, ["demo"])
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    timeline, changes, answers = result.stdout.split("=\n")[1:]
    assert "“" in timeline
    assert "reversal" in changes
    asked = [line for line in answers.splitlines() if line.startswith("$ diurna ask")]
    assert len(asked) == len(demo.questions()) == 3
    assert [q.ask for q in demo.questions() if q.ask not in answers] == []
