const two = (number: number): string => `${number}`.padStart(2, '0')

/** `56:10`, `1:02:03`. */
export const clockTime = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`
}

/**
 * `#t=75`, `#t=1:15`, `#t=0:01:15.5`, `#t=75,90`: https://www.w3.org/TR/media-frags/#naming-time; and `#t=1m15s`, as people write
 * it from elsewhere. Undefined for anything else.
 */
export const fragmentTime = (fragment: string): number | undefined => {
  const written = /^#(?:.*&)?t=(?:npt:)?([^,&]+)/.exec(fragment)?.[1] ?? ''
  if (/^\d+(?::\d+){0,2}(?:\.\d*)?$/.test(written))
    return written.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  const [, ...parts] = /^(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d*)?)s)?$/.exec(written) ?? []
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum * 60 + Number(part ?? 0), 0)
}

/** Of moments in order, the last that is not after `now`; -1 before the first. */
export const lastBefore = (moments: readonly number[], now: number): number => {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (moments[middle]! <= now) low = middle + 1
    else high = middle
  }
  return low - 1
}
