import 'kith-widgets/define/group-finder.js';
import 'kith-widgets/vue';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
