/** Whether an address belongs to the public internet. What a show names may come from a stranger: nothing at home is to be asked. */

/** An address's bytes, and how many bits of them count. */
type Block = readonly [bytes: readonly number[], bits: number]

/**
 * https://www.iana.org/assignments/iana-ipv4-special-registry/, multicast, and what is reserved.
 * 169.254.0.0/16 and 100.64.0.0/10 hold the metadata of most clouds; 168.63.129.16 is Azure's own.
 */
const SPECIAL4: readonly Block[] = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[168, 63, 129, 16], 32],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24],
  [[192, 88, 99], 24],
  [[192, 168], 16],
  [[198, 18], 15],
  [[198, 51, 100], 24],
  [[203, 0, 113], 24],
  [[224], 3],
]

/** The only part of IPv6 that is given out as public: https://www.iana.org/assignments/ipv6-unicast-address-assignments/ */
const GLOBAL6: Block = [[0x20], 3]
/** https://www.iana.org/assignments/iana-ipv6-special-registry/, within that part. 6to4 and Teredo lead to any IPv4. */
const SPECIAL6: readonly Block[] = [
  [[0x20, 0x01, 0x00], 23],
  [[0x20, 0x01, 0x0d, 0xb8], 32],
  [[0x20, 0x02], 16],
  [[0x3f, 0xff, 0x00], 20],
]
const MAPPED: Block = [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96]
/** https://www.rfc-editor.org/rfc/rfc6052: the last four bytes are the IPv4 address that is meant. */
const NAT64: Block = [[0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 96]

/** Of an IPv4 or IPv6 address as the system or the URL parser writes it; false for anything else. */
export const isPublic = (address: string): boolean => {
  const bytes = address.includes(':') ? bytesOf6(address) : bytesOf4(address)
  if (bytes === undefined) return false
  if (bytes.length === 4) return isPublic4(bytes)
  if (isIn(bytes, MAPPED) || isIn(bytes, NAT64)) return isPublic4(bytes.slice(12))
  return isIn(bytes, GLOBAL6) && !SPECIAL6.some(block => isIn(bytes, block))
}

const isPublic4 = (bytes: readonly number[]): boolean => !SPECIAL4.some(block => isIn(bytes, block))

const isIn = (bytes: readonly number[], [prefix, bits]: Block): boolean =>
  prefix.every((byte, i) => {
    const mask = (0xff00 >> Math.min(8, Math.max(0, bits - 8 * i))) & 0xff
    return (bytes[i]! & mask) === (byte & mask)
  })

const bytesOf4 = (address: string): readonly number[] | undefined => {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return undefined
  const bytes = address.split('.').map(Number)
  return bytes.every(byte => byte <= 255) ? bytes : undefined
}

/** The URL parser knows every way to write one, and leaves groups of hexadecimal digits with at most one `::`. */
const bytesOf6 = (address: string): readonly number[] | undefined => {
  const written = `http://[${address.replace(/%.*$/s, '')}]/`
  if (!URL.canParse(written)) return undefined
  const [head = '', tail] = new URL(written).hostname.slice(1, -1).split('::')
  const front = groupsOf(head)
  const back = groupsOf(tail ?? '')
  const groups = [...front, ...new Array<number>(8 - front.length - back.length).fill(0), ...back]
  return groups.flatMap(group => [group >> 8, group & 0xff])
}

const groupsOf = (text: string): readonly number[] =>
  text === '' ? [] : text.split(':').map(group => Number.parseInt(group, 16))
