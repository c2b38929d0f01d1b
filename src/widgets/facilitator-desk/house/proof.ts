/** Who knows what: what a visit could have left behind, what the server says of itself, and what the team did. Nothing can be changed here. */
import type { TemplateResult } from 'lit';
import type { AuditRow } from '../../../backend/staff-api.js';
import { rotationOf } from '../../../domain/desk/rotation.js';
import type { Desk, Screen } from '../desk-screen.js';
import { auditInWords } from './audit-in-words.js';
import { type BackupState, proofView } from './proof.view.js';

/** A server makes one a day; one day may be missed. */
const FRESH_DAYS = 2;

export class ProofScreen implements Screen {
  #rows: readonly AuditRow[] = [];
  /** Where the list goes on. */
  #next: number | undefined;
  #asked = false;

  constructor(private readonly desk: Desk) {}

  async enter(): Promise<void> {
    this.desk.focus('h3.big');
    await this.desk.attempt(async () => {
      await this.desk.box.refresh();
      await this.#ask();
    });
  }

  leave(): void {}

  async #ask(before?: number): Promise<void> {
    const { rows, next } = await this.desk.box.api.audit(before);
    // A list that does not get older would never end.
    const older = before === undefined ? rows : rows.filter(({ day }) => day < before);
    this.#rows = before === undefined ? older : [...this.#rows, ...older];
    this.#next = next !== undefined && older.length > 0 ? next : undefined;
    this.#asked = true;
    this.desk.update();
  }

  readonly #older = async (): Promise<void> => {
    const before = this.#next;
    if (before === undefined) return;
    const known = this.#days().length;
    if (await this.desk.attempt(() => this.#ask(before))) this.desk.focus(`#audit-${known}`);
  };

  #days() {
    const { desk } = this;
    const { members } = desk.box.roster;
    return auditInWords(this.#rows, desk, {
      nameOf: (id) => members.find((member) => member.id === id)?.name,
      today: desk.box.server.today,
    });
  }

  #backup(): BackupState {
    const { today, backupDay } = this.desk.box.server;
    if (backupDay === undefined) return { state: 'none' };
    const days = Math.max(0, today - backupDay);
    return { state: days > FRESH_DAYS ? 'old' : 'fine', days };
  }

  render(): TemplateResult {
    const { desk } = this;
    const { server, manifest, pins } = desk.box;
    return proofView(
      desk,
      {
        pinned: pins.length > 0,
        backup: this.#backup(),
        backupDays: server.backupDays,
        counts: server.counts,
        version: server.version,
        retentionDays: manifest?.retentionDays,
        rotation: manifest && rotationOf(manifest, server.today),
        audit: this.#asked ? this.#days() : undefined,
        more: this.#next !== undefined,
        busy: desk.busy,
      },
      { older: () => void this.#older(), people: () => desk.go('people') },
    );
  }
}
