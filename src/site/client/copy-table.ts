/** Buttons with `data-copy` copy the text of the element that they name; what became of it is said beside them. */
document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-copy]') : null;
  const source = document.getElementById(button?.dataset['copy'] ?? '');
  const said = button?.parentElement?.querySelector('[role="status"]');
  if (!source || !said) return;
  try {
    await navigator.clipboard.writeText(source.textContent);
    said.textContent = 'Copied.';
  } catch {
    source.closest('details')?.setAttribute('open', '');
    said.textContent = 'The browser does not allow it. The table is below.';
  }
  setTimeout(() => (said.textContent = ''), 4000);
});
