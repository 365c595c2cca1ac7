"""Fills a review workbook as a person would: fill.py IN OUT. Needs openpyxl."""

import sys

import openpyxl

CHOICES = {
    "maturity": "En pause",
    "themes": "innovation sociale",
    "services": "AUCUN",
    "launch": "septembre 2021",
    "team": "3 personnes",
}

book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
sheet["D2"] = "Camille"
names = next(row for row in sheet.iter_rows() if row[0].value == "question")
columns = [(cell.value, cell.column) for cell in names]
question = next(column for name, column in columns if name == "question")
answers = [column for name, column in columns if name == "answer"]
filled = 0
for row in range(names[0].row + 2, sheet.max_row + 1):
    asked = sheet.cell(row, question).value
    if asked:
        sheet.cell(row, answers[0]).value = CHOICES[asked]
        if asked == "themes":
            sheet.cell(row, answers[1]).value = "innovation numérique"
        filled += 1
book.save(sys.argv[2])
print(filled, "rows filled")
