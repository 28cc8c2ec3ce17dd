# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs must find in a document of ours. Each check is a function (path, work, words) that raises
AssertionError with what is wrong; work is a folder that may be filled."""

import datetime
import json
import os
import re
import subprocess
import zipfile
import xml.etree.ElementTree as ElementTree

import openpyxl

HERE = os.path.dirname(os.path.abspath(__file__))
JARS = ['pdfbox2', 'preflight', 'xmpbox', 'fontbox2', 'commons-logging', 'javax.activation', 'jaxb-api']
TABLE_NS = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
STYLE_NS = '{urn:oasis:names:tc:opendocument:xmlns:style:1.0}'


def run(*command, **options):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300, **options)
    output = result.stdout.decode('utf-8', 'replace')
    assert result.returncode == 0, '%s: %s%s' % (command[0], output, result.stderr.decode('utf-8', 'replace'))
    return output


def convert(path, folder, target):
    """LibreOffice with a profile of its own, so that a window that is open does not answer instead."""
    profile = 'file://' + os.path.join(os.path.abspath(folder), 'profile')
    run('soffice', '-env:UserInstallation=' + profile, '--headless', '--convert-to', target, '--outdir', folder, path,
        env=dict(os.environ, HOME=folder))
    return os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + '.' + target)


def assert_words(text, words):
    """Each word as often as it is expected, or, where a narrow column broke it, at least somewhere."""
    found = {}
    for word in text.split():
        found[word] = found.get(word, 0) + 1
    wanted = {}
    for word in words:
        wanted[word] = wanted.get(word, 0) + 1
    solid = re.sub(r'\s', '', text)
    missing = [word for word, n in wanted.items() if found.get(word, 0) < n and solid.count(word) < n]
    assert not missing, '%d words are missing, the first: %s' % (len(missing), missing[:5])


# XLSX

def check_openpyxl(path, work, words):
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == 'About', book.sheetnames
    assert not book.properties.creator and not book.properties.lastModifiedBy, 'the file names a person'
    assert book.properties.title, 'the file has no title'
    for sheet in book:
        assert sheet.sheet_state == 'visible', sheet.title + ' is hidden'
        assert not sheet.merged_cells.ranges, sheet.title + ' has merged cells'
        assert sheet.page_setup.orientation == 'landscape' and sheet.page_setup.paperSize == 9, 'not A4 landscape'
        assert sheet.oddHeader.center.text and sheet.oddFooter.center.text, 'no marking on paper'
        for name, dimension in list(sheet.column_dimensions.items()) + list(sheet.row_dimensions.items()):
            assert not dimension.hidden, '%s %s is hidden' % (sheet.title, name)
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.comment is None, cell.coordinate + ' has a comment'
                assert cell.data_type != 'f', cell.coordinate + ' is a formula'
                if cell.hyperlink:
                    assert sheet.title == 'About' and not cell.hyperlink.target, cell.coordinate + ' leads outside'
                if cell.number_format.startswith('dd/mm') and cell.value is not None:
                    assert isinstance(cell.value, (datetime.date, datetime.datetime)), \
                        '%s: %r is no date' % (cell.coordinate, cell.value)
        if sheet.auto_filter.ref:
            assert sheet.freeze_panes, sheet.title + ' is not frozen'
            assert sheet.print_title_rows, sheet.title + ' does not repeat its header on paper'


def check_archive(path, work, words):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert 'comments' not in name and 'custom' not in name, name
            if name.endswith(('.xml', '.rels')):
                ElementTree.fromstring(archive.read(name))


def check_office_words(path, work, words):
    pdf = convert(path, work, 'pdf')
    text = run('pdftotext', '-raw', '-nopgbrk', pdf, '-')
    assert '###' not in text, 'a number is wider than its column'
    assert_words(text, words)


def row_heights(path):
    """Of each sheet, the heights of its rows in inches."""
    root = ElementTree.parse(path).getroot()
    heights = {}
    for style in root.iter(STYLE_NS + 'style'):
        row = style.find(STYLE_NS + 'table-row-properties')
        if row is not None:
            value = row.get(STYLE_NS + 'row-height')
            assert value.endswith('in'), value
            heights[style.get(STYLE_NS + 'name')] = float(value[:-2])
    sheets = {}
    for table in root.iter(TABLE_NS + 'table'):
        rows = sheets.setdefault(table.get(TABLE_NS + 'name'), [])
        for row in table.iter(TABLE_NS + 'table-row'):
            n = int(row.get(TABLE_NS + 'number-rows-repeated', '1'))
            if n < 10000:
                rows.extend([heights[row.get(TABLE_NS + 'style-name')]] * n)
    return sheets


def check_office_heights(path, work, words):
    """No text is cut: LibreOffice, asked for the height that each row needs, never wants more than the file says."""
    ours = convert(path, work, 'fods')
    with open(ours, encoding='utf-8') as file:
        source = file.read()
    source = re.sub(r'style:row-height="[^"]*"', '', source)
    source = source.replace('style:use-optimal-row-height="false"', 'style:use-optimal-row-height="true"')
    free = os.path.join(work, 'free.fods')
    with open(free, 'w', encoding='utf-8') as file:
        file.write(source)
    folder = os.path.join(work, 'measured')
    os.makedirs(folder)
    written = row_heights(ours)
    needed = row_heights(convert(free, folder, 'fods'))
    assert sum(len(rows) for rows in written.values()) > 3
    for sheet, rows in needed.items():
        for i, height in enumerate(rows[:len(written[sheet])]):
            assert written[sheet][i] > height - 0.005, \
                '%s, row %d: %.2f in, but its text needs %.2f' % (sheet, i + 1, written[sheet][i], height)


# PDF

def check_qpdf(path, work, words):
    run('qpdf', '--check', path)
    root = json.loads(run('qpdf', '--json', '--json-key=qpdf', path))['qpdf'][1]
    catalogue = root[root['trailer']['value']['/Root'].join(['obj:', ''])]['value']
    assert re.match(r'u:[a-z]{2}(-[A-Z]{2})?$', catalogue['/Lang']), catalogue['/Lang']
    assert catalogue['/ViewerPreferences']['/DisplayDocTitle'] is True
    assert catalogue['/MarkInfo']['/Marked'] is True


def check_poppler(path, work, words):
    info = run('pdfinfo', path)
    assert re.search(r'^Tagged: +yes$', info, re.M), info
    assert re.search(r'^Title: +\S', info, re.M), info
    assert not re.search(r'^(Author|Creator):', info, re.M), info
    for line in run('pdffonts', path).splitlines()[2:]:
        assert line.split()[-5:-2] == ['yes', 'yes', 'yes'], 'not embedded: ' + line
    assert_words(run('pdftotext', '-raw', '-nopgbrk', path, '-'), words)


def check_pages(path, work, words):
    """Marking top and bottom, and page x of y, on each page."""
    pages = run('pdftotext', '-layout', path, '-').split('\f')[:-1]
    for i, page in enumerate(pages):
        assert 'Page %d of %d' % (i + 1, len(pages)) in page, 'page %d does not say so' % (i + 1)
        lines = [line for line in page.splitlines() if line.strip()]
        assert re.search('OFFICIAL|PUBLIC', lines[0]) and re.search('OFFICIAL|PUBLIC', ''.join(lines[-3:])), i + 1


def check_preflight(path, work, words):
    jars = [os.path.join('/usr/share/java', jar + '.jar') for jar in JARS]
    missing = [jar for jar in jars if not os.path.exists(jar)]
    assert not missing, 'not installed: %s' % missing
    run('java', '-cp', ':'.join(jars), os.path.join(HERE, 'Preflight.java'), path)


CHECKS = {
    '.xlsx': [check_archive, check_openpyxl, check_office_words, check_office_heights],
    '.pdf': [check_qpdf, check_poppler, check_pages, check_preflight],
}
