import { defineOnce } from '../ui/define-once.js';
import { FacilitatorDesk } from '../widgets/facilitator-desk/facilitator-desk.js';

defineOnce('kith-facilitator-desk', FacilitatorDesk);
