// Long work, live. Each event of the server carries the texts to show, in the user's language.
type News = { share: number | null; texts: Record<string, string>; counts: [string, string][]; ended: boolean };

function show(place: HTMLElement, news: News): void {
  const bar = place.querySelector("progress")!;
  if (news.share === null) bar.removeAttribute("value");
  else bar.value = news.share;
  for (const [key, text] of Object.entries(news.texts)) {
    const part = place.querySelector<HTMLElement>(`[data-live="${key}"]`);
    if (part && part.textContent !== text) part.textContent = text;
  }
  const counts = place.querySelector("[data-live=counts]");
  counts?.replaceChildren(...news.counts.map(([name, count]) => {
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const value = document.createElement("dd");
    term.textContent = name;
    value.textContent = count;
    row.append(term, value);
    return row;
  }));
}

for (const place of document.querySelectorAll<HTMLElement>("[data-events]:not([data-events=''])")) {
  const source = new EventSource(place.dataset.events!);
  source.onmessage = (message) => {
    const news = JSON.parse(message.data as string) as News;
    show(place, news);
    if (!news.ended) return;
    source.close();
    location.reload();
  };
  addEventListener("pagehide", () => source.close());
}
