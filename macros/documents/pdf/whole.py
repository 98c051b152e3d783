"""The data of the booklet, the whole vade-mecum to read, and of the pocket edition, one sheet to fold."""

from __future__ import annotations

from typing import Any

from macros.documents.pdf.checklists import scale
from macros.documents.pdf.leaf import leaf
from macros.documents.pdf.texts import Texts, direction
from macros.model import content as c
from macros.model.citation import citation
from macros.model.reference import Reference
from macros.model.vademecum import Vademecum
from macros.model.words import Words

BOOKLET_WORDS = (
    "contents", "key-questions", "actions", "good-answer", "caution", "done-when", "tools-for-it", "see-also",
    "must-show", "advice", "fed-by", "plan-criteria", "plan-sections", "page-business-plan", "page-ratios",
    "caution-nonprofit", "example", "example-note", "page-services", "page-definitions", "attributes",
    "firm-types", "benefits", "conditions", "context", "page-scale", "page-glossary", "page-references",
    "references-source", "references-further", "references-register", "references-note", "cite-comma", "pdf-notes",
    "addition", "service-payer", "service-first-step", "service-trap",
)  # fmt: skip
POCKET_WORDS = ("pdf-fold", "page-scale", "pdf-pocket")


def booklet(v: Vademecum, *, site: str) -> dict[str, Any]:
    """Return the data of the template ``booklet``."""
    texts = Texts(v)
    number = {q.id: n for topic in v.topics for n, q in enumerate(topic.questions, 1)}
    more = {
        "name": texts.word("site-name"),
        "lead": texts.word("site-description"),
        "introduction": _introduction(texts),
        "definitions": [_definition(texts, entry) for entry in v.definitions.definitions],
        "phases": [_phase(texts, phase, number) for phase in v.phases],
        "plan": _plan(texts, number),
        "ratios": [texts.fields(ratio, "title formula reading caution example") for ratio in v.ratios.ratios],
        "services": [texts.fields(service, "title text payer first_step trap") for service in v.services.services],
        "scale": scale(texts),
        "kinds": [texts.fields(kind, "title text") for kind in v.scale.kinds],
        "glossary": [_term(texts, term) for term in v.sorted(v.glossary.terms)],
        "references": _references(texts),
        "licence": texts.word("foot"),
    }
    return leaf(texts, str(v.word("site-name")), "", site, BOOKLET_WORDS, **more)


def pocket(v: Vademecum, *, site: str) -> dict[str, Any]:
    """Return the data of the template ``pocket``: phases, topics, questions, and how to fold the sheet."""
    texts = Texts(v)
    more = {
        "name": texts.word("site-name"),
        "steps": [texts.word(key) for key in FOLDING],
        "levels": [{"mark": level.id.split(".")[-1], **texts.fields(level, "title text")} for level in v.scale.levels],
        "phases": [
            {
                "number": phase.number,
                "title": texts.say(phase.title),
                "summary": texts.say(phase.summary),
                "topics": [
                    {"title": texts.say(topic.title), "questions": texts.all(q.text for q in topic.questions)}
                    for topic in v.topics_of(phase)
                ],
            }
            for phase in v.phases
        ],
    }
    return leaf(texts, str(v.word("pdf-pocket-title", site=v.word("site-name"))), "", site, POCKET_WORDS, **more)


FOLDING = ("pdf-fold-1", "pdf-fold-2", "pdf-fold-3", "pdf-fold-4")


def _introduction(texts: Texts) -> dict[str, Any]:
    opening = texts.v.introduction
    return {
        "context": texts.all(statement.text for statement in opening.context),
        "benefits": [texts.fields(benefit, "title text") for benefit in opening.benefits],
        "conditions": [texts.fields(condition, "title text") for condition in opening.conditions],
    }


def _definition(texts: Texts, entry: c.Definition) -> dict[str, Any]:
    return {
        **texts.fields(entry, "title text"),
        "attributes": texts.all(statement.text for statement in entry.attributes),
        "types": [texts.fields(kind, "title text") for kind in entry.types],
    }


def _phase(texts: Texts, phase: c.Phase, number: dict[str, int]) -> dict[str, Any]:
    return {
        "number": phase.number,
        "kicker": texts.word("phase-number", number=phase.number),
        **texts.fields(phase, "title summary intro"),
        "framing": texts.all(statement.text for statement in phase.framing),
        "topics": [_topic(texts, topic, number) for topic in texts.v.topics_of(phase)],
    }


def _topic(texts: Texts, topic: c.Topic, number: dict[str, int]) -> dict[str, Any]:
    return {
        "id": topic.id,
        **texts.fields(topic, "title summary intro"),
        "questions": [
            {
                "id": q.id,
                "number": number[q.id],
                **texts.fields(q, "text why caution"),
                "good": texts.all(q.good_answer),
                "additions": [texts.fields(addition, "title text") for addition in q.additions],
                "related": [_pointer(texts, identifier, number) for identifier in q.related],
                "tools": _titles(texts, q.tools),
            }
            for q in topic.questions
        ],
        "actions": [
            {
                **texts.fields(action, "title text"),
                "done": texts.say(action.done_when),
                "elements": texts.all(element.text for element in action.elements),
                "tools": _titles(texts, action.tools),
            }
            for action in topic.actions
        ],
    }


def _titles(texts: Texts, identifiers: tuple[str, ...]) -> list[Any]:
    return [texts.say(getattr(tool, "title", None)) for tool in texts.v.named(identifiers)]


def _pointer(texts: Texts, identifier: str, number: dict[str, int]) -> dict[str, Any]:
    """Return a way to another entry: its topic and number, or its own name, and where it stands."""
    v = texts.v
    entry = v.by_id[identifier]
    if isinstance(entry, c.Question):
        topic = v.get(c.Topic, identifier.rsplit(".", 1)[0])
        return {"to": identifier, "title": texts.say(topic.title), "number": number[identifier]}
    return {"to": None, "title": texts.say(getattr(entry, "title", Words(identifier))), "number": None}


def _plan(texts: Texts, number: dict[str, int]) -> dict[str, Any]:
    plan = texts.v.business_plan
    return {
        "claims": texts.all(claim.text for claim in plan.claims),
        "sections": [
            {
                **texts.fields(section, "title text advice"),
                "must": texts.all(point.text for point in section.must_show),
                "pages": _pages(texts, section.pages),
                "questions": [_pointer(texts, identifier, number) for identifier in section.questions],
            }
            for section in plan.sections
        ],
        "criteria": [texts.fields(criterion, "title text") for criterion in plan.criteria],
    }


def _pages(texts: Texts, pages: c.Pages | None) -> Any:
    if pages is None:
        return texts.word("pages-none")
    if pages.min == pages.max:
        return texts.word("pages-count", pages.min)
    return texts.word("pages-range", min=pages.min, max=pages.max)


def _term(texts: Texts, term: c.Term) -> dict[str, Any]:
    others = {code: name for code, name in texts.v.names.get(term.id, {}).items() if code != texts.language}
    return {
        **texts.fields(term, "title text"),
        "others": [{"name": _own(name, code), "code": code} for code, name in sorted(others.items())],
    }


def _references(texts: Texts) -> dict[str, Any]:
    listed = texts.v.references
    return {
        "source": _reference(texts, listed.source),
        "further": [_reference(texts, entry) for entry in listed.further_reading],
        "sources": [_reference(texts, entry) for entry in listed.sources],
    }


def _reference(texts: Texts, entry: Reference) -> dict[str, Any]:
    return {
        "parts": [{**_own(part.text, part.text.language), "work": part.work} for part in citation(texts.v, entry)],
        "url": entry.url,
        "note": texts.say(entry.note),
    }


def _own(text: str, code: str) -> dict[str, str]:
    """Return a text that stays in its own language and needs no mark."""
    return {"text": str(text), "lang": code, "dir": direction(code), "mark": ""}
