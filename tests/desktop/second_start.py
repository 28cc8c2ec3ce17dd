#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting twice on one desktop: the second process hands its file to the first, which raises the window that has it.

second_start.py CIRCULATE: two real processes and a third on a session bus of their own.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from circ_tap import Tap
import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

CIRCULATE = os.path.abspath(sys.argv[1])
NAME = 'io.github.circulate.Circulate'
PATH = '/' + NAME.replace('.', '/') + '/window'
SECONDS = 60


def start(*arguments):
    environment = dict(os.environ, CIRC_TEST='unique', CIRC_TODAY='2026-11-21')
    return subprocess.Popen([CIRCULATE, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def windows(bus):
    """How many windows the application has: each is an object on the bus."""
    try:
        reply = bus.call_sync(NAME, PATH, 'org.freedesktop.DBus.Introspectable', 'Introspect', None, None,
                              Gio.DBusCallFlags.NO_AUTO_START, 5000, None)
    except GLib.Error:
        return 0
    return len(re.findall(r'<node name="\d+"', reply.unpack()[0]))


def wait_for_windows(bus, number, process):
    """Each question is answered by the main loop of the application, so it is idle between them."""
    end = time.monotonic() + SECONDS
    while windows(bus) != number:
        assert process.poll() is None, process.stderr.read().decode()
        assert time.monotonic() < end, f'{windows(bus)} windows, and not {number}'


def ended(process):
    out, errors = process.communicate(timeout=SECONDS)
    assert (process.returncode, out, errors) == (0, b'', b''), (process.returncode, out, errors)


def main():
    with tempfile.TemporaryDirectory() as folder, Tap() as tap:
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        first, other = (str(pathlib.Path(folder, name)) for name in ('first.circulate', 'other.circulate'))
        for name in (first, other):
            subprocess.run([CIRCULATE, 'create', name, '--template', 'starter'], check=True, stdout=subprocess.DEVNULL)
        process = start('--database', first)
        try:
            with tap.point('the first process opens a window'):
                wait_for_windows(bus, 1, process)
            with tap.point('a second on the same file ends at once, and there is no second window'):
                ended(start('--database', first))
                # What follows is handled after it, in order.
                ended(start('--database', os.path.join(folder, '.', 'first.circulate')))
                link = os.path.join(folder, 'link.circulate')
                os.symlink(first, link)
                ended(start('--database', link))
                assert windows(bus) == 1
            with tap.point('one on another file opens a second window in the first process'):
                ended(start('--database', other))
                wait_for_windows(bus, 2, process)
            with tap.point('and one without a file opens none'):
                ended(start())
                assert windows(bus) == 2
            with tap.point('the first process is well'):
                process.terminate()
                assert process.communicate(timeout=SECONDS) == (b'', b'')
        finally:
            process.kill()


main()
