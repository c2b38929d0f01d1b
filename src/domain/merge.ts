/** Makes one directory out of several sources. */
import type { Directory } from './directory.js';
import { contactFor, type Group } from './group.js';

const sameName = (a: Group, b: Group): boolean => a.name.trim().toLowerCase() === b.name.trim().toLowerCase();

/**
 * Joins directories in order. A group whose id and name were seen before is the same group: the
 * first source's facts stay and the later source's meetings join its own. The same id with another
 * name is another group (two lists may both number from 1) and gets an id of its own.
 */
export function mergeDirectories(directories: readonly Directory[]): Directory {
  const [only] = directories;
  if (only && directories.length === 1) return only;
  const groups = new Map<string, Group>();
  for (const { groups: list, organisation, lastChecked } of directories) {
    for (const entry of list) {
      // What one list says of all its groups must not be said of another's.
      const contact = contactFor(entry, organisation);
      const group = {
        ...(lastChecked ? { lastChecked } : {}),
        ...entry,
        ...(contact ? { contact } : {}),
      };
      let { id } = group;
      for (let n = 2; ; n++) {
        const present = groups.get(id);
        if (!present) {
          groups.set(id, id === group.id ? group : { ...group, id });
          break;
        }
        if (sameName(present, group)) {
          groups.set(id, { ...group, ...present, meetings: [...present.meetings, ...group.meetings] });
          break;
        }
        id = `${group.id}~${n}`;
      }
    }
  }
  const [organisation, ...others] = directories.map((directory) => directory.organisation);
  const same = others.every((other) => JSON.stringify(other) === JSON.stringify(organisation));
  return { groups: [...groups.values()], ...(organisation && same ? { organisation } : {}) };
}
