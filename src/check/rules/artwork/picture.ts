/** What the rules for artwork share. */

import type { ImageFacts } from '../../../model.ts'

export const REQUIREMENTS = [
  'https://podcasters.apple.com/support/896-artwork-requirements',
  'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
] as const

/** Pixels. */
export const LEAST = 1400
export const MOST = 3000
/** Below that a picture is no artwork yet, whatever its shape: an icon, a thumbnail, a single pixel. */
export const PLACEHOLDER = 300

/** JPEG or PNG: what the other rules are about. Another format has its own finding, and converting it changes the rest. */
export const isTaken = ({ format }: ImageFacts): boolean => format === 'jpeg' || format === 'png'

export const isPlaceholder = ({ width, height }: ImageFacts): boolean =>
  width < PLACEHOLDER && height < PLACEHOLDER

/** `1200 × 900 pixels` */
export const pixels = ({ width, height }: ImageFacts): string => `${width} × ${height} pixels`

/** `JPEG`, `WebP` */
export const formatName = ({ format, mediaType }: ImageFacts): string =>
  ({
    jpeg: 'JPEG',
    png: 'PNG',
    webp: 'WebP',
    gif: 'GIF',
    svg: 'SVG',
    avif: 'AVIF',
    heic: 'HEIC',
    tiff: 'TIFF',
    bmp: 'BMP',
    other: mediaType,
  })[format]
