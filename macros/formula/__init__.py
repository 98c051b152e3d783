"""One small formula language: parsed once, computed in Python, in a spreadsheet and in the browser alike.

**Writing.** Numbers ``0.5``; ``true``, ``false``, ``blank``, ``today``; choices ``:key``; ``+ - * /`` with spaces
around the minus; ``= <> < <= > >=``; ``and or not``; functions below. A name is a field of the same part (its value
in the same row or period), else a result. ``part.field`` is a field of a form, or the line of another matrix in the
same period. ``part.field[]`` is a whole column or line, ``part.field[key]`` its value in one row or period. In a table
of named rows, ``part.@[]`` is the column whose key is that of the row, ``part.@-cost[]`` the one called ``<row>-cost``.

**Values.** Numbers (shares of one for ``pct``, days since 1899-12-30 for ``date``), true and false, choices, texts,
several choices, *blank* and *problem*. A text in a number field is a problem, shown as a short message.

**Blank.** A blank or a problem makes the whole result blank or a problem, the leftmost one first, except

- in ``blank(x)``, ``filled(x)``, ``default(x, otherwise)`` (which looks at blanks only) and the branch of ``if``
  not taken; ``and`` and ``or`` stop at the left side when it decides;
- in ``sum sum_from mean count median``, which skip blanks (nothing but blanks: blank; ``count``: 0), and in ``min`` and
  ``max`` of one list; ``min`` and ``max`` of several values are arithmetic;
- in conditions of ``count_if(…)`` and its like, where a row with a blank does not count, and in ``count_true(…)``.

An unticked box is false, not blank. A division by zero, the root of a negative number, ``previous`` of the first
period and the n-th largest of fewer are blank. A free row in which nothing is filled in computes nothing but
blanks. Numbers that differ by less than 1e-12 of their size are equal. ``round`` goes half away from zero; ``ceil``
up.

**Functions.** ``if(c, a, b)``; ``band(x, :low, 0.5, :middle, 0.75, :high)``: each limit belongs to the band above it;
``abs round(x, decimals) ceil floor sqrt``; ``min max sum mean median count``; ``sum_from(first, last)`` of the fields
from one to another of a part, all filled in or all computed, in the same row or period; ``largest(list, n)
smallest(list, n)``, ``rank(x, list)``, ``sumproduct(list, list …)``; ``count_if(condition …)``, ``share_if(condition
…)`` of the rows where the condition can be judged, ``sum_if(list, condition …)``, ``mean_if(list, condition …)``,
``place_if(condition …)`` the number of the one row where they hold, ``pick(list, condition …)`` its value in a list:
a condition compares a list with a value or a list of the same rows, names a list of ticks, or is ``filled(list)``,
``blank(list)``; ``most_frequent(list)``, the first choice in order at a tie; ``count_true(c, c …)``;
``value(choice)``, ``has(several, :choice)``, ``words(text)``; ``year(date) month(date)``; ``previous(line, first)
next(line, last) cumulative(line)`` and ``position()`` along periods or rows; ``group()``, the number of the group of
rows under one heading; ``title()``, the words of a named row.
"""
