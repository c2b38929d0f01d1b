/** What the types have to refuse: a line below that is taken makes the check fail. */
import 'kith-widgets/jsx';

export const wrong = [
  // @ts-expect-error no attribute is called so
  <kith-group-finder contry="GB" />,
  // @ts-expect-error an address is text
  <kith-group-finder src={42} />,
  // @ts-expect-error a zone is text, by its attribute too
  <kith-group-finder source-time-zone={42} />,
  // @ts-expect-error a directory has groups
  <kith-group-finder directory={{ circles: [] }} />,
  // @ts-expect-error nobody can set what the element alone knows
  <kith-group-finder ready={Promise.resolve()} />,
  // @ts-expect-error this event carries a groupId
  <kith-group-finder onkith-group-opened={(event) => event.groupName} />,
  // @ts-expect-error no element is called so
  <kith-grop-finder />,
];
