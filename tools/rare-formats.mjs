/**
 * Leaves the readers of rare formats out of the single script, which has no later parts: every visitor would pay for all of them.
 * In their place stands a sentence for the webmaster.
 */
import path from 'node:path';
import { root } from './install.mjs';

const RARE = /^\.\/adapters\/([\w-]+)\.js$/;
const MARK = '\0kith-rare:';

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export function rareFormatsElsewhere() {
  return {
    name: 'kith-rare-formats-elsewhere',
    enforce: 'pre',
    async resolveId(source, importer = '') {
      const [, name] = RARE.exec(source) ?? [];
      if (!name || !importer.endsWith('/src/backend/further-formats.ts')) return null;
      // Meeting Guide is asked for a second time there, and is no rare one.
      return name === 'meeting-guide' ? null : `${MARK}${name}`;
    },
    load(id) {
      if (!id.startsWith(MARK)) return null;
      const name = id.slice(MARK.length);
      const from = JSON.stringify(path.join(root, 'src/backend/elsewhere.ts'));
      return `import { elsewhere } from ${from};\nexport const ${camel(name)} = elsewhere(${JSON.stringify(name)});`;
    },
  };
}
