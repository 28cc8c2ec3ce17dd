# SPDX-License-Identifier: GPL-3.0-or-later
"""peer_xlsx.py ROWS FILE: the workbook of bench-documents, through python3-xlsxwriter in constant memory."""
import sys

import xlsxwriter

WORDS = ['newsletter', 'annual report', 'briefing', 'online safety', 'learning from reviews', 'training programme']


def cell(row, column):
    word = WORDS[(row + column) % len(WORDS)]
    if column == 0:
        return f'CP-2026-{row + 1:05}'
    if column == 1:
        return f'The {word} for group {row % 97} of the partnership'
    if column == 2:
        return f'Staff\nPartner organisations\nGroup {row % 31}'
    if column == 6:
        return f'2026-{row % 12 + 1:02}-{row % 28 + 1:02}'
    if column == 8:
        return row * 7 % 1000
    return f'{word}, part {(row * 13 + column) % 89}'


def main():
    book = xlsxwriter.Workbook(sys.argv[2], {'constant_memory': True})
    sheet = book.add_worksheet('Plan')
    wrap = book.add_format({'text_wrap': True})
    for row in range(int(sys.argv[1])):
        for column in range(10):
            sheet.write(row, column, cell(row, column), wrap)
    book.close()


main()
