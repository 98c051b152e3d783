"""Fields to fill in on screen: a printed PDF becomes a form, tagged and named with the keys of answers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from macros.documents.style import ACCENT

RADIO = 1 << 15 | 1 << 14
MULTILINE = 1 << 12
PRINTED = 4
Slot = dict[str, Any]
"""Where a field goes: ``kind`` (level, tick, line or long), ``key``, ``tip``, ``page`` from 1, ``x y w h`` in points
from the page's upper left corner; a level and a tick have the ``value`` that they stand for, a level its ``mark``,
and what it is called (``said``) where its mark does not say it."""


def fillable(pdf: bytes, spots: list[Slot]) -> bytes:
    """Return the PDF with a field at every spot.

    The full name of a field is the key of its answer, such as ``preparation.preliminary.q01#level``. Its tooltip is
    what a screen reader says. The fonts of what one types (Helvetica) and ticks are the reader's own, not embedded:
    that is what such a file lacks to be PDF/UA.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        _Form(document).add(spots)
        made = io.BytesIO()
        document.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


class _Form:
    def __init__(self, document: pikepdf.Pdf) -> None:
        self.document, self.root = document, document.Root
        self.tree = self.root.StructTreeRoot
        self.named: dict[tuple[str, ...], Any] = {}
        self.fields = Array()
        self.links = _links(self.tree)
        helvetica = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        )
        self.fonts = Dictionary(Helv=document.make_indirect(helvetica))

    def add(self, spots: list[Slot]) -> None:
        for spot in spots:
            widget = {"level": self._level, "tick": self._tick}.get(spot["kind"], self._text)(spot)
            self._tag(widget, spot)
        form = Dictionary(Fields=self.fields, DA=String("/Helv 9 Tf 0 g"), DR=Dictionary(Font=self.fonts))
        self.root.AcroForm = self.document.make_indirect(form)
        numbers = Array([item for number in sorted(self.links) for item in (number, self.links[number])])
        self.tree.ParentTree = self.document.make_indirect(Dictionary(Nums=numbers))
        self.tree.ParentTreeNextKey = len(self.links)

    # -------------------------------------------------------------- widgets

    def _widget(self, spot: Slot) -> Any:
        page = self.document.pages[spot["page"] - 1]
        top = float(page.mediabox[3]) - spot["y"]
        rect = [round(side, 2) for side in (spot["x"], top - spot["h"], spot["x"] + spot["w"], top)]
        widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array(rect), F=PRINTED, P=page.obj)
        made = self.document.make_indirect(widget)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(made)
        page.Tabs = Name.S
        return made

    def _text(self, spot: Slot) -> Any:
        widget = self._widget(spot)
        widget.update(
            Dictionary(
                FT=Name.Tx, TU=String(spot["tip"]), DA=String("/Helv 9 Tf 0 g"), Ff=MULTILINE * (spot["kind"] == "long")
            )
        )
        widget.AP = Dictionary(N=self._drawn(spot, "/Tx BMC EMC"))
        self._name(spot["key"], widget)
        return widget

    def _tick(self, spot: Slot) -> Any:
        widget = self._widget(spot)
        w, h = spot["w"], spot["h"]
        way = f"{w * 0.2:.2f} {h * 0.5:.2f} m {w * 0.42:.2f} {h * 0.24:.2f} l {w * 0.82:.2f} {h * 0.8:.2f} l S"
        on = self._drawn(spot, f"q {_color(ACCENT)} RG 1.4 w {way} Q")
        widget.update(Dictionary(FT=Name.Btn, TU=String(spot["tip"]), V=Name.Off, AS=Name.Off))
        widget.AP = Dictionary(N=Dictionary({f"/{spot['value']}": on, "/Off": self._drawn(spot, "")}))
        self._name(spot["key"], widget)
        return widget

    def _level(self, spot: Slot) -> Any:
        key = tuple(spot["key"].split("."))
        if key not in self.named:
            group = Dictionary(FT=Name.Btn, Ff=RADIO, TU=String(spot["tip"]), V=Name.Off, Kids=Array())
            self._name(spot["key"], self.document.make_indirect(group))
        group = self.named[key]
        widget = self._widget(spot)
        on = self._drawn(spot, _disc(spot), Dictionary(Font=self.fonts))
        widget.update(Dictionary(Parent=group, AS=Name.Off))
        widget.AP = Dictionary(N=Dictionary({f"/{spot['value']}": on, "/Off": self._drawn(spot, "")}))
        group.Kids.append(widget)
        return widget

    def _drawn(self, spot: Slot, body: str, resources: Dictionary | None = None) -> Any:
        stream = self.document.make_stream(body.encode("cp1252", "replace"))
        stream.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, Resources=resources or Dictionary()))
        stream.BBox = Array([0.0, 0.0, round(spot["w"], 2), round(spot["h"], 2)])
        return stream

    def _name(self, key: str, field: Any) -> None:
        """Hang a field under the nodes of its dotted name, which PDF keeps apart."""
        *above, last = key.split(".")
        parent: Any = None
        for n in range(1, len(above) + 1):
            way = tuple(above[:n])
            if way not in self.named:
                node = self.document.make_indirect(Dictionary(T=String(way[-1]), Kids=Array()))
                self._hang(node, parent)
                self.named[way] = node
            parent = self.named[way]
        field.T = String(last)
        self._hang(field, parent)
        self.named[(*above, last)] = field

    def _hang(self, field: Any, parent: Any) -> None:
        if parent is None:
            self.fields.append(field)
        else:
            field.Parent = parent
            parent.Kids.append(field)

    # -------------------------------------------------------------- tags

    def _tag(self, widget: Any, spot: Slot) -> None:
        """Put a field into the structure of the document, after what is printed."""
        number = len(self.links)
        said = spot.get("said", spot.get("mark"))
        label = f"{spot['tip']} : {said}" if said else spot["tip"]
        reference = Dictionary(Type=Name.OBJR, Obj=widget, Pg=widget.P)
        body = self._body()
        element = Dictionary(Type=Name.StructElem, S=Name.Form, P=body, Alt=String(label), K=reference)
        made = self.document.make_indirect(element)
        widget.StructParent = number
        widget.Contents = String(label)
        self.links[number] = made
        body.K.append(made)

    def _body(self) -> Any:
        """Return the element that holds the whole document."""
        top = self.tree.K[0] if isinstance(self.tree.K, Array) else self.tree.K
        if not isinstance(top.K, Array):
            top.K = Array([top.K])
        return top


def _links(tree: Any) -> dict[int, Any]:
    """Return the parent tree, flat: number → element or elements."""
    elements: dict[int, Any] = {}

    def walk(node: Any) -> Iterator[Any]:
        for kid in node.get("/Kids", ()):
            yield from walk(kid)
        yield from node.get("/Nums", ())

    items = list(walk(tree.ParentTree))
    for number, element in zip(items[::2], items[1::2], strict=True):
        elements[int(number)] = element
    return elements


def _color(code: str) -> str:
    return " ".join(f"{int(code[n : n + 2], 16) / 255:.3f}" for n in (1, 3, 5))


def _disc(spot: Slot) -> str:
    """Draw a chosen level: its circle or pill filled, its mark in white."""
    w, h, mark = spot["w"], spot["h"], spot["mark"]
    r, k = h / 2, h / 2 * 0.5523
    right = w - r
    path = (
        f"{r:.2f} 0 m {right:.2f} 0 l {right + k:.2f} 0 {w:.2f} {r - k:.2f} {w:.2f} {r:.2f} c "
        f"{w:.2f} {r + k:.2f} {right + k:.2f} {h:.2f} {right:.2f} {h:.2f} c {r:.2f} {h:.2f} l "
        f"{r - k:.2f} {h:.2f} 0 {r + k:.2f} 0 {r:.2f} c 0 {r - k:.2f} {r - k:.2f} 0 {r:.2f} 0 c f"
    )
    size = h * 0.56
    width = sum(0.28 if sign in ". " else 0.556 for sign in mark) * size
    shown = "".join(f"\\{sign}" if sign in "()\\" else sign for sign in mark)
    at = f"{(w - width) / 2:.2f} {(h - size * 0.72) / 2:.2f}"
    return f"q {_color(ACCENT)} rg {path} 1 g BT /Helv {size:.2f} Tf {at} Td ({shown}) Tj ET Q"
