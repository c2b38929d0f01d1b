import 'kith-widgets/define/group-finder.js';
import 'kith-widgets/svelte';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app') as HTMLElement });
