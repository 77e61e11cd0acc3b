// The personal code on its page: fetched anew each minute, before it is over. Without this script the page is reloaded by its button.
const every = 60_000;

for (const place of document.querySelectorAll<HTMLElement>("[data-own-code]")) {
  let turn = 0;
  const fetchCode = async (): Promise<void> => {
    if (document.hidden) return;
    turn += 1;
    try {
      const answer = await fetch(`${place.dataset.ownCode}&turn=${turn}`);
      if (answer.status === 200) place.innerHTML = await answer.text();
      else if (answer.status === 204) clearInterval(timer);
    } catch {
      // No network: the code on the page is over soon, and says until when it is good.
    }
  };
  const timer = setInterval(() => void fetchCode(), every);
  document.addEventListener("visibilitychange", () => void fetchCode());
}
