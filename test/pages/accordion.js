/** An accordion that folds to no height at all. */
const opener = document.querySelector('.opener');
opener.addEventListener('click', () => {
  const open = document.querySelector('.folded').classList.toggle('open');
  opener.setAttribute('aria-expanded', String(open));
});
