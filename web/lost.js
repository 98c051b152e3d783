// The page for an address that does not exist. Many hosts have one for all, so it says its words in every language;
// this leaves those of the language that the address begins with, and looks for the page that was meant.
// It stands inside the page, after its words, which wait for it without being seen (404.html).
import { one } from "./find.js";
import { fold } from "./search/words.js";

/** @type {{ root: string, languages: Record<string, LostLanguage> }} */
const { root, languages } = JSON.parse(one(document, "#vm-lost").textContent);

/**
 * Return what follows the site's own address, in parts; a part that is not well written stays as it is.
 * @type {(path: string) => string[]}
 */
const asked = (path) =>
  (path.startsWith(root) ? path.slice(root.length) : path)
    .split("/")
    .filter((part) => part && !/^(index|404)\.html?$/.test(part))
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });

/** @type {(part?: string) => boolean} */
const isLanguage = (part = "") => part.toLowerCase() in languages;

/** @type {(text: string) => string} */
const slug = (text) =>
  fold(text.replace(/\.\w+$/, ""))
    .replace(/[^\p{L}\p{N}/]+/gu, "-")
    .replace(/^-|-$/g, "");

/**
 * Say how alike two texts are, from 0 to 1: the share of pairs of letters that they have in common.
 * @type {(a: string, b: string) => number}
 */
const alike = (a, b) => {
  const [one, other] = [a, b].map(
    (text) => new Set([...text].slice(1).map((letter, n) => [...text][n] + letter)),
  );
  const common = [...one].filter((pair) => other.has(pair)).length;
  return common ? (2 * common) / (one.size + other.size) : 0;
};

/**
 * Return the page of the site that the parts of an address come near, by its address or its title in any language.
 * @type {(parts: string[]) => string | undefined}
 */
const near = (parts) => {
  const path = slug(parts.join("/"));
  const last = slug(parts.at(-1) ?? "");
  /** @type {{ likeness: number, page?: string }} */
  let best = { likeness: 0.6 };
  for (const { pages } of Object.values(languages)) {
    for (const [page, title] of Object.entries(pages)) {
      const names = page.replace(/\/$/, "");
      const likeness = Math.max(
        alike(path, names),
        0.95 * alike(last, names.split("/").at(-1) ?? ""),
        0.95 * alike(last, slug(title)),
      );
      if (likeness > best.likeness) best = { likeness, page };
    }
  }
  return best.page;
};

/** Light or dark, as it was chosen in this language, or as the device says. @type {(home: string) => string} */
const scheme = (home) => {
  try {
    const { color } = JSON.parse(localStorage.getItem(`${home}.__palette`));
    if (color.media !== "(prefers-color-scheme)") return color.scheme;
  } catch {
    // nothing was chosen, or nothing is kept
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
};

const show = () => {
  const parts = asked(location.pathname);
  const code = isLanguage(parts[0])
    ? String(parts.shift()).toLowerCase()
    : document.documentElement.lang;
  const { direction, home, title, pages } = languages[code];
  document.title = title;
  for (const element of [document.documentElement, document.body]) element.dir = direction;
  document.documentElement.lang = code;
  document.body.dataset.mdColorScheme = scheme(home);
  for (const element of document.querySelectorAll("[data-vm-in]"))
    element.hidden = element.dataset.vmIn !== code;

  const section = one(document, `[data-vm-in="${code}"]`);
  const page = near(/^[a-z]{2}(-\w+)?$/i.test(parts[0] ?? "") ? parts.slice(1) : parts); // /es/… of a site without Spanish
  if (page !== undefined) {
    const [line, link] = [one(section, "[data-vm-near]"), one(section, "[data-vm-near] a")];
    link.href = home + page;
    link.textContent = pages[page];
    line.hidden = false;
  }
  const [form, field] = [one(section, "form"), one(section, "input[name=q]")];
  field.value = (parts.at(-1) ?? "").replace(/\.\w+$/, "").replace(/[-_+.]+/g, " ");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // the policy forbids forms to send anything
    location.assign(`${home}?q=${encodeURIComponent(field.value)}`);
  });
};

try {
  show();
} finally {
  document.documentElement.classList.remove("vm-asks");
}
