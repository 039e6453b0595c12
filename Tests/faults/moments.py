"""Kills work at random moments, and looks at what is left."""

import random
import subprocess
import time

SIGKILL = -9


def kill_at_random(process, longest, ends=(0,)):
    """Lets a process run for a random part of the time that it takes, and kills it.

    Gives whether it was killed: one that was done before has acknowledged its work, with one of
    the exit codes it may end with.
    """
    try:
        process.communicate(timeout=random.uniform(0, longest))
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    assert process.returncode in (*ends, SIGKILL), process.returncode
    return process.returncode == SIGKILL


def duration(work):
    """Seconds that some work takes."""
    began = time.monotonic()
    work()
    return time.monotonic() - began
