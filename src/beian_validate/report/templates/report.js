"use strict";
(() => {
  const root = document.documentElement;
  const form = document.getElementById("filters");
  const findings = [...document.querySelectorAll(".finding")];
  const applications = [...document.querySelectorAll(".application")];
  const texts = new Map(findings.map((finding) => [finding, finding.textContent.toLowerCase()]));

  function speak(lang) {
    root.lang = root.dataset.lang = lang;
    document.title = root.dataset[lang === "en" ? "titleEn" : "titleZh"];
    for (const button of document.querySelectorAll("[data-set-lang]"))
      button.setAttribute("aria-pressed", String(button.dataset.setLang === lang));
    for (const option of document.querySelectorAll("option[data-zh]")) option.textContent = option.dataset[lang];
    for (const input of document.querySelectorAll("input[data-zh]")) input.placeholder = input.dataset[lang];
  }

  function filter() {
    const wanted = new FormData(form);
    const severities = wanted.getAll("severity");
    const code = wanted.get("code");
    const file = wanted.get("file");
    const text = wanted.get("text").trim().toLowerCase();
    const fits = (finding) =>
      severities.includes(finding.dataset.severity) &&
      (!code || finding.dataset.code === code) &&
      (!file || finding.closest(".application").dataset.file === file) &&
      texts.get(finding).includes(text);
    let shown = 0;
    for (const finding of findings) {
      finding.hidden = !fits(finding);
      shown += finding.hidden ? 0 : 1;
    }
    const narrowed = shown < findings.length;
    for (const application of applications) {
      const other = Boolean(file) && application.dataset.file !== file;
      application.hidden = other || (narrowed && !application.querySelector(".finding:not([hidden])"));
    }
    document.getElementById("shown").textContent = shown;
    document.getElementById("total").textContent = findings.length;
    document.getElementById("nothing").hidden = shown > 0;
    for (const button of document.querySelectorAll("[data-pick-code]"))
      button.setAttribute("aria-pressed", String(button.dataset.pickCode === code));
  }

  function pick(code) {
    const select = form.elements.namedItem("code");
    select.value = select.value === code ? "" : code;
    filter();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.setLang) speak(button.dataset.setLang);
    if (button.dataset.pickCode) pick(button.dataset.pickCode);
    if (button.id === "print") window.print();
  });
  const closed = new Set();
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
      closed.add(details);
      details.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
    closed.clear();
  });
  if (!form) return;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  filter();
})();
