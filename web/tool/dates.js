// The dates of a table, as rows of a calendar.

/** Return {id, due, title, details} of each row that has a day and a title; ``answers`` are those of the form by key, without empty ones. */
export const datedRows = (tool, { part, date, title, details }, answers) => {
  const places = Object.keys(answers).filter((key) => key.startsWith(`${tool}.${part}.`) && key.endsWith(`#${date}`));
  return places
    .map((place) => {
      const id = place.slice(0, -date.length - 1);
      const said = (field) => answers[`${id}#${field}`] ?? "";
      return { id, due: said(date), title: said(title), details: details.map(said).filter(Boolean).join("\n") };
    })
    .filter((row) => row.title);
};
