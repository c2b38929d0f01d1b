/** Takes from the browser what it learned last of all that the widgets need: `light-dark()` in CSS and `CSS.registerProperty`. */
const supports = CSS.supports.bind(CSS);
CSS.supports = (...words) => !words.join(' ').includes('light-dark') && supports(...words);
delete CSS.registerProperty;
