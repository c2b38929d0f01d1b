/** Says instead of sending. */
document.querySelector('#contact').addEventListener('submit', (event) => {
  event.preventDefault();
  document.querySelector('#sent').textContent = 'The page’s own form was sent.';
});
