// Runs before anything is painted, so that a remembered theme never flashes. The switch is src/components/ThemeSwitch.astro.
document.documentElement.dataset.script = '';
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed: the system's theme holds.
}
