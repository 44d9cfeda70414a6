// Runs before the first paint, so a chosen theme never flashes. A file, because the content
// security policy allows no inline script. The key is the theme store's.
try {
  const chosen = localStorage.getItem('milepost.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage is forbidden here: the system's theme applies.
}
