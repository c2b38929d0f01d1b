/** Node 20.19 and later load modules by `require` too. */
const kith = require('kith-widgets');
console.log(typeof kith.GroupFinder, kith.version === require('kith-widgets/package.json').version);
