/** Sizes and lengths of time, as a sentence has them: `64 MiB`, `15 minutes`. For bounds, which are round. */

const BINARY = ['bytes', 'KiB', 'MiB', 'GiB'] as const

export const bytesText = (bytes: number): string => {
  const step = Math.min(BINARY.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return `${grouped(bytes / 1024 ** step)} ${BINARY[step]}`
}

export const millisecondsText = (milliseconds: number): string => {
  const seconds = milliseconds / 1000
  if (seconds === 0) return '0 seconds'
  if (seconds % 3600 === 0) return counted(seconds / 3600, 'hour')
  if (seconds % 60 === 0) return counted(seconds / 60, 'minute')
  return counted(seconds, 'second')
}

/** `12,345.6`, with at most one decimal. Intl says the same, and to open it takes as long as all else that an unchanged show needs. */
export const grouped = (number: number): string => {
  const [whole = '', ...fraction] = String(Math.round(number * 10) / 10).split('.')
  // Above 10²¹ a number is not written in digits.
  return [whole.replace(/\B(?=(?:\d{3}){1,7}$)/g, ','), ...fraction].join('.')
}

const counted = (number: number, unit: string): string =>
  `${grouped(number)} ${unit}${number === 1 ? '' : 's'}`
