// Host names that lead to this machine, to its network or to a cloud's inside, whoever resolves them.

/** Endings that no public register hands out, and services that answer with whatever address the name spells. */
const insideEndings = [
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
  "home.arpa",
  "in-addr.arpa",
  "ip6.arpa",
  "onion",
  "svc",
  "cluster.local",
  "nip.io",
  "sslip.io",
  "xip.io",
  "localtest.me",
  "lvh.me",
  "vcap.me",
  "lacolhost.com",
  "1u.ms",
  "rbndr.us",
];
const cloudNames = ["metadata.goog", "metadata.packet.net", "metadata.platformequinix.com", "metadata.nicob.net", "instance-data.ec2.internal"];

/** `name` in lower case, without a closing dot. */
export function isInsideName(name: string): boolean {
  if (!name.includes(".")) return true;
  return cloudNames.includes(name) || insideEndings.some((ending) => name === ending || name.endsWith(`.${ending}`));
}
