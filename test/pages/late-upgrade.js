/** Sets properties on an element that nobody has defined yet; the script comes when somebody asks for it. */
const address = document.currentScript.dataset.kith;
const late = document.querySelector('#late');
late.theme = 'light';
late.strings = { findTitle: 'Groups' };
const group = (id, name, text) => ({
  id,
  name,
  topics: [],
  audience: [],
  languages: [],
  meetings: [{ attendance: 'in-person', access: [], text }],
});
late.directory = {
  groups: [group('tea', 'Tea and Talk', 'Every day at ten'), group('walk', 'Slow Walkers', 'Ask us')],
};
document.querySelector('#load').addEventListener('click', () => {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.head.append(script);
});
