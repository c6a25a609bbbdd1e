/** Preloaded by programs that are tested: every host of .example, which is nobody's, is this machine. */

import dns from 'node:dns/promises'
import { syncBuiltinESMExports } from 'node:module'

const { lookup } = dns
dns.lookup = (host, options) => lookup(host.endsWith('.example') ? '127.0.0.1' : host, options)
syncBuiltinESMExports()
