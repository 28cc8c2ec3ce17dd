#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop is told at the start of a day: how much is due, and nobody's name.

notification.py CIRCULATE: the program on a session bus of its own, where this test is who shows notifications: as most
desktops do it, and as GNOME does.
"""
import contextlib
import json
import os
import pathlib
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
TODAY = '2026-11-21'
SECONDS = 60
SHORTEST = 4  # letters of a name; "All" and "Web" are in other words
BODY = 'Overdue or due today, on the page Today.'

# What a desktop has to answer, and where in a notification its title and its words are.
FREEDESKTOP = '''<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
</interface></node>'''
GTK = '''<node><interface name="org.gtk.Notifications">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>'''


class Desktop:
    """Shows notifications, by keeping what it was told."""

    def __init__(self, bus, xml, name, path):
        self.bus, self.told = bus, []
        self.object = bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], self.called, None, None)
        self.call('RequestName', GLib.Variant('(su)', (name, 0)))
        self.name = name

    def call(self, method, arguments):
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method, arguments, None,
                           Gio.DBusCallFlags.NONE, -1, None)

    def called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method in ('Notify', 'AddNotification'):
            self.told.append(arguments.unpack())
        invocation.return_value(GLib.Variant('(u)', (len(self.told),)) if method == 'Notify' else None)

    def wait(self, number):
        end = time.monotonic() + SECONDS
        # A source that ends by itself, so that the wait for a word that never comes is over at last.
        GLib.timeout_add_seconds(SECONDS, lambda: GLib.SOURCE_REMOVE)
        while len(self.told) < number:
            GLib.MainContext.default().iteration(True)
            assert time.monotonic() < end, f'{len(self.told)} notifications, and not {number}'
        return self.told[number - 1]

    def close(self):
        self.call('ReleaseName', GLib.Variant('(s)', (self.name,)))
        self.bus.unregister_object(self.object)


def words_of(value):
    """Every text in what was sent, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from words_of(key)
            yield from words_of(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from words_of(inner)


def listed(path, kind):
    done = subprocess.run([CIRCULATE, '--database', path, 'list', kind, '--json'], capture_output=True, check=True, timeout=SECONDS,
                          env=dict(os.environ, CIRC_TODAY=TODAY))
    return json.loads(done.stdout)


def names_in(path):
    """What items, people, groups and audiences of the file are called, and what stands in the cells of its items."""
    names = set()
    for kind in ('contacts', 'groups', 'agencies', 'audiences', 'lists', 'messages'):
        for record in listed(path, kind):
            names.update(text for key, text in record.items() if 'name' in key and isinstance(text, str))
    for item in listed(path, 'plan'):
        names.update((item['ref'], item['what']))
        names.update(entry['text'] for key in ('to_whom', 'how', 'by_whom') for entry in item[key])
    names.discard('')
    return {name for name in names if len(name) >= SHORTEST}


def count_due(path):
    return sum(1 for one in listed(path, 'occurrences') if one['due_on'] and one['due_on'] <= TODAY and not one['completed_on']
               and not one['cancelled_on'] and not one['not_required_reason'])


def check(notification, title, body, names, n_due):
    assert (title, body) == (f'{n_due} items are due', BODY), (title, body)
    for text in words_of(notification):
        for name in names:
            assert name.lower() not in text.lower(), (name, text)


def wait_for_owner(bus, name):
    end = time.monotonic() + SECONDS
    while not bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
                            GLib.Variant('(s)', (name,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]:
        assert time.monotonic() < end, f'nobody owns {name}'


@contextlib.contextmanager
def running(path):
    """The program with a window on a file; its settings are kept in a file of the private home."""
    environment = dict(os.environ, CIRC_TEST='unique', CIRC_TODAY=TODAY, GSETTINGS_BACKEND='keyfile')
    process = subprocess.Popen([CIRCULATE, '--database', path], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        yield environment
        process.terminate()
        assert process.communicate(timeout=SECONDS) == (b'', b'')
    finally:
        process.kill()


def main():
    with tempfile.TemporaryDirectory() as folder, Tap() as tap:
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        paths = [str(pathlib.Path(folder, f'{name}.circulate')) for name in ('first', 'second', 'third')]
        for path in paths:
            subprocess.run([CIRCULATE, 'create', path, '--template', 'sample'], check=True, stdout=subprocess.DEVNULL,
                           env=dict(os.environ, CIRC_TODAY=TODAY))
        names, n_due = names_in(paths[0]), count_due(paths[0])
        with tap.point('there is something to tell, and somebody to name'):
            assert n_due > 1 and len(names) > 50, (n_due, len(names))
        desktop = Desktop(bus, FREEDESKTOP, 'org.freedesktop.Notifications', '/org/freedesktop/Notifications')
        with tap.point('a desktop is told how many are due, and no name'):
            with running(paths[0]):
                told = desktop.wait(1)
                check(told, told[3], told[4], names, n_due)
        with tap.point('once a day for each file'):
            with running(paths[0]) as environment:
                # Not before there is one to hand its file to: it would be the first itself.
                wait_for_owner(bus, NAME)
                second = subprocess.Popen([CIRCULATE, '--database', paths[1]], env=environment)
                told = desktop.wait(2)
                assert second.wait(SECONDS) == 0
                check(told, told[3], told[4], names, n_due)
                # The second file was opened after the first, which has had nothing to say.
                assert len(desktop.told) == 2, desktop.told
        desktop.close()
        desktop = Desktop(bus, GTK, 'org.gtk.Notifications', '/org/gtk/Notifications')
        with tap.point('GNOME is told the same'):
            with running(paths[2]):
                told = desktop.wait(1)
                assert told[:2] == (NAME, 'due'), told
                check(told, told[2]['title'], told[2]['body'], names, n_due)
        desktop.close()


main()
