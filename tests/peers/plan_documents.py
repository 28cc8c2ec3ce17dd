#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exported plan as other programs see it: LibreOffice, openpyxl, Poppler, qpdf and PDFBox Preflight.

The plan is the reference one where it is there, and an invented one with the hardest cells that people type.
"""
import csv
import datetime
import glob
import os
import pathlib
import re
import subprocess
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'commands'))
import circ_run

JAVA = '/usr/share/java/'
JARS = ['preflight.jar', 'pdfbox2.jar', 'xmpbox.jar', 'fontbox2.jar', 'commons-logging.jar', 'javax.activation.jar',
        'jaxb-api.jar']
LONG = ' '.join('word%05d' % i for i in range(4000))  # 40,000 characters
HARD = [
    ('What needs to be communicated', 'To whom', 'How', 'By whom', 'When'),
    ('The first of the hard rows', LONG, 'E-mail', 'Somebody', 'Monthly'),
    ('=HYPERLINK("http://x")', '@SUM(A1)\n+44 1632 960000\n-1', 'Website', '=1+1', 'At once'),
    ('Sounds \x07 and \x1b control', 'Staff\x0b', 'Website', 'Somebody', 'Never'),
    ('Smiles 🙂 and hearts 💚', 'العربية لغة جميلة', 'Website', 'Zoë O’Brien-Łukasz', 'On 1 May'),
]


def write_plan(place, name, rows):
    with open(place.path / name, 'w', newline='', encoding='utf-8') as file:
        csv.writer(file).writerows(rows)


def plans(place):
    write_plan(place, 'hard.csv', HARD)
    yield 'hard', place.path / 'hard.csv'
    source = os.environ.get('CIRC_SOURCE_DIR', '.')
    reference = pathlib.Path(source).parent / 'shared' / 'reference' / 'stockport-circulation-plan.csv'
    if reference.exists():
        yield 'reference', reference


def export(place, name, plan, ending):
    database = name + '.circulate'
    if not (place.path / database).exists():
        place.done('create', database, '--template', 'starter')
        place.done('--database', database, 'import', 'plan', plan)
    out = '%s.%s' % (name, ending)
    place.done('--database', database, 'export', 'plan', '--format', ending, '--output', out)
    return place.path / out


def cells(plan):
    with open(plan, newline='', encoding='utf-8-sig') as file:
        return [cell for row in list(csv.reader(file))[1:] for cell in row]


def words(text):
    """The words of a text that must arrive; control characters are shown in some other way."""
    return [re.sub('[^\\w]', '', word) for word in re.sub('[\x00-\x08\x0b-\x1f]', ' ', text).split()]


def assert_words(plan, text, what):
    """However lines are broken, every word is there."""
    run = re.sub('[^\\w]', '', text)
    for cell in cells(plan):
        for word in words(cell):
            assert word in run, '%s: “%s” is missing' % (what, word)


def command(*arguments):
    process = subprocess.run([str(a) for a in arguments], capture_output=True, timeout=240, check=False)
    assert process.returncode == 0, (arguments, process.stdout[-2000:], process.stderr[-2000:])
    return process.stdout.decode('utf-8', 'replace')


def pdf_text(path, *options):
    return command('pdftotext', *options, path, '-')


def office_pdf(place, path):
    command('soffice', '-env:UserInstallation=file://%s/office' % place.path, '--headless', '--convert-to', 'pdf',
            '--outdir', place.path / 'office-out', path)
    return place.path / 'office-out' / (path.stem + '.pdf')


def spreadsheet_in_libreoffice(place):
    for name, plan in plans(place):
        text = pdf_text(office_pdf(place, export(place, name, plan, 'xlsx')))
        # A right-to-left run comes out of a PDF in an order of its own.
        for cell in cells(plan):
            for word in words(cell):
                if word.isascii():
                    assert word in re.sub('[^\\w]', '', text), '%s: “%s” is missing' % (name, word)


def spreadsheet_in_openpyxl(place):
    import openpyxl
    for name, plan in plans(place):
        path = export(place, name, plan, 'xlsx')
        book = openpyxl.load_workbook(path)
        text = []
        dates = 0
        for sheet in book:
            assert sheet.sheet_state == 'visible', sheet.title
            assert not any(d.hidden for d in sheet.row_dimensions.values()), sheet.title
            assert not any(d.hidden for d in sheet.column_dimensions.values()), sheet.title
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.comment is None and cell.data_type != 'f', cell.coordinate
                    dates += isinstance(cell.value, datetime.datetime)
                    text.append(str(cell.value) if cell.value is not None else '')
        assert_words(plan, ' '.join(text), name)
        assert not book.properties.creator or book.properties.creator == 'openpyxl', book.properties.creator
        with zipfile.ZipFile(path) as parts:
            core = parts.read('docProps/core.xml').decode()
        assert re.search('<dc:creator>[^<]+<', core) is None, core
        assert re.search('<cp:lastModifiedBy>[^<]+<', core) is None, core


def dates_are_dates(place):
    import openpyxl
    place.done('create', 's.circulate', '--template', 'sample')
    place.done('--database', 's.circulate', 'export', 'plan', '--format', 'xlsx', '--output', 's.xlsx')
    kinds = {}
    for sheet in openpyxl.load_workbook(place.path / 's.xlsx'):
        for row in sheet.iter_rows():
            for cell in row:
                kinds.setdefault(type(cell.value), 0)
                kinds[type(cell.value)] += 1
                assert not re.fullmatch('\\d{4}-\\d\\d-\\d\\d', str(cell.value)), cell.coordinate
    assert kinds.get(datetime.datetime, 0) > 50, kinds


def paper_in_poppler(place):
    for name, plan in plans(place):
        path = export(place, name, plan, 'pdf')
        info = command('pdfinfo', path)
        assert re.search('Tagged: +yes', info) and re.search('Title: +\\S', info), info
        assert re.search('Author:', info) is None, info
        assert_words(plan, pdf_text(path) + pdf_text(path, '-raw'), name)
        pages = pdf_text(path, '-layout').split('\f')[:-1]
        tables = [page for page in pages if re.search('CP-\\d{4}-\\d{3}', page)]
        for page in tables:
            assert 'To whom' in page and 'When' in page, 'the header is not repeated'
        assert '/Lang' in command('qpdf', '--qdf', '--object-streams=disable', path, '-').replace('\0', '')


def reads_row_by_row(place):
    for name, plan in plans(place):
        text = re.sub('\\s+', ' ', pdf_text(export(place, name, plan, 'pdf'), '-raw'))
        refs = re.findall('CP-\\d{4}-(\\d{3})', text)
        first = list(dict.fromkeys(refs))
        assert first == sorted(first), first


def sound_and_archivable(place):
    files = [export(place, name, plan, 'pdf') for name, plan in plans(place)]
    place.done('create', 's.circulate', '--template', 'sample')
    place.done('--database', 's.circulate', 'export', 'plan', '--format', 'pdf', '--output', 's.pdf')
    files.append(place.path / 's.pdf')
    for path in files:
        command('qpdf', '--check', path)
    missing = [jar for jar in JARS if not glob.glob(JAVA + jar)]
    assert not missing, 'install the packages that hold %s' % ', '.join(missing)
    program = pathlib.Path(__file__).with_name('Preflight.java')
    said = command('java', '-cp', ':'.join(JAVA + jar for jar in JARS), program, *files)
    assert said.count('valid ') == len(files) and 'invalid' not in said, said


circ_run.main([spreadsheet_in_openpyxl, dates_are_dates, paper_in_poppler, reads_row_by_row, sound_and_archivable,
               spreadsheet_in_libreoffice])
