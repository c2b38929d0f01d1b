/** Adds, moves and removes finders as a page's own framework would. */
const [first, second] = document.querySelectorAll('section');

document.querySelector('#add').addEventListener('click', () => {
  const finder = document.createElement('kith-group-finder');
  finder.setAttribute('src', '/fixtures/kith-directory.json');
  finder.setAttribute('country', 'GB');
  finder.innerHTML = '<p>Ring us on <a href="tel:+441134960100">0113 496 0100</a>.</p>';
  first.append(finder);
});
document.querySelector('#move').addEventListener('click', () => {
  if (first.lastElementChild) second.append(first.lastElementChild);
});
document.querySelector('#remove').addEventListener('click', () => {
  (second.lastElementChild ?? first.lastElementChild)?.remove();
});
