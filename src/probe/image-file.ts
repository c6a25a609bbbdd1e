import { readImage } from './image/index.ts'

export interface ImageFile {
  readonly ending: '.jpg' | '.png'
  readonly width: number
  readonly height: number
  /** Whether directories take it: https://podcasters.apple.com/support/896-artwork-requirements */
  readonly isArtwork: boolean
}

/** A JPEG or PNG by its bytes; undefined for anything else. */
export const imageFileOf = (bytes: Uint8Array): ImageFile | undefined => {
  const facts = readImage(bytes, bytes.length)
  if (facts === undefined || (facts.format !== 'jpeg' && facts.format !== 'png')) return undefined
  const { width, height, colour, alpha } = facts
  return {
    ending: facts.format === 'png' ? '.png' : '.jpg',
    width,
    height,
    isArtwork: width === height && width >= 1400 && width <= 3000 && colour === 'rgb' && !alpha,
  }
}
