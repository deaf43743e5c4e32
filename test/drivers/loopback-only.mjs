/** Loaded before a host of the tests: says of every connection to another machine, and of every name looked up. */
import dns from 'node:dns';
import { Socket } from 'node:net';

const isHere = (host) => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);
const tell = (what) => process.stderr.write(`LEFT THE MACHINE: ${what}\n`);

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const options = typeof first === 'object' && first !== null ? first : { host: args[1] };
  if (typeof first !== 'string' && !options.path && !isHere(options.host ?? 'localhost')) tell(String(options.host));
  return connect.apply(this, args);
};
for (const owner of [dns, dns.promises]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    const ask = owner[name];
    owner[name] = (host, ...rest) => {
      if (!isHere(host)) tell(String(host));
      return ask(host, ...rest);
    };
  }
}
