/** The container, told from its first bytes: a name says nothing, people rename files. */

import { hasAscii, u16be, u24be, u32be } from '../bytes.ts'
import type { AskMusicMetadata, LooksLike } from './reading.ts'

export type Kind =
  | { readonly is: 'mp4' | 'ogg' | 'flac' | 'riff' | 'aiff' }
  /** Perhaps MPEG audio or ADTS: they have no magic bytes, only frames that follow each other. */
  | { readonly is: 'frames' }
  | { readonly is: 'delegated'; readonly name: AskMusicMetadata['name'] }
  | { readonly is: 'no-audio'; readonly looksLike: LooksLike }

/** `head`: some kilobytes from where the tags end. */
export const sniff = (head: Uint8Array): Kind =>
  container(head) ?? delegated(head) ?? foreign(head) ?? { is: 'frames' }

const container = (head: Uint8Array): Kind | undefined => {
  if (hasAscii(head, 0, 'OggS')) return { is: 'ogg' }
  if (hasAscii(head, 0, 'fLaC')) return { is: 'flac' }
  if (['RIFF', 'RIFX', 'RF64', 'BW64'].some(magic => hasAscii(head, 0, magic))) {
    if (hasAscii(head, 8, 'WAVE')) return { is: 'riff' }
    return { is: 'no-audio', looksLike: hasAscii(head, 8, 'WEBP') ? 'image' : 'unknown' }
  }
  if (hasAscii(head, 0, 'FORM') && (hasAscii(head, 8, 'AIFF') || hasAscii(head, 8, 'AIFC')))
    return { is: 'aiff' }
  if (isMp4(head)) return isPictureBrand(head) ? { is: 'no-audio', looksLike: 'image' } : { is: 'mp4' }
  return undefined
}

/** ISO/IEC 14496-12 4.3: `ftyp` comes first; QuickTime files older than it begin with one of the others. */
const isMp4 = (head: Uint8Array): boolean =>
  hasAscii(head, 4, 'ftyp') ||
  hasAscii(head, 4, 'styp') ||
  (['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].some(type => hasAscii(head, 4, type)) &&
    (u32be(head, 0) >= 8 || u32be(head, 0) <= 1))

const isPictureBrand = (head: Uint8Array): boolean =>
  hasAscii(head, 4, 'ftyp') &&
  ['avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'].some(brand => hasAscii(head, 8, brand))

const delegated = (head: Uint8Array): Kind | undefined => {
  const is = (name: AskMusicMetadata['name']): Kind => ({ is: 'delegated', name })
  if (head.length >= 4 && u32be(head, 0) === 0x1a45dfa3) return is('matroska')
  if (head.length >= 8 && u32be(head, 0) === 0x3026b275 && u32be(head, 4) === 0x8e66cf11) return is('asf')
  if (hasAscii(head, 0, 'MAC ')) return is('ape')
  if (hasAscii(head, 0, 'wvpk')) return is('wavpack')
  if (hasAscii(head, 0, 'MPCK') || hasAscii(head, 0, 'MP+')) return is('musepack')
  if (hasAscii(head, 0, 'DSD ')) return is('dsf')
  if (hasAscii(head, 0, 'FRM8')) return is('dsdiff')
  return undefined
}

const foreign = (head: Uint8Array): Kind | undefined => {
  const looksLike = foreignFormat(head) ?? (isText(head) ? textFormat(head) : undefined)
  return looksLike === undefined ? undefined : { is: 'no-audio', looksLike }
}

const foreignFormat = (head: Uint8Array): LooksLike | undefined => {
  if (head.length === 0) return 'empty'
  if (hasAscii(head, 0, '%PDF-')) return 'pdf'
  const sound = SOUNDS.find(([magic]) => hasAscii(head, 0, magic))
  if (sound !== undefined) return sound[1]
  if (isTransportStream(head)) return 'mpeg-ts'
  if (hasAscii(head, 0, 'PK\x03\x04') || hasAscii(head, 0, 'PK\x05\x06')) return 'zip'
  if (hasAscii(head, 1, 'PNG\r\n') || hasAscii(head, 0, 'GIF8')) return 'image'
  // FF D8 FF would pass for an MPEG sync were it not for the D8: the sync needs E0 there.
  if (head.length > 3 && u24be(head, 0) === 0xffd8ff) return 'image'
  return undefined
}

const SOUNDS: readonly (readonly [string, LooksLike])[] = [
  ['caff', 'caf'],
  ['#!AMR', 'amr'],
  ['\x0b\x77', 'ac3'],
  ['\x7f\xfe\x80\x01', 'dts'],
  ['\xfe\x7f\x01\x80', 'dts'],
  ['\0\0\x01\xba', 'mpeg-ps'],
  ['.snd', 'au'],
  ['MThd', 'midi'],
  ['.RMF', 'real'],
  ['.ra\xfd', 'real'],
  ['TTA1', 'tta'],
  ['FLV\x01', 'flv'],
]

/**
 * ISO/IEC 13818-1 2.4.3.2: packets of 188 bytes, each with the same first byte; on Blu-ray with four bytes before it. A stream that
 * was recorded from the middle begins within a packet: that takes more of them to tell.
 */
const isTransportStream = (head: Uint8Array): boolean =>
  hasPackets(head, 0, 188, 4) || hasPackets(head, 4, 192, 4) || hasCutPackets(head)

const CUT_PACKETS = 8

const hasCutPackets = (head: Uint8Array): boolean => {
  for (let at = 1; at < 188; at++) if (hasPackets(head, at, 188, CUT_PACKETS)) return true
  return false
}

const hasPackets = (head: Uint8Array, at: number, step: number, count: number): boolean => {
  for (let i = 0; i < count; i++) if (head[at + i * step] !== 0x47) return false
  return true
}

/** Text has no control characters but tab, line feed, form feed, carriage return and escape; MPEG frames have them at once. */
const isText = (head: Uint8Array): boolean => {
  if (head.length > 1 && u16be(head, 0) === 0xfeff) return true
  // UTF-16 with FF FE would pass for an MPEG sync: every other byte of Latin text is zero.
  if (head.length > 5 && u16be(head, 0) === 0xfffe && head[3] === 0 && head[5] === 0) return true
  const sample = head.subarray(0, 2048)
  const isPrintable = sample.every(byte => byte > 31 || (byte >= 8 && byte <= 13) || byte === 27)
  return isPrintable && (sample.length < 4 * countHigh(sample) ? isUtf8(sample) : true)
}

/** Bytes beyond ASCII: in Latin-1 an accent here and there. */
const countHigh = (sample: Uint8Array): number => sample.reduce((sum, byte) => sum + (byte > 127 ? 1 : 0), 0)

/** `stream`: a character that the end of the sample cuts is no fault. */
const isUtf8 = (sample: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

const textFormat = (head: Uint8Array): LooksLike => {
  const text = new TextDecoder().decode(head.subarray(0, 2048)).trimStart().toLowerCase()
  if (text.startsWith('#extm3u')) return 'playlist'
  if (text.startsWith('version https://git-lfs.github.com/spec/')) return 'git-lfs-pointer'
  if (/^<(!doctype html|html|head|body|script|!--)/.test(text) || text.includes('<html')) return 'html'
  if (text.startsWith('{') || text.startsWith('[')) return 'json'
  return 'text'
}
