# SPDX-License-Identifier: GPL-3.0-or-later
"""Real key events on the display of tests/headless.sh, by the XTest extension.

AT-SPI's own key synthesis changes the keyboard's map for each character that the layout lacks and changes it back at once, so
that a program which looks a little later types another character. Here a character gets a spare key and keeps it.
"""
import re

from Xlib import X, XK, display
from Xlib.ext import xtest

MODIFIERS = {'control': 'Control_L', 'ctrl': 'Control_L', 'shift': 'Shift_L', 'alt': 'Alt_L', 'super': 'Super_L'}


class Keyboard:
    """settle: called before a spare key is given to another character; must return once all keys so far were handled."""

    def __init__(self, settle):
        self.display = display.Display()
        self.settle = settle
        self.first = self.display.display.info.min_keycode
        self.spare = []
        self.given = {}
        self.keys = {}
        count = self.display.display.info.max_keycode - self.first + 1
        for offset, symbols in enumerate(self.display.get_keyboard_mapping(self.first, count)):
            if not any(symbols):
                self.spare.append(self.first + offset)
            for level in (0, 1):
                if symbols[level]:
                    self.keys.setdefault(symbols[level], (self.first + offset, level))

    def focus_top_window(self):
        """There is no window manager: the window that was mapped last gets the keys, menus excepted."""
        top = None
        for window in self.display.screen().root.query_tree().children:
            attributes = window.get_attributes()
            if attributes.map_state == X.IsViewable and not attributes.override_redirect:
                top = window
        if top is not None and self.display.get_input_focus().focus != top:
            top.set_input_focus(X.RevertToPointerRoot, X.CurrentTime)
            self.display.sync()

    def key_for(self, symbol):
        if symbol in self.keys:
            return self.keys[symbol]
        if symbol not in self.given:
            if not self.spare:
                self.settle()
                oldest = next(iter(self.given))
                self.spare.append(self.given.pop(oldest))
            code = self.spare.pop(0)
            self.display.change_keyboard_mapping(code, [(symbol, symbol)])
            self.display.sync()
            self.given[symbol] = code
        return self.given[symbol], 0

    def send(self, symbol, modifiers=()):
        code, level = self.key_for(symbol)
        held = [self.key_for(XK.string_to_keysym(name))[0] for name in modifiers]
        if level == 1 and 'Shift_L' not in modifiers:
            held.append(self.key_for(XK.XK_Shift_L)[0])
        for key in held:
            xtest.fake_input(self.display, X.KeyPress, key)
        xtest.fake_input(self.display, X.KeyPress, code)
        xtest.fake_input(self.display, X.KeyRelease, code)
        for key in reversed(held):
            xtest.fake_input(self.display, X.KeyRelease, key)
        self.display.sync()

    def press(self, accelerator):
        """press('Tab'), press('<Control>n'), press('<Shift><Alt>Page_Down'): names as GTK's accelerators have them."""
        names = re.findall(r'<(\w+)>', accelerator)
        key = accelerator.rsplit('>', 1)[-1] if names else accelerator
        symbol = XK.string_to_keysym(key) or (symbol_of(key) if len(key) == 1 else 0)
        if not symbol:
            raise ValueError(f'no key is called {key!r}')
        self.focus_top_window()
        self.send(symbol, [MODIFIERS[name.lower()] for name in names])

    def type_text(self, text):
        self.focus_top_window()
        for character in text:
            self.send(symbol_of(character))


def symbol_of(character):
    if character == '\n':
        return XK.XK_Return
    if character == '\t':
        return XK.XK_Tab
    number = ord(character)
    return number if number < 0x100 else 0x01000000 | number
