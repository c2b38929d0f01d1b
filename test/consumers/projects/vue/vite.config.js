import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('kith-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
