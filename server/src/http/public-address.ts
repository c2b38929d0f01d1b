/** Which addresses are out on the open internet: what a keeper names must not lead into the network that the server stands in. */
import { BlockList, isIP } from 'node:net';

/** Of IPv4, what is private, shared, of this host or link, for tests and documents, multicast or kept for later (RFC 6890 and its registry). */
const NOT_OPEN_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/** Of what IPv6 gives out, what leads into IPv4 by a tunnel or is kept for documents. */
const NOT_OPEN_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const notOpen = new BlockList();
for (const [net, prefix] of NOT_OPEN_V4) notOpen.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of NOT_OPEN_V6) notOpen.addSubnet(net, prefix, 'ipv6');

/** All of IPv6 that is given out; everything else of it is of this host, this link, this site, or IPv4 in disguise. */
const givenOut = new BlockList();
givenOut.addSubnet('2000::', 3, 'ipv6');

const ownMachine = new BlockList();
ownMachine.addSubnet('127.0.0.0', 8, 'ipv4');
ownMachine.addAddress('::1', 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notOpen.check(address, 'ipv4');
  return family === 6 && givenOut.check(address, 'ipv6') && !notOpen.check(address, 'ipv6');
}

export function isOwnAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && ownMachine.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
