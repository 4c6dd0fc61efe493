"""Types into a report's workbook in LibreOffice, as a person would, and saves it.

UNO by itself writes past locks and limits, so the text goes where the keyboard's goes, and the cursor moves on.
Reads JSON from standard input: program, folder, workbook, saved, typed (key of the row, name of the column, text).
Answers with what each cell shows afterwards.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

MARK = "spaiv:"


def named(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(office, pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    while office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise RuntimeError(f"LibreOffice ended ({office.returncode})")


def cells_of(document):
    """By row's key and column's name: the sheet and the cell."""
    found = {}
    for sheet in document.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        rows = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow).DataArray
        head = next((row for row in rows if MARK + "key" in row), None)
        if head is None:
            continue
        for number, row in enumerate(rows):
            for column, mark in enumerate(head):
                place = (row[head.index(MARK + "key")], str(mark).removeprefix(MARK))
                found[place] = (sheet, sheet.getCellByPosition(column, number))
    return found


def type_in(context, asked):
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    excel = "Calc MS Excel 2007 XML"

    def opened(file):
        document = desktop.loadComponentFromURL(file, "_blank", 0, ())
        return document, document.CurrentController, cells_of(document)

    def close(document, file):
        document.storeToURL(file, named(FilterName=excel))
        document.close(True)

    try:
        document, controller, cells = opened(Path(asked["workbook"]).as_uri())
        shown = []
        for number, (key, column, text) in enumerate(asked["typed"]):
            sheet, cell = cells[(key, column)]
            controller.setActiveSheet(sheet)
            controller.select(cell)
            dispatch = lambda command, **values: dispatcher.executeDispatch(
                controller.Frame, f".uno:{command}", "", 0, named(**values)
            )
            dispatch("EnterString", StringName=text, DontCommit=True)
            # Leaving the cell is what asks its limits.
            dispatch("GoDown")
            shown.append(cell.String)
            if cell.String != text:
                # Without a screen nobody closes what a refusal says, and from LibreOffice 26.8 on it waits for that.
                between = Path(asked["folder"], f"between-{number}.xlsx").as_uri()
                close(document, between)
                document, controller, cells = opened(between)
        close(document, Path(asked["saved"]).as_uri())
        return shown
    finally:
        desktop.terminate()


asked = json.load(sys.stdin)
pipe = f"spaiv-{os.getpid()}"
office = subprocess.Popen(
    [
        asked["program"],
        # A profile of its own: a program that somebody has open would answer instead.
        f"-env:UserInstallation={Path(asked['folder'], 'profile').as_uri()}",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={pipe};urp;",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
try:
    print(json.dumps(type_in(connect(office, pipe), asked)))
    office.wait(30)
finally:
    # The program starts another one, which ends with its desktop.
    if office.poll() is None:
        office.kill()
