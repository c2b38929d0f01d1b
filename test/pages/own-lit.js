/** What the page makes with a Lit of its own, which has taken the policy `lit-html` before ours comes. */
import { html, render } from '/own-lit/lit-html.js';

render(html`<b>The page’s own Lit has drawn this.</b>`, document.querySelector('#own'));
