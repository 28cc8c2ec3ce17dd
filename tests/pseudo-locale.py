#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a language that nobody speaks, to see what is not translated and what does not fit.

pseudo-locale.py POT FOLDER: writes FOLDER/en_XA/LC_MESSAGES/circulate.mo. Each message is in brackets, accented and a third
longer; formats, markup and mnemonics stay. To look at it:

    meson setup build-xa --prefix="$PWD/out/xa" --libdir=lib
    ninja -C build-xa circulate-pot install
    tests/pseudo-locale.py po/circulate.pot out/xa/share/locale
    LANGUAGE=en_XA LC_ALL=C.UTF-8 GSETTINGS_SCHEMA_DIR=out/xa/share/glib-2.0/schemas out/xa/bin/circulate
"""
import ast
import pathlib
import re
import subprocess
import sys

ACCENTS = str.maketrans('AEIOUYaeiouycnsz', 'ÅÉÎÖÛÝåéîöûýçñšž')
KEEP = re.compile(r'(%(?:\d+\$)?[-+ #0\']*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j|t|L)?[a-zA-Z%]'
                  r'|%" *G_G[A-Z0-9]+_FORMAT *"|<[^>]*>|&[a-z]+;|\\.|\{[^}]*\})')


def pseudo(text):
    if not text:
        return text
    parts = KEEP.split(text)
    parts[::2] = [part.translate(ACCENTS) for part in parts[::2]]
    words = ''.join(parts)
    # A line feed at either end must stay there: msgfmt holds a translation to it.
    inner = words.strip('\n')
    start = words[:len(words) - len(words.lstrip('\n'))]
    end = words[len(words.rstrip('\n')):]
    return f'{start}[{inner}{" ·" * (len(inner) // 6)}]{end}'


def read(lines):
    """The value of a keyword that goes on over the following lines, and how many lines it took."""
    value = ast.literal_eval(lines[0].split(' ', 1)[1])
    taken = 1
    while taken < len(lines) and lines[taken].startswith('"'):
        value += ast.literal_eval(lines[taken])
        taken += 1
    return value, taken


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'


def translate(template):
    lines = template.splitlines()
    out = []
    singular = plural = ''
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith(('msgid ', 'msgid_plural ', 'msgctxt ')):
            value, taken = read(lines[at:])
            out += lines[at:at + taken]
            if line.startswith('msgid '):
                singular = value
            elif line.startswith('msgid_plural '):
                plural = value
            at += taken
        elif line.startswith('msgstr'):
            _, taken = read(lines[at:])
            if not singular:
                out.append('msgstr "Language: en_XA\\nMIME-Version: 1.0\\nContent-Type: text/plain; charset=UTF-8\\n'
                           'Content-Transfer-Encoding: 8bit\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"')
            else:
                source = plural if line.startswith('msgstr[1]') else singular
                out.append(f'{line.split(" ", 1)[0]} {quote(pseudo(source))}')
            at += taken
        elif line == '#, fuzzy':
            at += 1
        else:
            out.append(line)
            at += 1
    return '\n'.join(out) + '\n'


def main():
    template, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    target = folder / 'en_XA' / 'LC_MESSAGES'
    target.mkdir(parents=True, exist_ok=True)
    source = target / 'circulate.po'
    source.write_text(translate(template.read_text(encoding='utf-8')), encoding='utf-8')
    subprocess.run(['msgfmt', '--check-format', f'--output-file={target / "circulate.mo"}', str(source)], check=True)


if __name__ == '__main__':
    main()
