/**
 * The dialog that `/` or Ctrl-K opens on every page. This script is all that a page loads until then: the index and what reads
 * it come with the first opening. Without script the form in the header asks the same page.
 */
const dialog = document.querySelector<HTMLDialogElement>('#find-dialog');
const input = dialog?.querySelector<HTMLInputElement>('input[type=search]');
const list = dialog?.querySelector<HTMLElement>('[role=listbox]');
const count = dialog?.querySelector<HTMLElement>('[role=status]');

if (dialog && input && list && count) {
  addEventListener('keydown', (event) => {
    if (!isSlash(event) && !isChord(event)) return;
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  });
  input.addEventListener('focus', () => {
    void import('./dialog-list.ts').then(({ attachList }) => {
      attachList({ dialog, input, list, count });
    });
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // A search field would empty itself first and only close at the second press.
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    // Only the backdrop is the dialog itself: everything in it is covered by its form.
    if (event.target === dialog) dialog.close();
  });
}

function isSlash(event: KeyboardEvent): boolean {
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
}

function isChord(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

export {};
