"""The supervisor: restarts what falls, sweeps away what a fallen leader left behind, stops gracefully."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from firstfoot.operations import supervisor
from firstfoot.operations.supervisor import Child

PYTHON = sys.executable


def wait_until(condition, seconds=10.0):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.02)
    return False


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def child(request):
    made = []

    def start(code, grace=5.0):
        made.append(Child("part", [PYTHON, "-c", textwrap.dedent(code)], grace))
        made[-1].start()
        return made[-1]

    yield start
    for one in made:
        one.grace = 0
        one.wait_or_kill()


def test_a_fallen_child_is_started_again_after_a_growing_pause(child, monkeypatch, capsys):
    monkeypatch.setattr(supervisor, "FIRST_PAUSE", 0.1)
    part = child("raise SystemExit(3)")
    part.pause = 0.1
    assert wait_until(lambda: part.process.poll() is not None)
    part.tend()
    assert (part.process, part.pause) == (None, 0.2)
    assert "part ended with 3" in capsys.readouterr().out
    part.tend()
    assert part.process is None, "not before the pause is over"
    assert wait_until(lambda: part.tend() or part.process is not None)


def test_a_child_that_ran_long_starts_again_without_delay(child):
    part = child("raise SystemExit(0)")
    part.pause, part.started = 30.0, time.monotonic() - supervisor.STEADY_AFTER - 1
    assert wait_until(lambda: part.process.poll() is not None)
    part.tend()
    assert part.pause == supervisor.FIRST_PAUSE * 2


def test_what_a_leader_left_behind_is_ended_before_the_restart(child, tmp_path):
    note = tmp_path / "pid"
    part = child(f"""
        import os, subprocess, sys
        left = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        open({str(note)!r}, "w").write(str(left.pid))
        os._exit(1)
    """)
    assert wait_until(lambda: part.process.poll() is not None)
    left = int(note.read_text())
    assert is_alive(left)
    part.tend()
    assert wait_until(lambda: not is_alive(left))


def test_a_child_finishes_what_is_in_hand_when_asked_to_stop(child, tmp_path):
    note = tmp_path / "done"
    part = child(f"""
        import signal, time
        def stop(*_):
            time.sleep(0.3); open({str(note)!r}, "w").write("done"); raise SystemExit
        signal.signal(signal.SIGTERM, stop)
        open({str(note)!r} + ".ready", "w").close()
        time.sleep(60)
    """)
    assert wait_until(Path(f"{note}.ready").exists)
    part.ask_to_stop()
    part.wait_or_kill()
    assert note.read_text() == "done"


def test_a_child_that_will_not_stop_is_ended(child, tmp_path, capsys):
    note = tmp_path / "ready"
    part = child(
        f"""
        import signal, time
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        open({str(note)!r}, "w").close()
        time.sleep(60)
        """,
        grace=0.2,
    )
    assert wait_until(note.exists)
    part.ask_to_stop()
    part.wait_or_kill()
    assert part.process.returncode == -signal.SIGKILL
    assert "did not stop" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_children_stop_when_the_supervisor_is_killed_hard(tmp_path):
    note = tmp_path / "pid"
    code = f"""
        import os, sys
        from firstfoot.operations.supervisor import Child, Supervisor
        class Noting(Child):
            def start(self):
                super().start(); open({str(note)!r}, "w").write(str(self.process.pid))
        part = Noting("part", [sys.executable, "-c", "import time; time.sleep(60)"], 5)
        Supervisor([part], address=("127.0.0.1", 1)).run()
    """
    whole = subprocess.Popen([PYTHON, "-c", textwrap.dedent(code)])
    assert wait_until(lambda: note.exists() and note.read_text())
    pid = int(note.read_text())
    assert is_alive(pid)
    os.kill(whole.pid, signal.SIGKILL)
    whole.wait()
    assert wait_until(lambda: not is_alive(pid))


def test_the_supervisor_stops_all_and_leaves_with_zero():
    code = """
        import sys
        from firstfoot.operations.supervisor import Child, Supervisor
        parts = [Child(n, [sys.executable, "-c", "import time; time.sleep(60)"], 5) for n in ("one", "two")]
        print("up", flush=True)
        sys.exit(Supervisor(parts, address=("127.0.0.1", 1)).run())
    """
    whole = subprocess.Popen([PYTHON, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True)
    assert whole.stdout.readline() == "up\n"
    time.sleep(0.5)
    whole.terminate()
    assert whole.wait(10) == 0
    whole.stdout.close()
