import { defineOnce } from '../ui/define-once.js';
import { GroupFinder } from '../widgets/group-finder/group-finder.js';

defineOnce('kith-group-finder', GroupFinder);
