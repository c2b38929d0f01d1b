import { expect } from '@open-wc/testing';
import { type Agenda, buildAgenda, displayed, displayZone } from '../../src/domain/agenda.js';
import type { Meeting, Occurrence } from '../../src/domain/meeting.js';
import { aGroup, aMeeting, DAY, HOUR, LONDON, MINUTE, NOW, noPause, weekly } from './small-groups.js';

const agendaOf = (meeting: Meeting, now = NOW, zone = LONDON): Promise<Agenda> =>
  buildAgenda([aGroup({ meetings: [meeting] })], now, zone, noPause);
const starts = (agenda: Agenda, group = 0) =>
  agenda.of(group)[0]?.upcoming.map(({ occurrence }) => occurrence.local);
const first = async (meeting: Meeting, zone = LONDON): Promise<Occurrence> => {
  const occurrence = (await agendaOf(meeting, NOW, zone)).of(0)[0]?.upcoming[0]?.occurrence;
  if (!occurrence) throw new Error('no occurrence');
  return occurrence;
};

describe('the agenda', () => {
  it('keeps the first evening of each weekday', async () => {
    const rule = { frequency: 'WEEKLY', byDay: [{ weekday: 'TU' }, { weekday: 'TH' }] } as const;
    const agenda = await agendaOf(weekly('TU', '18:30', { rule }));
    expect(starts(agenda)).to.deep.equal(['2026-11-24T18:30', '2026-11-26T18:30']);
  });

  it('keeps a session that was moved beside the next ordinary one', async () => {
    const changes = [{ recurrenceId: '2026-11-24', status: 'moved', start: '2026-11-26T10:00' }] as const;
    const agenda = await agendaOf(weekly('TU', '18:30', { changes }));
    expect(starts(agenda)).to.deep.equal(['2026-11-26T10:00', '2026-12-01T18:30']);
  });

  it('looks up to 400 days ahead for what is rare', async () => {
    const yearly = aMeeting({ start: '2026-10-10T10:00', timeZone: LONDON, rule: { frequency: 'YEARLY' } });
    expect(starts(await agendaOf(yearly))).to.deep.equal(['2027-10-10T10:00']);
    const late = aMeeting({ start: '2028-10-10T10:00', timeZone: LONDON });
    expect(starts(await agendaOf(late))).to.deep.equal([]);
  });

  it('has no date for what is over or only told in words', async () => {
    expect(starts(await agendaOf(aMeeting({ start: '2026-11-20T10:00', timeZone: LONDON })))).to.deep.equal(
      [],
    );
    expect(starts(await agendaOf(aMeeting({ text: 'most Tuesdays' })))).to.deep.equal([]);
  });

  it('shows a session that is on until it ends, or for an hour when no end is known', async () => {
    const long = weekly('SA', '09:00', { durationMinutes: 240 });
    expect(starts(await agendaOf(long))?.[0]).to.equal('2026-11-21T09:00');
    const { durationMinutes: _, ...open } = weekly('SA', '11:30');
    expect(starts(await agendaOf(open))?.[0]).to.equal('2026-11-21T11:30');
    expect(starts(await agendaOf(open, NOW + 30 * MINUTE))?.[0]).to.equal('2026-11-28T11:30');
  });

  it('tells what does not take place in the next three weeks, and skips it', async () => {
    const agenda = await agendaOf(
      weekly('TU', '18:30', {
        exceptDates: ['2026-11-24'],
        changes: [
          { recurrenceId: '2026-12-01', status: 'cancelled', note: 'Snow' },
          { recurrenceId: '2026-12-22', status: 'cancelled' },
        ],
      }),
    );
    expect(starts(agenda)).to.deep.equal(['2026-12-08T18:30']);
    expect(agenda.of(0)[0]?.cancelled.map(({ local }) => local)).to.deep.equal([
      '2026-11-24T18:30',
      '2026-12-01T18:30',
    ]);
  });

  it('tells an evening that was moved to a later one', async () => {
    const changes = [{ recurrenceId: '2026-11-24', status: 'moved', start: '2026-12-04T18:30' }] as const;
    const agenda = await agendaOf(weekly('TU', '18:30', { changes }));
    expect(starts(agenda)).to.deep.equal(['2026-12-01T18:30', '2026-12-04T18:30']);
    expect(agenda.of(0)[0]?.cancelled.map(({ recurrenceId }) => recurrenceId)).to.deep.equal([
      '2026-11-24T18:30',
    ]);
  });

  it('works in slices', async () => {
    let pauses = 0;
    const groups = Array.from({ length: 50 }, () => aGroup({ meetings: [weekly('TU', '18:30')] }));
    await buildAgenda(groups, NOW, LONDON, async () => {
      pauses++;
    });
    expect(pauses).to.be.above(3);
  });

  it('moves on when an evening has ended, and touches nothing else', async () => {
    const groups = [
      aGroup({ meetings: [weekly('SA', '13:00')] }),
      aGroup({ meetings: [weekly('TU', '18:30')] }),
      aGroup({ meetings: [aMeeting({ text: 'now and then' })] }),
    ];
    const agenda = await buildAgenda(groups, NOW, LONDON, noPause);
    const untouched = agenda.of(1)[0];
    expect(agenda.refresh(NOW + 2 * HOUR - 1)).to.deep.equal([]);
    expect(starts(agenda)).to.deep.equal(['2026-11-21T13:00']);
    expect(agenda.refresh(NOW + 2 * HOUR)).to.deep.equal([0]);
    expect(starts(agenda)).to.deep.equal(['2026-11-28T13:00']);
    expect(agenda.of(1)[0]).to.equal(untouched);
  });

  it('forgets a cancelled evening that has passed', async () => {
    const agenda = await agendaOf(weekly('TU', '18:30', { exceptDates: ['2026-11-24'] }));
    expect(agenda.refresh(NOW + 5 * DAY)).to.deep.equal([0]);
    expect(agenda.of(0)[0]?.cancelled).to.deep.equal([]);
  });

  it('finds a date that came within sight meanwhile', async () => {
    const agenda = await agendaOf(aMeeting({ start: '2028-01-10T10:00', timeZone: LONDON }));
    expect(starts(agenda)).to.deep.equal([]);
    expect(agenda.refresh(NOW + 20 * DAY)).to.deep.equal([0]);
    expect(starts(agenda)).to.deep.equal(['2028-01-10T10:00']);
  });

  it('comes back to an earlier evening when the clock is set back', async () => {
    const agenda = await agendaOf(weekly('TU', '18:30'));
    const before = starts(agenda);
    expect(agenda.refresh(NOW + 5 * DAY)).to.deep.equal([0]);
    expect(starts(agenda)).to.not.deep.equal(before);
    expect(agenda.refresh(NOW)).to.deep.equal([0]);
    expect(starts(agenda)).to.deep.equal(before);
    expect(agenda.refresh(NOW)).to.deep.equal([]);
  });
});

describe('the day and time that are shown', () => {
  const auckland = 'Pacific/Auckland';

  it('are the place’s own where people come together', async () => {
    for (const attendance of ['in-person', 'hybrid'] as const) {
      const occurrence = await first(weekly('TU', '18:30', { attendance }), auckland);
      expect(displayed(occurrence, auckland)).to.deep.equal({
        date: '2026-11-24',
        time: '18:30',
        weekday: 'TU',
        zone: LONDON,
      });
    }
  });

  it('are the visitor’s own online', async () => {
    const occurrence = await first(weekly('TU', '18:30', { attendance: 'online' }), auckland);
    expect(displayed(occurrence, auckland)).to.deep.equal({
      date: '2026-11-25',
      time: '07:30',
      weekday: 'WE',
      zone: auckland,
    });
  });

  it('are as written without a zone, or with one that nobody knows', async () => {
    const { timeZone: _, ...floating } = weekly('TU', '18:30', { attendance: 'online' });
    for (const meeting of [floating, { ...floating, timeZone: 'Mars/Olympus' }]) {
      const occurrence = await first(meeting, auckland);
      expect(displayed(occurrence, auckland)).to.deep.equal({
        date: '2026-11-24',
        time: '18:30',
        weekday: 'TU',
      });
      expect(displayZone(meeting, auckland)).to.equal(undefined);
    }
  });
});
