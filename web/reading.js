// What a page does beyond reading: copy an address, print, unfold. Every page works without it.

const say = (anchor) => {
  const words = document.createElement("span");
  words.className = "vm-said";
  words.setAttribute("role", "status");
  words.textContent = anchor.dataset.vmCopy;
  anchor.after(words);
  setTimeout(() => words.remove(), 2000);
};

// The class tells the style of the printed page what the reader has unfolded: before printing,
// the theme opens every <details> by itself.
const setOpen = (more, open) => {
  more.open = open;
  more.classList.toggle("vm-unfolded", open);
};

/** The id after the # of the address; what somebody cut in the middle of a letter names nothing. */
const targetId = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};

const openTarget = () => {
  const target = document.getElementById(targetId());
  const more = target?.querySelector(".vm-why")?.closest("details");
  if (more) setOpen(more, true);
};

const unfold = (button) => {
  const all = [...document.querySelectorAll(".vm-more")];
  const open = all.some((more) => !more.open);
  for (const more of all) setOpen(more, open);
  const words = button.textContent;
  button.textContent = button.dataset.vmUnfold;
  button.dataset.vmUnfold = words;
};

const isWritten = (control) => control.value && control.value !== control.dataset.default && control.type !== "radio" && control.type !== "checkbox";

/** On paper a field shows no more than its first lines: what was written is set out below it as text. */
const writeOut = () => {
  for (const item of document.querySelectorAll(".vm-item")) {
    const fields = [...item.querySelectorAll(".vm-field :is(input, select, textarea)")].filter(isWritten);
    if (!fields.length) continue;
    const list = document.createElement("div");
    list.className = "vm-written";
    for (const field of fields) {
      const line = document.createElement("p");
      const label = document.createElement("b");
      label.textContent = field.closest("label").querySelector(".vm-label").textContent;
      const text = document.createElement("span");
      text.dir = "auto";
      text.textContent = field.selectedOptions?.[0].textContent ?? field.value;
      if (field.name.endsWith("#answer")) line.append(text);
      else line.append(label, " ", text);
      list.append(line);
    }
    item.append(list);
  }
};

const print = (blank) => {
  document.documentElement.classList.toggle("vm-blank", blank);
  window.print();
};

/** Start the helps for reading on this page. */
export const startReading = () => {
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest("[data-vm-copy]");
    if (anchor) navigator.clipboard?.writeText(anchor.href).then(() => say(anchor), () => {});
    const printer = event.target.closest("[data-vm-print]");
    if (printer) print(printer.dataset.vmPrint === "blank");
    const more = event.target.closest(".vm-more > summary")?.parentElement;
    if (more) more.classList.toggle("vm-unfolded", !more.open); // not open yet: the click is about to open it
    const button = event.target.closest("[data-vm-unfold]");
    if (button) unfold(button);
  });
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", () => {
    if (!document.documentElement.classList.contains("vm-blank")) writeOut();
  });
  window.addEventListener("afterprint", () => {
    document.documentElement.classList.remove("vm-blank");
    for (const list of document.querySelectorAll(".vm-written")) list.remove();
  });
  for (const button of document.querySelectorAll("[data-vm-print], [data-vm-unfold], [data-vm-clear]")) button.hidden = false;
  openTarget();
};
