import 'kith-widgets/define/group-finder.js';
