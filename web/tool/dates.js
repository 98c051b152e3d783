// The dates of a table, as rows of a calendar.

/**
 * Return {id, due, title, details} of each row of ``tool``; one without a title is called ``name``. ``answers`` are those
 * of the form by key.
 * @type {(tool: string, calendar: Calendar & { name: string }, answers: Answers) => DatedRow[]}
 */
export const datedRows = (tool, { part, date, title, details, name }, answers) => {
  const places = Object.keys(answers).filter(
    (key) => key.startsWith(`${tool}.${part}.`) && key.endsWith(`#${date}`),
  );
  return places.map((place) => {
    const id = place.slice(0, -date.length - 1);
    const said = (/** @type {string} */ field) => String(answers[`${id}#${field}`] ?? "");
    return {
      id,
      due: said(date),
      title: said(title) || name,
      details: details.map(said).filter(Boolean).join("\n"),
    };
  });
};
