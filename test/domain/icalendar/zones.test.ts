import { expect } from '@open-wc/testing';
import { WINDOWS_ZONES, windowsZone } from '../../../src/domain/icalendar/windows-zones.js';

describe('the zones of Windows', () => {
  it('are all there, each with a name of the tz database', () => {
    expect(WINDOWS_ZONES.size).to.be.greaterThan(135);
    for (const [name, zone] of WINDOWS_ZONES) {
      expect(zone, name).to.match(/^(?:UTC|[A-Z][a-z]+\/[\w+-]+(?:\/\w+)?)$/);
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), `${name}: ${zone}`).not.to.throw();
    }
  });

  it('are found in any case, with the number that Outlook appends', () => {
    expect(windowsZone('W. Europe Standard Time')).to.equal('Europe/Berlin');
    expect(windowsZone('w. europe standard time 1')).to.equal('Europe/Berlin');
    expect(windowsZone('Central Standard Time (Mexico)')).to.equal('America/Mexico_City');
    expect(windowsZone('US Eastern Standard Time')).to.equal('America/Indiana/Indianapolis');
    expect(windowsZone('Cape Verde Standard Time')).to.equal('Atlantic/Cape_Verde');
    expect(windowsZone('UTC+12')).to.equal('Etc/GMT-12');
    expect(windowsZone('UTC')).to.equal('UTC');
    expect(windowsZone('Nowhere Standard Time')).to.equal(undefined);
  });
});
