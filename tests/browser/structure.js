// What is wrong with how a page is built, for those who go by its headings, its landmarks and its charts' words.
() => {
  const faults = [];
  const all = (selector, root = document) =>
    [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true }));

  let above = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]);
    if (!heading.textContent.trim()) faults.push(`an empty heading: ${heading.outerHTML}`);
    if (level > above + 1) faults.push(`from heading ${above} to ${level}: ${heading.textContent}`);
    above = level;
  }
  const titles = all("main h1").length;
  if (titles !== 1) faults.push(`${titles} headings of level 1`);

  for (const [place, wanted] of [["main", 1], ["header", 1]])
    if (all(place).length !== wanted) faults.push(`${all(place).length} of ${place}`);
  for (const links of all("nav, [role=navigation]"))
    if (!links.ariaLabel) faults.push(`links without a name: ${links.textContent.slice(0, 80)}`);
  for (const foot of all(".st-key-foot"))
    if (foot.role !== "navigation") faults.push("the foot is no landmark");

  // A table is a chart's when it comes before the next chart, and has a figure of the chart's words. Tables
  // that are folded away count: the chart stands right above what unfolds them.
  const charts = all('[data-testid="stVegaLiteChart"]');
  const after = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const figures = (text) => (text.match(/\d+/g) ?? []);
  charts.forEach((chart, place) => {
    const next = charts[place + 1];
    const table = [...document.querySelectorAll("table")].find((one) => after(chart, one));
    const own = table && !(next && after(next, table)) && figures(table.innerText || table.textContent);
    if (!own) faults.push(`a chart without a table: ${chart.ariaLabel}`);
    else if (!figures(chart.ariaLabel ?? "").some((one) => own.includes(one)))
      faults.push(`a chart whose table says something else: ${chart.ariaLabel}`);
  });
  return faults;
}
