// Pointing at a claim lights up its words, and at words their claims. Nothing here is needed to read or ask.
for (const ledger of document.querySelectorAll(".ledger")) {
  const light = (keys, on) => {
    for (const mark of ledger.querySelectorAll("[data-claims], [data-claim]")) {
      const own = (mark.dataset.claims || mark.dataset.claim).trim().split(" ");
      mark.classList.toggle("lit", on && own.some((key) => keys.includes(key)));
    }
  };
  const keysOf = (event) => {
    const target = event.target.closest("[data-claims], [data-claim]");
    return target ? (target.dataset.claims || target.dataset.claim).trim().split(" ") : null;
  };
  for (const kind of ["pointerover", "focusin"]) ledger.addEventListener(kind, (event) => light(keysOf(event) || [], true));
  for (const kind of ["pointerleave", "focusout"]) ledger.addEventListener(kind, () => light([], false));
}
// Control or command with Enter runs the query.
document.querySelector("textarea#sql")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form.requestSubmit();
});
