"""The sheet of lists: choices with value, sign and meaning, the day, the short messages; and the hidden map of keys."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from macros.documents.excel.book import Book
from macros.documents.excel.look import MARKS
from macros.documents.excel.naming import defined
from macros.documents.excel.paper import Paper
from macros.documents.excel.places import LABELS, VALUES, Cell
from macros.documents.excel.ranges import From
from macros.model.field import Choice
from macros.model.kinds import CALM, SEVERITIES
from macros.reckoning.evaluation import EXAMPLE_DAY, key
from macros.version import __version__

META = "_meta"
"""The sheet, hidden even from the menu, that says what the file is and where each answer stands."""

LAST = 4


def write_lists(book: Book) -> None:
    """Write what drop-downs and formulas look up."""
    paper, plan, word = Paper(book, book.plan.lists), book.plan, book.v.word
    paper.row = 19
    paper.columns({LABELS: 36, VALUES: 12, 3: 5, LAST: 46})
    paper.title(word("xlsx-lists"), word("xlsx-lists-guide"), LAST)
    _day(book, paper)
    for row, name, text in (
        (plan.message.row, word("xlsx-when-text"), word("xlsx-problem")),
        (plan.nothing.row, word("xlsx-when-calm"), f"{CALM} {word('checks-none')}"),
        (plan.unreadable.row, word("xlsx-when-text"), f"{SEVERITIES['error'].sign} {word('xlsx-unreadable')}"),
    ):
        paper.write(row, LABELS, name, "label")
        paper.write(row, VALUES, text, "plain", marked=False)
    for identifier, choices in plan.choice_lists.items():
        first = plan.list_rows[identifier]
        paper.write(first - 1, LABELS, plan.list_titles[identifier], "column", indent=0)
        valued = any(choice.value is not None for choice in choices.choices)
        meant = any(choice.text for choice in choices.choices)
        names = ((VALUES, word("xlsx-value") if valued else ""), (3, ""), (LAST, word("xlsx-meaning") if meant else ""))
        for column, title in names:
            paper.write(first - 1, column, title, "column")
        for n, choice in enumerate(choices.choices):
            _choice(paper, first + n, choice)
        labels = From(plan, "").labels(identifier)
        book.xlsx.define_name(defined(identifier), f"={labels}")
    _messages(book, paper)
    paper.printed = False
    paper.finish(plan.first_message + len(plan.ranked_checks) + 1, LAST)
    paper.sheet.hide()


def _day(book: Book, paper: Paper) -> None:
    """Write the day that formulas take for today: in the example always the same, so that it keeps its readings."""
    row, today = book.plan.today.row, book.values.evaluation.today
    form = paper.look("plain", num_format="dd/mm/yyyy", align="start")
    if book.filled:
        paper.write(row, LABELS, book.v.word("xlsx-example-day"), "label")
        paper.sheet.write_number(row, VALUES, today, form)
    else:
        paper.write(row, LABELS, book.v.word("xlsx-today"), "label")
        paper.sheet.write_formula(row, VALUES, "=TODAY()", form, today)


def _choice(paper: Paper, row: int, choice: Choice) -> None:
    paper.sheet.write_string(row, 0, choice.key, paper.look("key"))
    paper.write(row, LABELS, choice.label, "label", marked=False)
    form = paper.look("plain", align="start", num_format="General")
    if choice.value is None:
        paper.sheet.write_blank(row, VALUES, None, form)
    else:
        paper.sheet.write_number(row, VALUES, choice.value, form)
    paper.write(row, 3, MARKS[choice.tone], "plain", align="center")
    if choice.text:
        paper.write(row, LAST, choice.text, "label")
    else:
        paper.sheet.write_blank(row, LAST, None, paper.look("label"))


def _messages(book: Book, paper: Paper) -> None:
    plan = book.plan
    if not plan.ranked_checks:
        return
    row = plan.first_message - 1
    for column in range(LABELS, LAST + 1):
        paper.write(row, column, book.v.word("checks-if") if column == LABELS else "", "column", indent=0)
    for check in plan.ranked_checks:
        spot = plan.message_spot(check)
        paper.sheet.write_string(spot.row, 0, check.key, paper.look("key"))
        # One cell, so that formulas find the whole text; it runs on over the empty ones beside it.
        paper.write(spot.row, LABELS, book.signed(check), "text", text_wrap=False, valign="vcenter")


def write_meta(book: Book) -> None:
    """Write what a program needs to read the answers: tool, version, language, and for each key its cell and type."""
    sheet, plan, copy = book.xlsx.get_worksheet_by_name(META), book.plan, book.copy
    said = {
        "tool": copy.tool.id,
        "version": __version__,
        "language": book.v.language.code,
        "copy": "example" if copy.filled else "blank",
        "day": EXAMPLE_DAY.isoformat() if copy.filled else "",
    }
    lines = [*said.items(), (), ("key", "sheet", "cell", "type", "list", "computed")]
    for part, name, at in plan.spots:
        field = copy.evaluation.field(part, name)
        if field and field.kind.holds != "choices":
            kinds = (field.type, plan.scope.list_id(field), "1" if field.computed or field.given else "")
            lines.append((key(copy.tool, (part, name, at)), *_place(plan.spots[part, name, at]), *kinds))
    for (part, name, choice), spot in plan.boxes.items():
        lines.append((f"{key(copy.tool, (part, name, None))}={choice}", *_place(spot), "bool", "", ""))
    for row, texts in enumerate(lines):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text)
    sheet.very_hidden()


def _place(spot: Cell) -> tuple[str, str]:
    return spot.tab, str(xl_rowcol_to_cell(spot.row, spot.column))
