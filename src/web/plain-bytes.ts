import { feedBytes } from '../limits.ts'

/** A feed in a file, unpacked where it is packed with gzip, as many keep theirs; damaged, or longer than a feed may be, it stays as it is. */
export const plainBytes = async (bytes: Uint8Array): Promise<Uint8Array> => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const { unpacked } = await import('./document.ts')
  return unpacked(bytes, feedBytes) ?? bytes
}
